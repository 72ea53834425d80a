"""What the checker says of columns and labels whose names say something else than they hold."""

from __future__ import annotations


def misnamed(name: str, promised: str, unit: str) -> str:
    """A column whose name promises something else than its figure is."""
    return f"The column {name} would be read as {promised}, and it holds {unit}."


def picked(name: str) -> str:
    """One value of many under their column's name, beside a total of all."""
    return f"The column {name} would show one of several values beside the total of all of them."


PICKED_HINT = "Group by the column, or name it for what it is: any_value(county) AS example."


def moved(name: str) -> str:
    """A date moved by an interval under its column's name."""
    return f"The column {name} would show a date that was moved."


def relabelled(label: str, value: str) -> str:
    """One value of a closed list under the name of another."""
    return f"'{label}' would stand for {value}, which is another thing."


RELABELLED_HINT = "Let the label say what the value says."
OTHER_VALUES = "several values"


def piece(name: str, column: str) -> str:
    """A piece of a value under the value's name."""
    return f"The column {name} would show pieces of {column}, and values that begin alike would fall together."


PIECE_HINT = "Select the column itself, or name it for what it is: left(state, 1) AS initial."
RENAMED_HINT = "Let a column keep its name, or give it one that no other column has."


def named_value(name: str, value: str) -> str:
    """A name that is a value which no condition asks for."""
    return f"The column {name} would be read as figures of {value}, which no condition of it asks for."


NAMED_VALUE_HINT = "Let the name say what the condition asks for."


def extreme(name: str, word: str) -> str:
    """A row that does not stand where its column's name says."""
    return f"The column {name} would be read as the {word}, and it does not come from that end of an order by figures."


EXTREME_HINT = "Take it from the end that the name says: arg_max(county, n), or ORDER BY n DESC LIMIT 1."
A_SHARE, A_COUNT, ANOTHER_ROW = "a share", "a count", "the figure of another row"
TWO_PARTS = "one part divided by another"
WHOLE_OVER_PART = "the whole divided by its part"
OVER_LARGEST = "figures divided by the largest or smallest of them"
A_DIFFERENCE = "a difference of two others"
A_PLACE = "a number that says where something stands"
A_TEXT = "a text"
MISNAMED_HINT = "Name the column by what it counts."
