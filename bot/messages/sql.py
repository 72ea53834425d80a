"""What the checker says of a statement's form, and the runner of one that cannot be run; and what to do about it.

What it says of the figures that a statement would give is in `sql_figures.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

# -- text

TOO_LONG = "The statement is longer than {limit} characters."
TOO_LONG_HINT = "Ask for less at once, or write shorter lists."
EMPTY = "There is no statement."
EMPTY_HINT = "Write one SELECT over the views."
INVISIBLE = "The statement holds a character that does not show (U+{code:04X}, at character {place})."
INVISIBLE_HINT = "Type the statement anew, with ordinary blanks; copied text often brings such characters along."
NOT_TEXT = "The statement is not proper text."
NOT_TEXT_HINT = "Send it as UTF-8 text."

# -- one SELECT

SYNTAX_HINT = "Correct the spelling; only one SELECT in DuckDB's dialect is run."
NOT_SELECT = "Only a SELECT is run: this statement would do something else."
NOT_SELECT_HINT = "Write one SELECT over the views; nothing else is needed to read them."
SEVERAL = "There is more than one statement."
SEVERAL_HINT = "Send one SELECT at a time."
DISAGREE = "Two parsers read this statement differently, so it is not run."
DISAGREE_HINT = "Write it in a plainer way, without unusual quotes, comments or names."
RECURSIVE = "WITH RECURSIVE is not run."
RECURSIVE_HINT = "Use a plain WITH; for weeks use the rows of reports."
PARAMETER = "The statement has a parameter that nobody will fill in."
PARAMETER_HINT = "Write the value itself."
TOO_COMPLEX = "The statement is too deeply nested to be checked."
MANY_HINT = "Write many values of one column as a list: column IN (...)."
TOO_COMPLEX_HINT = "Write it with fewer brackets and levels."


def syntax(error: str) -> str:
    """The engine's own words about a statement that it cannot read."""
    return f"This is not valid SQL: {error.rstrip('.')}."


# -- nodes

_NODES = {
    "TABLE_FUNCTION": ("a table function in FROM", "Only the views can be read; no function makes rows."),
    "EXPRESSION_LIST": ("VALUES", "Every row has to come from a view."),
    "SHOW_REF": ("SHOW, DESCRIBE or SUMMARIZE", "The columns are in the data dictionary."),
    "PIVOT": ("PIVOT", "Write count(*) FILTER (WHERE ...) for each column."),
    "sample": ("a sample", "Count all rows; a sample gives another figure each time."),
    "at_clause": ("AT", "Only the edition in force can be read."),
    "RECURSIVE_CTE_NODE": ("recursion", "For weeks use the rows of reports; for days those of refusals."),
    "CTE_NODE": ("recursion", "For weeks use the rows of reports."),
    "LAMBDA": ("a lambda", "Use CASE, FILTER or a subquery."),
    "PARAMETER": ("a parameter", "Write the value itself."),
    "POSITIONAL_REFERENCE": ("a column by its number", "Write the column's name."),
    "STAR": ("* inside an expression", "Write the columns' names."),
    "columns": ("COLUMNS(...)", "Write the columns' names."),
    "expr": ("COLUMNS(...)", "Write the columns' names."),
    "replace_list": ("* REPLACE", "Write the columns' names."),
    "rename_list": ("* RENAME", "Write `column AS name`."),
    "NATURAL JOIN": ("a NATURAL JOIN", "Write USING (...) or ON ... with the columns meant."),
    "ASOF JOIN": ("an ASOF JOIN", "Write a join with =, or a subquery with ORDER BY and LIMIT 1."),
    "POSITIONAL JOIN": ("a POSITIONAL JOIN", "Rows belong together by their columns: write USING or ON."),
    "LIMIT_PERCENTAGE": ("LIMIT with a percentage", "Write LIMIT with a plain number."),
    "name": ("a struct or a named argument", "Select plain columns, and give arguments by their place."),
    "named_param_map": ("a parameter", "Write the value itself."),
}


def node(name: str) -> str:
    """A construct that is not on the list of allowed ones."""
    return (
        f"The statement uses {_NODES[name][0] if name in _NODES else name.replace('_', ' ').lower()}, which is not run."
    )


def node_hint(name: str) -> str:
    """How to write it without that construct."""
    return _NODES[name][1] if name in _NODES else "Write it with SELECT, JOIN, WHERE, GROUP BY and plain functions."


# -- names


def unknown_relation(name: str) -> str:
    """A table that is not one of the views."""
    return f"{name or '*'} is not one of the views that can be read."


def views_hint(names: Iterable[str]) -> str:
    """The views there are."""
    return f"There are: {', '.join(names)}."


def unknown_column(name: str) -> str:
    """A column that no source in sight has."""
    return f"There is no column {name} here."


