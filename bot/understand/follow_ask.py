"""Questions back about a fragment, each choice a complete plan made from the last one."""

from __future__ import annotations

from bot.messages import declines as say
from bot.query import Dimension, Measure, Query
from bot.understand.draft import Stuck
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice, Clarify
from bot.understand.reading import describe


def which_all(stuck: Stuck, last: Query, lexicon: Lexicon) -> Clarify:
    """ "all of them", "the total that week": all reports for the same place and the like, or every row there is?"""
    week = stuck.options  # "that week": the report stays, and whether the rest does is asked
    fields = () if week else ("report", "declined_on")
    same = last.model_copy(update={"filters": tuple(f for f in last.filters if f.field not in fields)})
    every = last.model_copy(update={"filters": tuple(f for f in last.filters if week and f.field == "report")})
    choices = (Choice(describe(same, lexicon), same), Choice(describe(every, lexicon), every))
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)


_WAYS = (("report", say.BY_WEEK), ("place", say.BY_PLACE), ("offense", say.BY_KIND), ("citizenship", say.BY_COUNTRY))


def break_by(stuck: Stuck, last: Query) -> Clarify:
    """ "break that down": by what?"""
    plain = last.model_copy(update={"measure": Measure(), "yes_no": False, "claim": None, "also": None})
    fixed = {f.field for f in last.filters if not f.negated and len(f.values) == 1 and f.field != "place"}
    choices = tuple(
        Choice(
            label,
            plain.model_copy(
                update={
                    "group_by": (Dimension.model_validate({"field": name}),),
                    "order": None if name == "report" else "most",
                }
            ),
        )
        for name, label in (*_WAYS, ("disposition", say.BY_DISPOSITION))
        if name not in fixed
    )
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)
