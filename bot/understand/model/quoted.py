"""Which passages a plan quotes, against the passages that the question asks for.

A topic selects among paragraphs of the reports, which are quoted and hold no figure of the desk's. Where passages are
asked for, a topic may be reached by meaning beside one that the words name; instead of it, the person is asked. Where
no passage is asked for, there is no topic at all.
"""

from __future__ import annotations

from bot.messages import model_repair as say
from bot.query import Query
from bot.understand.draft import Draft, Stuck
from bot.understand.lists import Parts
from bot.understand.model.keys import every_filter
from bot.understand.model.where import path_of_field
from bot.understand.passages import text_query, topics_asked
from bot.understand.subject import subject_of

Found = list[str]


def passage_problems(plan: Query, draft: Draft) -> tuple[Found, Found]:
    """(problems, doubts) of the topics and sections that a plan quotes."""
    if plan.subject != "caveats":
        return [], []
    topics, sections = _values(plan, "topic"), _values(plan, "section")
    asked = subject_of(draft) == "caveats"
    named_topics, named_sections = _named(draft)
    if not asked and (topics - named_topics or sections - named_sections):
        return [say.passages_not_asked(path_of_field("topic" if topics else "section", plan))], []
    doubts = [say.unsettled("topic")] if topics and topics.isdisjoint(named_topics) else []
    return [], doubts + ([say.unsettled("section")] if sections != named_sections and sections else [])


def _values(plan: Query, field: str) -> set[str]:
    return {str(v) for f in every_filter(plan) if f.field == field for v in f.values}


def _named(draft: Draft) -> tuple[set[str], set[str]]:
    """The topics and sections that the interpreter's own rules find."""
    topics = set(topics_asked(draft))
    parts: Parts = {}
    try:
        text_query(draft, parts)
    except Stuck:
        return topics, set()
    found = {str(v) for c in draft.of("topic") for v in c.values}
    return found or topics, {str(v) for c in draft.of("section") for v in c.values}
