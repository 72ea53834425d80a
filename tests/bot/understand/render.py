"""Plans said in English by templates of their own: what is said has to be read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from bot.query import Dimension, Filter, Having, Measure, Place, Query, Slice
from bot.understand.draft import Cond, Draft
from bot.understand.lexicon import Lexicon
from bot.understand.reading import slice_label

ORDINALS = ("first", "second", "third")
# Names that no other printed name holds.
PLAIN = ["Burglary", "Robbery", "Larceny", "Kidnapping", "Forgery", "Homicide", "Trespassing"]
GROUPS: dict[str, tuple[Dimension, str, str]] = {
    "state": (Dimension(field="state"), "state", "states"),
    "place": (Dimension(field="place"), "county", "counties"),
    "citizenship": (Dimension(field="citizenship"), "nationality", "nationalities"),
    "offense": (Dimension(field="offense"), "offense", "offenses"),
    "facility": (Dimension(field="facility"), "facility", "facilities"),
}


class Said:
    """A condition with ways to say it behind "refusals"."""

    def __init__(self, item: Filter, ways: list[str]) -> None:
        self.item, self.ways = item, ways


def conditions(lexicon: Lexicon) -> list[st.SearchStrategy[Said]]:
    """One strategy a field, so that no field comes twice."""
    counties = sorted({(r.state, r.county) for r in lexicon.declining if r.state and r.county and r.state != r.county})
    clear = [(s, c) for s, c in counties if s != "New York" and s is not None and c is not None]
    countries = [
        c for c in lexicon.citizenships if c not in ("Georgia", "Korea", "Ussr") and "," not in c and "-" not in c
    ]
    return [
        st.sampled_from(clear).map(lambda p: _county(p[0], p[1])),
        st.integers(1, len(lexicon.reports)).map(lambda n: _report(lexicon, n)),
        st.tuples(st.sampled_from(countries), st.booleans()).map(lambda c: _country(*c)),
        st.tuples(st.sampled_from(PLAIN), st.booleans()).map(lambda o: _offense(*o)),
        st.sampled_from(["charge", "conviction"]).map(_disposition),
        st.integers(2012, 2017).map(_issued_before),
    ]


def _county(state: str, county: str) -> Said:
    ways = [
        f"in {county} County, {state}",
        f"in {county} County ({state})",
        f"at the {county} County, {state} jails"[:0] or f"in {county}, {state}",
    ]
    return Said(Filter(field="place", values=(Place(state=state, county=county),)), ways)


def _report(lexicon: Lexicon, n: int) -> Said:
    report = lexicon.reports[n - 1]
    ways = [f"in week {n}", f"in the {ORDINALS[n - 1]} report", f"in the {report.start:%B} {report.start.day} report"]
    return Said(Filter(field="report", values=(report.id,)), ways)


def _country(country: str, negated: bool) -> Said:
    no = "not " if negated else ""
    ways = [f"of people {no}from {country}"] + (
        [f"of citizens of {country}"] if not negated else [f"of people who are not from {country}"]
    )
    return Said(Filter(field="citizenship", values=(country,), negated=negated), ways)


def _offense(offense: str, negated: bool) -> Said:
    ways = [f"other than {offense.lower()}"] if negated else [f"for {offense.lower()}", f"involving {offense}"]
    return Said(Filter(field="offense", values=(offense,), negated=negated), ways)


def _disposition(value: str) -> Said:
    ways = {
        "charge": ["with only a charge", "where the person was only charged"],
        "conviction": ["with a conviction", "where the person was convicted"],
    }
    return Said(Filter(field="disposition", values=(value,)), ways[value])


def _issued_before(year: int) -> Said:
    ways = [f"issued before {year}", f"that had been issued before January 1, {year}"]
    return Said(Filter(field="issued_on", op="before", values=(date(year, 1, 1),)), ways)


def ordered(lexicon: Lexicon, items: list[Filter]) -> tuple[Filter, ...]:
    """Filters in the order in which plans hold them."""
    draft = Draft([], lexicon)
    draft.conds = [Cond(0, f.field, f.op, f.values, f.negated, f.label) for f in items]
    return draft.filters()


Shape = Callable[[str, tuple[Filter, ...]], tuple[str, Query]]


def shapes(lexicon: Lexicon) -> st.SearchStrategy[Shape]:
    """What is asked about the rows: a sentence made of "refusals <conditions>", and its plan."""
    groups = st.sampled_from(sorted(GROUPS))
    return st.one_of(
        st.sampled_from(
            [
                "How many refusals {}?",
                "number of detainers declined {}",
                "What is the total number of refused detainers {}",
            ]
        ).map(_count),
        st.tuples(
            groups,
            st.sampled_from(["Refusals {} by {}", "How many refusals {} per {}?", "refusals {}, broken down by {}"]),
        ).map(lambda g: _by(*g)),
        st.tuples(groups, st.integers(2, 9)).map(lambda g: _top(*g)),
        groups.map(_most),
        groups.map(_distinct),
        st.tuples(groups, st.integers(2, 20)).map(lambda g: _having(*g)),
        st.sampled_from(["median", "average"]).map(_wait),
        st.just(_versus(lexicon)),
        st.tuples(groups, st.integers(2, 4)).map(lambda g: _place_in_ranking(*g)),
        st.just(_percent_change(lexicon)),
        groups.map(lambda g: _gone(lexicon, g)),
        st.tuples(groups, st.booleans()).map(lambda g: _in_all(lexicon, *g)),
        st.tuples(groups, st.integers(1, 3)).map(lambda g: _in_so_many(*g)),
    )


def _count(template: str) -> Shape:
    return lambda said, filters: (template.format(said), Query(filters=filters))


def _by(group: str, template: str) -> Shape:
    dimension, one, _ = GROUPS[group]
    return lambda said, filters: (template.format(said, one), Query(filters=filters, group_by=(dimension,)))


def _top(group: str, n: int) -> Shape:
    dimension, _, many = GROUPS[group]
    return lambda said, filters: (
        f"Top {n} {many} among refusals {said}",
        Query(filters=filters, group_by=(dimension,), order="most", limit=n),
    )


def _most(group: str) -> Shape:
    dimension, one, _ = GROUPS[group]
    return lambda said, filters: (
        f"Which {one} had the most refusals {said}?",
        Query(filters=filters, group_by=(dimension,), order="most", limit=1),
    )


def _distinct(group: str) -> Shape:
    dimension, _, many = GROUPS[group]
    return lambda said, filters: (
        f"How many different {many} are there among the refusals {said}?",
        Query(filters=filters, measure=Measure(kind="distinct", field=dimension.field)),
    )


def _having(group: str, n: int) -> Shape:
    dimension, _, many = GROUPS[group]
    return lambda said, filters: (
        f"Which {many} had at least {n} refusals {said}?",
        Query(filters=filters, group_by=(dimension,), having=Having(op="at_least", n=n)),
    )


def _wait(stat: str) -> Shape:
    measure = Measure.model_validate({"kind": "statistic", "field": "days", "stat": stat})
    return lambda said, filters: (
        f"What is the {stat} number of days between issue and refusal for refusals {said}?",
        Query(filters=filters, measure=measure),
    )


def _versus(lexicon: Lexicon) -> Shape:
    sides = [Filter(field="citizenship", values=(name,)) for name in ("Cuba", "Haiti")]
    slices = tuple(Slice(label=slice_label(f, lexicon), filters=(f,)) for f in sides)

    def made(said: str, filters: tuple[Filter, ...]) -> tuple[str, Query]:
        rest = tuple(f for f in filters if f.field != "citizenship")
        if rest != filters:
            return f"How many refusals {said}?", Query(filters=filters)
        return f"Compare Cuba and Haiti: refusals {said}", Query(
            filters=filters, slices=slices, contrast="side_by_side"
        )

    return made


RANKS = {2: "second most", 3: "third-highest number of", 4: "4th most"}


def _place_in_ranking(group: str, n: int) -> Shape:
    dimension, one, _ = GROUPS[group]
    return lambda said, filters: (
        f"Which {one} had the {RANKS[n]} refusals {said}?",
        Query(filters=filters, group_by=(dimension,), order="most", limit=n, nth=True),
    )


def _weeks(lexicon: Lexicon, *numbers: int) -> tuple[Slice, ...]:
    sides = [Filter(field="report", values=(lexicon.reports[n - 1].id,)) for n in numbers]
    return tuple(Slice(label=slice_label(f, lexicon), filters=(f,)) for f in sides)


def _without_weeks(made: Shape) -> Shape:
    """Only where no week is a condition already: a comparison of weeks cannot have one."""
    dated = ("report", "declined_on")
    return lambda said, filters: (
        made(said, filters)
        if not any(f.field in dated for f in filters)
        else (f"How many refusals {said}?", Query(filters=filters))
    )


def _percent_change(lexicon: Lexicon) -> Shape:
    slices = _weeks(lexicon, 1, 2)
    return _without_weeks(
        lambda said, filters: (
            f"By what percentage did refusals {said} fall from week 1 to week 2?",
            Query(filters=filters, slices=slices, contrast="percent"),
        )
    )


def _gone(lexicon: Lexicon, group: str) -> Shape:
    dimension, _, many = GROUPS[group]
    slices = _weeks(lexicon, 1, 3)
    return _without_weeks(
        lambda said, filters: (
            f"Which {many} had refusals {said} in week 1 but not in week 3?",
            Query(filters=filters, group_by=(dimension,), slices=slices, contrast="except"),
        )
    )


def _in_all(lexicon: Lexicon, group: str, counted: bool) -> Shape:
    dimension, _, many = GROUPS[group]
    slices = _weeks(lexicon, 1, 2, 3)
    measure = Measure(kind="distinct", field=dimension.field) if counted else Measure()
    return _without_weeks(
        lambda said, filters: (
            f"{'How many' if counted else 'Which'} {many} with refusals {said} appear in all three reports?",
            Query(filters=filters, measure=measure, group_by=(dimension,), slices=slices, contrast="both"),
        )
    )


def _in_so_many(group: str, n: int) -> Shape:
    dimension, _, many = GROUPS[group]
    return _without_weeks(
        lambda said, filters: (
            f"Which {many} with refusals {said} appear in exactly {n} report{'s' * (n > 1)}?",
            Query(
                filters=filters,
                measure=Measure(kind="distinct", field="report"),
                group_by=(dimension,),
                having=Having(op="is", n=n),
            ),
        )
    )