def columns_hint(names: Iterable[str]) -> str:
    """The columns in sight."""
    return f"Columns here: {', '.join(name for name in names if name)}."


def ambiguous(name: str) -> str:
    """A column that two sources have."""
    return f"{name} could be a column of more than one table."


def twice(name: str) -> str:
    """Two sources of the same name."""
    return f"{name} stands twice in FROM."


AMBIGUOUS_HINT = "Give each table an alias and write alias.column."


def shadowed(name: str) -> str:
    """A CTE or alias that takes a view's name."""
    return f"{name} is the name of a view: nothing else may pass for it."


SHADOWED_HINT = "Choose another name."
RENAMED_COLUMNS = "The columns of a view keep their names."
RENAMED_COLUMNS_HINT = "Write `column AS name` in the SELECT list."
SET_OPERATION_WIDTH = "The parts of the statement do not have the same number of columns."


def position(index: int) -> str:
    """ORDER BY or GROUP BY with a number beyond the list."""
    return f"There is no column number {index} in the SELECT list."


def bind(error: str) -> str:
    """The engine's own words about names or types that do not fit."""
    return f"The statement does not fit the views: {error.rstrip('.')}."


BIND_HINT = "Compare names and types with the data dictionary."

# -- functions


def function_unknown(name: str) -> str:
    """A function that is not on the allow-list."""
    return f"The function {name} is not one that may be called."


FUNCTION_HINT = "docs/reference/sql-functions.md lists the functions that may be called."


def function_qualified(name: str) -> str:
    """A function with a schema or catalog in front."""
    return f"The function {name} is called through a schema or catalog."


FUNCTION_QUALIFIED_HINT = "Write the function's bare name."


def function_arguments(name: str) -> str:
    """Too few or too many arguments."""
    return f"The function {name} is called with another number of arguments than is allowed."


def cast_type(name: str) -> str:
    """A cast to a type that is not on the list."""
    return f"A cast to {name} is not run."


CAST_TYPE_HINT = "Cast to a number, text, date or boolean."


def grows(name: str) -> str:
    """Something that makes a big value from small ones."""
    return f"{name} would make a big value out of small ones here."


GROWS_HINT = "Use each column once, and short texts in replacements and separators."

# -- bounds

LIMIT_TOO_HIGH = "LIMIT is higher than {limit}."
LIMIT_HINT = "Write LIMIT with a plain number, at most {limit}; without one, long results are cut and say so."
LIMIT_NOT_PLAIN = "LIMIT and OFFSET take plain numbers only."
TOO_MANY_JOINS = "There are more than {limit} joins."
TOO_DEEP = "Queries are nested more than {limit} levels deep."
TOO_MANY_GROUPINGS = "The statement groups in more than {limit} ways at once."
BOUNDS_HINT = "Ask for less at once."
SAMPLED = "A LIMIT without ORDER BY inside a statement makes it a sample: another figure may come out next time."
SAMPLED_HINT = "Add ORDER BY before LIMIT (also for DISTINCT ON and row_number), or leave the LIMIT out."
UNORDERED = "{name} without ORDER BY gives another result each time."
UNORDERED_HINT = "Add ORDER BY inside OVER (...), or inside the brackets of the function."

NOT_UNDERSTOOD = "The statement could not be understood, so it is not run."

# -- running

NO_DATABASE_HINT = "Load reports first: detainer-desk ingest FILE_OR_FOLDER, or name the file with --db."
NOT_A_DATABASE_HINT = "Name a database made by detainer-desk ingest, or load the reports anew."
OLD_SCHEMA_HINT = "Load the reports anew: detainer-desk ingest FILE_OR_FOLDER."
NEW_SCHEMA_HINT = "Upgrade detainer-desk, or name another database with --db."
DEADLINE_HINT = "Ask for less: fewer reports, or a narrower question."
MEMORY = "The statement needed more memory than it may have."
FAILED_HINT = "Put the question another way."
WORKER = "The process that runs statements ended unexpectedly."
WORKER_HINT = "Ask again; a new one is started."


def no_database(path: str) -> str:
    """Nothing at the database's path."""
    return f"There is no database at {path}."


def not_a_database(name: str) -> str:
    """A file that DuckDB cannot open."""
    return f"{name} is not a database that can be read."


def old_schema(missing: list[str]) -> str:
    """A database made by an older version."""
    shown = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
    return f"The database was made by another version: it lacks {shown}."


def other_version() -> str:
    """A database of another schema version."""
    return "The database was made by another version of this program."


def deadline(seconds: float) -> str:
    """A statement that took too long and was stopped."""
    return f"The statement took longer than {seconds:g} seconds and was stopped."


def failed(error: str) -> str:
    """A statement that the engine could not finish."""
    return f"The statement could not be run: {error.rstrip('.')}."
