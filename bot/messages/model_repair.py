"""What a model is told of a plan that was refused: the place in the plan, and a form that is accepted.

These sentences go to the model in its second and last turn, never to a person.
"""

from __future__ import annotations

from collections.abc import Sequence

NOT_TWO = "The message does not fall into two questions: give one plan without `also`."
PART_AND_WHOLE = (
    "`query.measure.of` and `query.filters` are not the part and the whole of the share asked for: the part is what "
    "the percentage is counted of, everything else stands in `query.filters`."
)
SIDES = "`query.slices` are not the sides that the question compares, in its order: give one slice a side."
ALTERNATIVES = (
    "Two filters on one field are both required, and no row passes: write alternatives as `values` of one filter."
)
RESHAPED = (
    "The earlier question's measure, breakdown, order or limit was left behind and nothing in this message replaces "
    "it: repeat it in the plan."
)
SQL_SHAPE = "The statement has to be one SELECT that can be followed: no set operation, window, CASE or WITH."
SQL_TWICE = "Each view may stand in the statement once: read it once, or use `query`."


def not_in_question(what: str, path: str = "") -> str:
    """The plan holds a condition that the question does not."""
    place = f"`{path}`" if path else "The statement"
    return f"{place} holds {what}, which the question does not say: leave it out or take it as the question says it."


def passages_not_asked(path: str) -> str:
    """A topic or section, though no passage of the reports is asked for."""
    return f"`{path}` asks for passages, and the question asks for none: plan what it asks for, or reply with `cannot`."


def left_out(what: str, form: str = "") -> str:
    """The question holds a condition that the plan does not."""
    how = f"add {form} to `query.filters` (or to the part, side or half of the question it belongs to)"
    return f"The question says {what} and the plan does not: {how if form else 'every condition has to be in it'}."


def left_over(word: str) -> str:
    """A word that the desk does not know and the model did not explain."""
    return (
        f"“{word}” is a word the program does not know: add to `words` what you took it for "
        '({"words": ..., "means": ...}), in a few plain words without figures.'
    )


def without_effect(word: str, forms: Sequence[str] = ()) -> str:
    """A word that asks for something, and nothing in the plan does it."""
    how = f": it asks for {' or '.join(forms)}." if forms else "."
    return f"“{word}” has no effect in the plan{how}"


def not_asked(what: str, instead: str = "") -> str:
    """A part of the plan's shape that no word calls for."""
    return f"Nothing in the question asks for {what}: {f'use {instead}' if instead else 'leave it out'}."


def not_compared(contrast: str) -> str:
    """The wrong way of comparing."""
    return f"`query.contrast` has to be {contrast} here, with the sides in `query.slices`."


def not_for_the_reports(word: str) -> str:
    """A word for what the reports do not hold."""
    return f"“{word}” is nothing the reports hold: reply with `cannot`."


def stuck(code: str, word: str) -> str:
    """The interpreter's own rules stop at a word: that is for the person to settle."""
    if code == "negation":
        return f"What “{word}” rules out cannot be told from the question, and no plan may decide it: reply `cannot`."
    about = f" “{word}”" if word else ""
    return f"The program asks the person about{about or ' this'} ({code}), and no plan may decide it: reply `cannot`."


def unsettled(what: str, word: str = "") -> str:
    """A shape that the desk's rules do not settle."""
    return f"{what} is not settled{f' by “{word}”' if word else ''}"


FORMS = {
    "measure:count": "a `measure` that is a number (count, distinct, total, share), not value, rows or text",
    "measure:share": "`measure` share with the part in `of`",
    "measure:claim_half": "`measure` share, with `claim`",
    "measure:rate": "`measure` share or rate",
    "measure:average": "`measure.stat` average",
    "measure:median": "`measure.stat` median",
    "measure:minimum": "`measure.stat` min or `order` fewest",
    "measure:maximum": "`measure.stat` max or `order` most",
    "measure:wait": '`measure.field` "days"',
    "measure:age": 'a filter on "days" or "issued_on", or `measure.field` "days"',
    "measure:distinct": "`measure` distinct of a `field`",
    "measure:difference": "`contrast` difference",
    "measure:change": '`slices` with a `contrast`, or `group_by` "report"',
    "measure:oldest": '`measure` extreme with `stat` "min", or `order`',
    "measure:newest": '`measure` extreme with `stat` "max", or `order`',
    "order:most": "`order` most",
    "order:common": "`order` most",
    "order:top": "`order` most",
    "order:fewest": "`order` fewest",
    "order:bottom": "`order` fewest",
    "order:chronological": "`order` natural",
    "limit:top": "`limit` with `order` most",
    "limit:fewest": "`limit` with `order` fewest",
    "limit:rank": "`nth` true with `order` and `limit`",
    "limit:bound": "`having` (of groups) or `claim` (of the one figure)",
    "bound:single": "`having` is 1",
    "compare": "`slices` with `contrast`, or `group_by`",
    "cue:corrected": "`corrected` true",
    "cue:both": "`contrast` both or side_by_side",
    "cue:nothing": "`contrast` except",
    "cue:new": "`contrast` except",
    "cue:only": "a filter",
    "dimension": "`group_by`, or a `measure` of that field",
    "subject:refusal": '`subject` "refusals"',
    "subject:issued": '`subject` "issued" or "reports", or a filter on "issued_on"',
    "subject:section_one": '`subject` "issued"',
    "subject:policy": '`subject` "policies"',
    "subject:honoring": '`subject` "policies"',
    "subject:require": '`subject` "policies"',
    "subject:enact": '`subject` "policies" with the field "enacted"',
    "subject:correction": '`subject` "corrections" or `corrected`',
    "subject:dispute": '`subject` "corrections", `measure` text, with the place',
    "subject:posted": '`subject` "reports" with the field "posted_on"',
    "subject:pages": '`subject` "reports" with the field "pages"',
    "number": "`limit`, `having`, `claim` or a filter with that number",
}
"""What an accepted plan has for a word of this kind."""
