"""What a model is told of a refused plan: the place in it, and a form that is accepted."""

from __future__ import annotations

import json

import pytest

from bot.query import Dimension, Filter, Measure, Place, Query, Slice
from bot.understand.lexicon import Lexicon
from bot.understand.model.ground import ground
from bot.understand.model.reply import PLAN_FIELDS, Reply, reply_schema

TRAVIS = Filter(field="place", values=(Place(state="Texas", county="Travis"),))
MEXICO = Filter(field="citizenship", values=("Mexico",))


@pytest.mark.parametrize(
    ("plan", "question", "told"),
    [
        (Query(filters=(TRAVIS, MEXICO)), "refusals in Travis County", "`query.filters[1]` holds citizenship Mexico"),
        (
            Query(
                slices=(Slice(label="", filters=(TRAVIS,)), Slice(label="", filters=(MEXICO,))), contrast="side_by_side"
            ),
            "travis vs williamson",
            "`query.slices[1].filters[0]` holds citizenship Mexico",
        ),
        (
            Query(measure=Measure(kind="share", of=(MEXICO,))),
            "what share of refusals were convicted",
            '{"field":"disposition","values":["conviction"]}',
        ),
        (Query(group_by=(Dimension(field="offense"),)), "refusals by facility", "`query.group_by[0]` offense"),
        (Query(group_by=(Dimension(field="facility"),), limit=4, order="most"), "top 3 facilities", "use 3"),
        (Query(), "median days between issue and refusal", "`measure.stat` median"),
        (Query(filters=(TRAVIS,)), "how many got sprung in Travis County", "add to `words`"),
        (Query(), "how many detainers did Franklin get in week 1?", "reply `cannot`"),
    ],
)
def test_a_refusal_names_the_place_and_an_accepted_form(
    plan: Query, question: str, told: str, lexicon: Lexicon
) -> None:
    problems = ground(plan, question, [], lexicon).problems
    assert told in " ".join(problems)
    assert all(problem.endswith(".") for problem in problems)


def test_the_form_that_is_told_is_accepted(lexicon: Lexicon) -> None:
    question = "refusals of Hondurans in Travis County in week 2"
    [told] = [p for p in ground(Query(filters=(TRAVIS,)), question, [], lexicon).problems if "citizenship" in p]
    form = json.loads(told[told.index("{") : told.rindex("}") + 1])
    mended = Query(filters=(TRAVIS, Filter.model_validate(form), Filter(field="report", values=("2017-02-04",))))
    assert ground(mended, question, [], lexicon).problems == []


def test_the_schema_offers_what_the_prompt_documents() -> None:
    schema = reply_schema()
    assert set(schema["$defs"]["Query"]["properties"]) == set(PLAN_FIELDS)
    text = json.dumps(schema)
    for name in ("label", "foia_detainers", "lift_reason", "gender", '"county", "report"'):
        assert name not in text
    plan = {"slices": [{"filters": [{"field": "state", "values": ["Texas"]}]}]}
    assert Reply.model_validate({"query": plan}).query is not None
