"""Plans with the right rows that measure another thing over them: pages for detainers issued, a count for a list."""

from __future__ import annotations

from typing import Any

import pytest

from bot.ask import Desk
from bot.query import Dimension, Filter, Having, Measure, Place, Query
from bot.understand.lexicon import Lexicon
from bot.understand.model.ground import ground
from bot.understand.outcome import Understood
from tests.bot.understand.model.test_shape import silent

POSTED = "when was the first report posted"
PAGES = "how many pages is report 1"
NATIONWIDE = "how many detainers were issued nationwide in week 1"
SECTION_ONE = "detainers issued in week 1 by county"
ENACTED = "when was the Ithaca policy enacted"
POLICY = "what does the policy of Travis County say"
POLICIES = "how many policies are listed in week 1"
LISTED = "how many jurisdictions in Pennsylvania have a policy in week 1"
BASTROP = "how many refusals in Bastrop County"
TOP = "top 3 facilities in week 1"
SECOND = "which state has the second most refusals"
PAGES_OF = Measure(kind="total", field="pages")

LIES: tuple[tuple[str, dict[str, Any]], ...] = (
    (POSTED, {"measure": Measure(kind="value", fields=("pages",))}),
    (PAGES, {"measure": Measure(kind="value", fields=("posted_on",))}),
    (PAGES, {"measure": Measure(kind="total", field="issued_nationwide")}),
    (NATIONWIDE, {"measure": PAGES_OF}),
    (NATIONWIDE, {"measure": Measure(kind="total", field="declined_stated")}),
    (NATIONWIDE, {"measure": Measure(kind="statistic", field="issued_nationwide", stat="max")}),
    (SECTION_ONE, {"measure": Measure(kind="statistic", field="issued", stat="max")}),
    (ENACTED, {"measure": Measure(kind="value", fields=("aor",))}),
    (ENACTED, {"measure": Measure(kind="text")}),
    (ENACTED, {"measure": Measure()}),
    (POLICY, {"measure": Measure()}),
    (POLICY, {"measure": Measure(kind="value", fields=("enacted",))}),
    (POLICIES, {"group_by": (Dimension(field="aor"),)}),
    (POLICIES, {"measure": Measure(kind="distinct", field="jurisdiction")}),
    (LISTED, {"measure": Measure(kind="distinct", field="aor")}),
    (BASTROP, {"measure": Measure(kind="total", field="days")}),
    (BASTROP, {"measure": Measure(kind="rows")}),
    ("list the refusals in Bastrop County", {"measure": Measure()}),
    ("how many corrections did ICE make", {"measure": Measure(kind="distinct", field="effect")}),
    (TOP, {"nth": True}),
    (SECOND, {"nth": False}),
    (SECOND, {"limit": 3}),
    (BASTROP, {"contrast": "ratio"}),
    ("travis vs williamson", {"claim": Having(op="over", n=100)}),
)


def honest(question: str, desk: Desk) -> Query:
    """The interpreter's own plan."""
    outcome = desk.loaded().interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    return outcome.query


@pytest.mark.parametrize(("question", "lie"), LIES)
def test_another_measure_gives_no_figure(question: str, lie: dict[str, Any], desk: Desk, lexicon: Lexicon) -> None:
    told = honest(question, desk).model_copy(update=lie)
    assert not silent(ground(told, question, [], lexicon))


@pytest.mark.parametrize("question", sorted({q for q, _ in LIES}))
def test_the_measure_asked_for_is_taken(question: str, desk: Desk, lexicon: Lexicon) -> None:
    assert silent(ground(honest(question, desk), question, [], lexicon))


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("which jurisdictions in Washington state have a policy", Measure(kind="rows", fields=("jurisdiction",))),
        (
            "how many Pennsylvania jurisdictions are in the policy table of week 1",
            Measure(kind="distinct", field="jurisdiction"),
        ),
    ],
)
def test_what_the_words_name_more_closely_is_taken(
    question: str, measure: Measure, desk: Desk, lexicon: Lexicon
) -> None:
    plan = honest(question, desk).model_copy(update={"measure": measure})
    assert silent(ground(plan, question, [], lexicon))


def test_a_column_is_taken_by_its_name(lexicon: Lexicon) -> None:
    travis = Filter(field="place", values=(Place(state="Texas", county="Travis"),))
    plan = Query(subject="policies", measure=Measure(kind="value", fields=("aor",)), filters=(travis,))
    assert silent(ground(plan, "which field office covers Travis County in the policy list", [], lexicon))
    assert not silent(ground(plan, "what does the policy of Travis County say", [], lexicon))


def test_a_group_is_not_ranked_among_itself(lexicon: Lexicon) -> None:
    alone = Query(
        filters=(Filter(field="place", values=(Place(state="California"),)),),
        group_by=(Dimension(field="state"),),
        order="most",
        limit=1,
        yes_no=True,
    )
    assert not silent(ground(alone, "is California the top state?", [], lexicon))


def test_a_part_of_a_plan_that_no_model_is_told_of_is_refused(lexicon: Lexicon) -> None:
    spreadsheet = Query.model_validate({"subject": "foia_detainers"})
    assert not silent(ground(spreadsheet, "how many refusals?", [], lexicon))
    beyond = Query().model_copy(update={"also": None, "limit": None})
    assert silent(ground(beyond, "how many refusals?", [], lexicon))
