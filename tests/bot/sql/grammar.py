"""Statements made by rule: honest ones of many shapes, and the same with one thing spoiled."""

from __future__ import annotations

from hypothesis import strategies as st

_TEXTS = ["county", "state", "facility", "citizenship", "offense", "disposition"]
_OPEN = _TEXTS[:-1]  # a disposition other than the one that a figure counts would leave it nothing
_NUMBERS = ["row_no", "page"]
_DATES = ["issued_on", "declined_on"]
_VALUES = ["'Travis'", "'Texas'", "'Mexico'", "'Assault'", "'O''Brien'", "'2017'"]

conditions = st.recursive(
    st.one_of(
        st.builds("{} {} {}".format, st.sampled_from(_OPEN), st.sampled_from(["=", "<>"]), st.sampled_from(_VALUES)),
        st.builds("{} ILIKE '%{}%'".format, st.sampled_from(_TEXTS), st.sampled_from(["tra", "assault", "dui"])),
        st.builds("{} {} {}".format, st.sampled_from(_NUMBERS), st.sampled_from([">", "<="]), st.integers(1, 400)),
        st.builds("{} >= DATE '2017-0{}-01'".format, st.sampled_from(_DATES), st.integers(1, 4)),
        st.builds("{} IS NOT NULL".format, st.sampled_from(_TEXTS)),
        st.sampled_from(["NOT withdrawn", "issued_on < declined_on", "state IN ('Texas', 'Ohio')"]),
    ),
    lambda inner: st.builds("({} AND {} IS NOT NULL)".format, inner, st.sampled_from(_TEXTS)),
    max_leaves=3,
)
figures = st.sampled_from(
    [
        "count(*)",
        "count(DISTINCT county)",
        "count(*) FILTER (WHERE disposition = 'charge')",
        "sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END)",
        "round(100.0 * count(*) FILTER (WHERE disposition = 'charge') / nullif(count(*), 0), 1)",
        "avg(declined_on - issued_on)",
        "median(date_diff('day', issued_on, declined_on)) / 7",
        "min(declined_on)",
        "max(issued_on)",
        "string_agg(DISTINCT county, ', ')",
    ]
)
groups = st.lists(st.sampled_from([*_TEXTS, "report_id"]), unique=True, max_size=3)
sources = st.sampled_from(
    [
        "refusals",
        "main.refusals",
        "(SELECT * FROM refusals) AS q",
        "(SELECT * FROM refusals WHERE state <> 'Guam') AS q",
    ]
)


@st.composite
def honest(draw: st.DrawFn) -> str:
    """A statement of one figure or a table over refusals, in one of several shapes."""
    keys: list[str] = draw(groups)
    figure, source, condition = draw(figures), draw(sources), draw(conditions)
    if "/ nullif" in figure:  # a share of charges among charges
        keys = [key for key in keys if key != "disposition"]
    filtered: bool = draw(st.booleans())
    where = f" WHERE {condition}" if filtered else ""
    columns = "".join(f"{key}, " for key in keys)
    by = f" GROUP BY {', '.join(keys)}" if keys else ""
    ranked: bool = draw(st.booleans())
    order = f" ORDER BY {len(keys) + 1} DESC LIMIT {draw(st.integers(1, 1000))}" if keys and ranked else ""
    statement = f"SELECT {columns}{figure} AS n FROM {source}{where}{by}{order}"
    shape = draw(st.sampled_from(["plain", "cte", "subquery", "brackets"]))
    if shape == "cte":
        return f"WITH t AS ({statement}) SELECT * FROM t"
    if shape == "subquery":
        return f"SELECT n FROM ({statement}) AS t ORDER BY n"
    return f"({statement})" if shape == "brackets" else statement


_SPOILED_CONDITIONS = [
    "1 = 1",
    "true",
    "county = county",
    "county = 'x' OR 1 < 2",
    "state = 'a' OR state <> 'a'",
    "now() > declined_on",
]
_SPOILED_FIGURES = ["4231", "count(*) * 3", "count(*) + 17", "coalesce(max(page), 99)", "sum(5)", "max(500)", "'4231'"]
_SPOILED_SOURCES = [
    "read_csv('/etc/passwd')",
    "'refusals.csv'",
    "other.main.refusals",
    "refusals_rows",
    "refusals, issued",
    "(VALUES (1)) AS refusals",
    "range(10) AS r",
    "refusals TABLESAMPLE 5%",
    "policies AS refusals",
]


@st.composite
def hostile(draw: st.DrawFn) -> str:
    """An honest statement with one thing spoiled: its condition, its figure or its source."""
    keys: list[str] = draw(groups)
    figure, source, condition = draw(figures), draw(sources), draw(conditions)
    spoiled = draw(st.sampled_from(["condition", "figure", "source"]))
    if spoiled == "condition":
        condition = draw(st.sampled_from(_SPOILED_CONDITIONS))
    elif spoiled == "figure":
        figure = draw(st.sampled_from(_SPOILED_FIGURES))
    else:
        source = draw(st.sampled_from(_SPOILED_SOURCES))
    columns = "".join(f"{key}, " for key in keys)
    by = f" GROUP BY {', '.join(keys)}" if keys else ""
    return f"SELECT {columns}{figure} AS n, count(*) AS m FROM {source} WHERE {condition}{by}"
