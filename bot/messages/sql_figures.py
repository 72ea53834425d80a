"""What the checker says of the figures that a statement would give, and how to write it instead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

# -- predicates


def constant_condition(where: str) -> str:
    """A condition that is the same for every row."""
    return f"A condition in {where} is the same for every row, so it filters nothing or everything."


CONSTANT_HINT = "Compare a column with a value, or leave the condition out."


def self_comparison(where: str) -> str:
    """A column compared with itself."""
    return f"A condition in {where} compares a value with itself."


JOIN_WITHOUT_EQUALITY = "A join does not equate a column of one side with a column of the other."
JOIN_HINT = "Write ON a.column = b.column (more conditions may follow with AND), or USING (...)."
CROSS_JOIN = "Tables stand side by side without a join: every row would meet every row."
CROSS_JOIN_HINT = "Join them ON equal columns; only a one-row total may stand beside a table without a join."
EXISTS_UNRELATED = "An EXISTS does not look at the row it is asked for, so it is the same for every row."
EXISTS_HINT = "Relate it to the row: WHERE inner.column = outer.column."

NULL_COMPARED = "A comparison with NULL holds for no row."
NULL_COMPARED_HINT = "Write IS NULL or IS NOT NULL."


def not_in_empty(column: str) -> str:
    """NOT IN over values of which one is empty."""
    return f"NOT IN holds for no row once one {column} among the values is empty, as may be."


NOT_IN_EMPTY_HINT = "Add WHERE {column} IS NOT NULL inside the brackets, or write NOT EXISTS or an ANTI JOIN."


def serial_join(column: str) -> str:
    """Rows of two views equated by their places."""
    return f"{column} numbers the rows of each view for itself: equal numbers do not belong together."


SERIAL_JOIN_HINT = "Join on report_id, county and state."


def half_join(column: str, parent: str) -> str:
    """A join on a column whose values repeat."""
    return f"A join equates {column} without {parent}: one name in two {parent}s would be taken for one place."


HALF_JOIN_HINT = "Equate {parent} as well: a.{column} = b.{column} AND a.{parent} = b.{parent}."
NO_FROM = "A subquery without FROM reads no rows."
NO_FROM_HINT = "Write the value itself, or select it from a view."


def decided(where: str) -> str:
    """A condition inside a total that WHERE has decided already."""
    return f"A condition in {where} is decided by WHERE already: it counts all of the rows or none."


def contradiction(where: str) -> str:
    """Conditions in different places of which no row satisfies both."""
    return f"A condition in {where} excludes what another condition of the statement asks for: no row is left."


CONTRADICTION_HINT = "Leave one of them out, or ask for both values with IN (...) in one place."
DECIDED_HINT = "Leave one of the two conditions out; for a share, WHERE must leave the whole in."

UNCLEAR_OR = "AND and OR stand side by side without brackets: AND binds first, which is rarely what is meant."
UNCLEAR_OR_HINT = "Write (a OR b) AND c, or a OR (b AND c); for values of one column, column IN (...)."


def grouped_already(where: str) -> str:
    """A condition inside a total on what the groups are made by."""
    return f"A condition in {where} looks only at what the rows are grouped by: a group counts wholly or not at all."


GROUPED_HINT = "Leave the condition out, or the column out of GROUP BY."

# -- grounding

NO_ROWS = "A row of the result comes from no row of the reports."
NO_ROWS_HINT = "Each SELECT has to read a column or count rows; a text label may stand beside a figure."


def invented(what: str) -> str:
    """A value written in the statement that may come out as a figure, or bend one."""
    return f"{what} is written in the statement and would come out as a figure, or change one."


INVENTED_HINT = (
    "Figures come from the rows: numbers are welcome in comparisons, rounding, intervals and LIMIT, as 0 or 1 in "
    "CASE and COALESCE, as 100 for a percentage, and as divisor 7, 365 or 365.25 for days."
)


def self_arithmetic(name: str) -> str:
    """x - x, x / x, x + x."""
    return f"A value is combined with itself ({name}), which says nothing about the rows."


SELF_ARITHMETIC_HINT = "Combine two different figures."
PERCENT = "A figure is multiplied by 100 without being divided by another."
PERCENT_HINT = "A percentage is 100.0 * part / whole."

ROUNDED_AWAY = "A figure is rounded to something else than a plain number of digits after the point."
ROUNDED_AWAY_HINT = "Write round(x, 1); a figure rounded to tens or hundreds is another figure."
BACKWARDS = "Days are counted from the later day back to the earlier one: all are negative, and the least is the most."
BACKWARDS_HINT = "Take the earlier day from the later one: declined_on - issued_on."
WITHOUT_YEAR = "The weeks or months of two days are equated without their years."
WITHOUT_YEAR_HINT = "Compare date_trunc('month', a) = date_trunc('month', b), or the years as well."
ZEROED = "An average, or the least, of a figure takes in a zero for every row that the condition leaves out."
ZEROED_HINT = "Leave ELSE 0 out, or write avg(x) FILTER (WHERE condition)."
REST_CUT = "A quotient or a share is cut to a whole number: what is behind the point is left out, or one is added."
REST_CUT_HINT = "Write a / b, and round(a / b, 1) for a shorter number."
CUT_FIGURE = "A figure is taken apart, or put together, as text."
CUT_FIGURE_HINT = "Select figures as numbers, each in a column of its own."
FORMAT = "A format may hold only {}, {:,}, {:d}, {:.1f} (printf: %s, %d, %.1f), one a value, and short texts between."
FORMAT_HINT = "Join the values with ||, or select them in columns of their own."
CAST_FIGURE = "A value is cast to something that it is not."
CAST_FIGURE_HINT = "Write a comparison (count(*) > 0) instead of a cast to BOOLEAN; dates come from date columns."
PRODUCT = "Two quantities are multiplied with one another, which no rows stand behind."
PRODUCT_HINT = "Divide the product by a whole, or select the two figures side by side."
ONE_SIDED = "This is the average of one written number, whatever the rows hold."
ONE_SIDED_HINT = "Write CASE WHEN condition THEN 1 ELSE 0 END: the rows for which it does not hold count as well."
NO_QUANTITY = "Numbers that say where something stands (a row, a page, a place in a ranking, a month) are added up."
NO_QUANTITY_HINT = "Count rows with count(*), or add up a quantity."
COUNTS_ALL = "count(...) counts what is not NULL, and this never is: it would count every row."
COUNTS_ALL_HINT = "Write count(*) FILTER (WHERE condition), or count_if(condition)."
DISTINCT_SERIAL = (
    "{column} starts anew in every report: different rows share a number, and DISTINCT lets them fall together."
)
DISTINCT_SERIAL_HINT = "Write count(*), or count(DISTINCT (report_id, {column}))."
ONE_ROW_WINDOW = "{function}(...) OVER (...) sees one row only, so it tells nothing of the others."
ONE_ROW_WINDOW_HINT = "Leave columns out of PARTITION BY until a partition holds the rows that are to be compared."


def numbered_label(label: str, number: str) -> str:
    """A number in a text that stands beside the figures."""
    return f"'{label}' would show {number}, which comes from no row and no condition of the statement."


NUMBERED_LABEL_HINT = "Let labels say what is counted; numbers in them must stand in a condition as well."


def change_told(label: str, word: str) -> str:
    """A text that tells of a change."""
    return f"'{label}' says {word}, and the statement compares no two figures."


CHANGE_TOLD_HINT = "Compare two figures, CASE WHEN n > lag(n) OVER (...), or leave the word out."
MEAN_OF_MEANS = "Averages or shares of groups are averaged or added up: a small group would weigh like a large one."
MEAN_OF_MEANS_HINT = "Divide the totals, sum(a) / sum(b), or average over the rows themselves."
PLACES_AVERAGED = "Numbers that say where something stands (a row, a page, a month) are averaged or set against others."
TIES = "LIMIT cuts through rows that ORDER BY does not tell apart: a figure above it depends on which are left."
TIES_HINT = "Add what tells the rows apart to ORDER BY (report_id, row_no), or leave the LIMIT out."
CUT_WINDOW = "{function}(...) OVER looks at what a LIMIT has left, not at all rows."
CUT_WINDOW_HINT = "Work the total out before the LIMIT: in the same SELECT, or in a subquery of its own."
EVERY_NTH = "A condition keeps every n-th row by its number: that is a sample."
SAMPLED_ROWS_HINT = "Leave the condition out, or ask for what the rows hold."
FRAME_COUNT = "A count over a frame of fixed length is that length."
FRAME_COUNT_HINT = "Leave the frame out, or count in a grouped subquery first."


def unlike(one: str, other: str) -> str:
    """Figures of different units combined."""
    return f"Two figures that count different things are combined: {one} and {other}."


UNLIKE_HINT = "Select them side by side, each in a column of its own, or divide one by the other."
UNLIKE_SHARE_HINT = "A percentage is a part of a whole of the same things: 100.0 * count(*) FILTER (...) / count(*)."


ADDED_TWICE = "Two counts are added that may count the same rows: those that satisfy both conditions count twice."
ADDED_TWICE_HINT = "Count once with OR: count(*) FILTER (WHERE a OR b)."
RATE_OF_OTHERS = "A rate divides by figures of other places or reports than those it counts."
RATE_OF_OTHERS_HINT = "Ask both for the same state, county and reports."


def unlike_columns(one: str, other: str) -> str:
    """Two columns of different kinds equated."""
    return f"A condition equates {one} with {other}, which hold values of different kinds."


BY_NAME = "{function}(...) goes along an order by name (or a moving frame along an order by figures), which is chance."
BY_NAME_HINT = "Order the window by a day, a report or a figure; moving frames by a day or a report."
DAYS_AS_TEXT = "Days are compared or sorted as texts whose order is not that of the days."
DAYS_AS_TEXT_HINT = "Compare and sort the day itself, or its text as '%Y-%m-%d'."
STARTS_ANEW = "{function}(...) goes along numbers that start anew in every report."
STARTS_ANEW_HINT = "Order by report_id first, or write PARTITION BY report_id."
OTHER_GROUPS = "{function}(...) would look at the row of another group than its own."
OTHER_GROUPS_HINT = "Write PARTITION BY with all that the rows are grouped by, but for what they are in the order of."
UNION_LABEL_HINT = "Select them in columns of their own, or add a text column that says which row is which."
TOTAL_OVER_ONE = "A total is divided by one of many values, of which it is no part."
TOTAL_OVER_ONE_HINT = "Divide totals: add up both sides over the same rows, in subqueries if need be."

# -- fan-out


def repeated(function: str, view: str, by: str) -> str:
    """An aggregate over rows that a join repeats."""
    return f"{function} would count rows of {view} more than once, because the join with {by} repeats them."


def repeated_hint(view: str) -> str:
    """The ways to write it."""
    return (
        f"Add up {view} in a subquery before joining, use EXISTS (or SEMI JOIN) instead of the join, "
        "count(DISTINCT ...), or group by the other side's key."
    )


def listed_twice(view: str, by: str) -> str:
    """A list whose rows a join repeats."""
    return f"Rows of {view} would be listed more than once, because the join with {by} repeats them."


LISTED_TWICE_HINT = "Use EXISTS (or SEMI JOIN) instead of the join, or SELECT DISTINCT."
EMPTY_ROW = "After an outer join {function} would also count rows that have no match."
EMPTY_ROW_HINT = "Count a column of the joined side: count(r.row_no)."
DISTINCT_SUM = "{function}(DISTINCT ...) drops rows that happen to have equal values."
DISTINCT_SUM_HINT = "Add up before joining, in a subquery."
DISTINCT_ON_SUM = "DISTINCT ON keeps one row a group, and the total leaves out the others."
DISTINCT_ON_SUM_HINT = "Add up all rows, or write QUALIFY row_number() OVER (...) = 1 where one row a group is meant."
UNION_TWICE = "Rows of {view} may stand in more than one part of the UNION ALL and would be counted more than once."
UNION_HINT = "Use one SELECT with OR, or make the parts exclude each other by the same column."

# -- literals


def unknown_value(column: str, value: str, near: Iterable[str]) -> str:
    """A text that no row and no vocabulary knows."""
    shown = ", ".join(near)
    return f"No {column} is called '{value}'." + (f" Nearest: {shown}." if shown else "")


def no_match(column: str, pattern: str) -> str:
    """A pattern that matches no row."""
    return f"Nothing in {column} is like '{pattern}'."


def report_not_loaded(report: str, loaded: Iterable[str]) -> str:
    """A report that is not loaded: its figures are not zero."""
    return f"Report {report} is not loaded. Loaded: {', '.join(sorted(loaded)) or 'none'}."


def date_not_loaded(column: str, asked: date, first: date, last: date) -> str:
    """A day outside what is loaded."""
    return f"{asked.isoformat()} lies outside what is loaded ({column} runs from {first} to {last})."


def no_day_fits(condition: str, column: str, days: tuple[date, date] | None) -> str:
    """A month, year or week of which nothing is loaded."""
    runs = f" ({column} runs from {days[0]} to {days[1]})" if days is not None else ""
    return f"No day that is loaded fits {condition}{runs}."


def no_report_fits(condition: str, loaded: Iterable[str]) -> str:
    """A condition on reports that none of those loaded satisfies."""
    return f"No report that is loaded fits {condition}. Loaded: {', '.join(sorted(loaded)) or 'none'}."
