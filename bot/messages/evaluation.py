"""Words of the evaluation: errors in a question set, and the report."""

from __future__ import annotations

TITLE = "# Evaluation"
MISSES = "## Every miss"
NO_MISS = "None."
HEAD = (
    "| kind | n | right | wrong | overreach | missed | mixed | RS(10) | caveat recall |\n"
    "|---|---|---|---|---|---|---|---|---|"
)
ALL = "**all**"


def not_yaml(path: str, why: str) -> str:
    return f"{path} is not a question set: {why}."


def no_items(path: str) -> str:
    return f"{path} holds no list of questions."


def bad_item(path: str, number: int, why: str) -> str:
    return f"{path}, item {number:,}: {why.strip()}."


def line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def summary(
    n: int, reliability: float, recall: float | None, precision: float | None, each: float, mid: float, high: float
) -> str:
    """The set in a paragraph."""
    return (
        f"{n:,} questions. RS(10) {reliability:.1f}: right +1, wrong or answered though it should not be -10, "
        "silence 0. "
        f"Caveat recall {share(recall)}, precision {share(precision)} (lower bound), {each:.2f} entries an answer. "
        f"Median {mid * 1000:.1f} ms an answer, 95% within {high * 1000:.1f} ms."
    )


def miss(identity: str, kind: str, outcome: str, question: str, expected: str, reading: str, text: str) -> str:
    """One miss: what was asked, how it was read, what was said."""
    return (
        f"### {identity} ({kind}): {outcome}\n\n- asked: {question}\n- expected: {expected}\n"
        f"- read as: {reading or '–'}\n"
        f"- said: {text}\n"
    )
