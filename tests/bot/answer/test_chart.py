"""Charts: which kind, titled with the finding, with the answer's values and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from bot.answer.chart import ChartSpec, chart_of
from bot.answer.chart_png import draw
from bot.ask import Desk
from bot.query import Dimension, Measure, Query
from tests.bot.answer.plans import SHARE_CONVICTED, TRAVIS, WILLIAMSON, asked, by, sides, week


def chart(desk: Desk, query: Query) -> ChartSpec:
    spec = chart_of(desk.ask_query(query))
    assert spec is not None
    return spec


def test_a_ranking_is_bars_titled_with_its_leader(desk: Desk) -> None:
    spec = chart(desk, asked(week(2), group_by=by("state")))
    assert (spec.kind, spec.title) == ("bar", "New York leads with 12 refusals")
    assert spec.categories[:2] == ("New York", "California")
    assert spec.series[0].values[:2] == (12.0, 8.0)


def test_weeks_are_columns_titled_with_the_change(desk: Desk) -> None:
    spec = chart(desk, asked(TRAVIS, group_by=by("report")))
    assert spec.kind == "column"
    assert spec.title == "From 142 to 10 refusals, week of Jan 28 to week of Feb 11"


def test_a_day_that_stands_out_is_the_finding(desk: Desk) -> None:
    spec = chart(desk, asked(week(1), group_by=(Dimension(field="declined_on", bucket="day"),)))
    assert spec.title == "Feb 1 stands out with 150 refusals"


def test_parts_are_stacked(desk: Desk) -> None:
    spec = chart(desk, asked(group_by=by("state", "disposition")))
    assert spec.kind == "stacked"
    assert [s.name for s in spec.series] == ["charge", "conviction"]
    texas = spec.categories.index("Texas")
    assert [s.values[texas] for s in spec.series] == [84.0, 77.0]


def test_slices_over_groups_are_grouped(desk: Desk) -> None:
    pair = sides(("week 1", week(1)), ("week 2", week(2)))
    spec = chart(desk, Query(slices=pair, group_by=by("state"), contrast="side_by_side"))
    assert spec.kind == "grouped"
    assert [s.name for s in spec.series] == ["week 1", "week 2"]


def test_the_difference_is_no_bar(desk: Desk) -> None:
    pair = sides(("Travis County, Texas", TRAVIS), ("Williamson County, Texas", WILLIAMSON))
    spec = chart(desk, Query(slices=pair, contrast="difference"))
    assert spec.categories == ("Travis County, Texas", "Williamson County, Texas")


def test_shares_keep_their_unit(desk: Desk) -> None:
    spec = chart(desk, asked(measure=SHARE_CONVICTED, group_by=by("state"), order="most"))
    assert spec.unit == "percent"
    assert "%" in spec.title


def test_a_long_ranking_says_that_it_is_cut(desk: Desk) -> None:
    spec = chart(desk, asked(group_by=by("county")))
    assert len(spec.categories) == 12
    assert "the first 12 of 55" in spec.subtitle
    assert "43 more" in spec.alt


def test_sample_data_and_corrections_are_said_on_the_chart(desk: Desk) -> None:
    spec = chart(desk, asked(group_by=by("report")))
    assert "SAMPLE" in spec.label
    assert "as published" in spec.subtitle


@pytest.mark.parametrize(
    "query",
    [
        asked(TRAVIS),
        asked(week(1), measure=Measure(kind="rows")),
        Query(subject="caveats", measure=Measure(kind="text")),
        asked(week(1), group_by=by("state", "offense")),
    ],
)
def test_what_a_sentence_says_as_well_has_no_chart(desk: Desk, query: Query) -> None:
    assert chart_of(desk.ask_query(query)) is None


@pytest.mark.parametrize("kind", ["bar", "column", "line", "stacked", "grouped"])
def test_every_kind_draws(desk: Desk, kind: str) -> None:
    pair = sides(("week 1", week(1)), ("week 2", week(2)))
    spec = chart(desk, Query(slices=pair, group_by=by("state"), contrast="side_by_side"))
    picture = Image.open(io.BytesIO(draw(replace(spec, kind=kind))))  # type: ignore[arg-type]
    assert picture.width == 1350
    colours = picture.convert("RGB").getcolors(maxcolors=1_000_000)
    assert colours is not None
    assert len(colours) > 20
