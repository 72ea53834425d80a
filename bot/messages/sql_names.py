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


def other_neighbour(name: str) -> str:
    """The next row's figure as the previous one's, or the other way round."""
    return f"The column {name} would show the figure on the other side of the row."


def turned(name: str) -> str:
    """A change measured from the later figure to the earlier one, or against the later one."""
    return f"The column {name} would show a change backwards: from the later figure to the earlier one, or against it."


def per_group(column: str) -> str:
    """What a window holds that is split by a column."""
    return f"a figure of each {column}"


def narrower(name: str) -> str:
    """A figure of one place under the name of the whole country."""
    return f"The column {name} would be read as a figure of the whole country, and its conditions ask for a part."


def narrower_weeks(name: str) -> str:
    """A figure of one report under the name of all."""
    return f"The column {name} would be read as a figure of all reports, and its conditions ask for one."


CHANGE_HINT = "Take the earlier figure from the later, and divide by the earlier: n - lag(n) OVER (ORDER BY report_id)."


def other_side(name: str, word: str) -> str:
    """A name that says before, of a condition that asks for after."""
    return f"The column {name} says {word}, and its condition asks for the other side."


def the_rest(name: str, value: str) -> str:
    """A figure of all others under the name of a value."""
    return f"The column {name} would be read as {value}, and it holds all others."


def others(value: str) -> str:
    """What a name with `outside` or `except` promises."""
    return f"all but {value}"


SAME_DAY = "the same day"
A_SHARE, A_COUNT, ANOTHER_ROW = "a share", "a count", "the figure of another row"
TWO_PARTS = "one part divided by another"
WHOLE_OVER_PART = "the whole divided by its part"
OVER_LARGEST = "figures divided by the largest or smallest of them"
A_DIFFERENCE = "a difference of two others"
OF_OTHERS = "refusals over detainers issued elsewhere"
A_RATE, OF_ALL_GROUPS = "a rate", "a part of the rows of all groups"
A_RATIO, ONE_OF_TOTALS = "a ratio", "one of several totals, or their middle"
CORRECTED = "corrected figures"
RUNNING = "a total that runs along an order"
A_PLACE = "a number that says where something stands"
A_TEXT = "a text"
MISNAMED_HINT = "Name the column by what it counts."
