"""Taking a "notable criminal activity" cell apart: the offense, and whether it is a charge or a conviction."""

from __future__ import annotations

from ingest.vocabulary.patterns import compiled

_CHARGE = r"pending\s+charges?|charges?\s+pending|charge[ds]?|pending"
_CONVICTION = r"convict(?:ions?|ed)?"
_WORD = rf"(?P<word>(?:{_CHARGE}|{_CONVICTION}))"
# "Assault (Charge)", "Assault [Convicted]"; a bracket anywhere, so that several activities in one cell part there.
_BRACKETED = rf"\s*[-–—]?\s*[(\[]\s*{_WORD}\s*[)\]]"
# "Assault - Conviction", "Assault, charged", "Assault: Charge" at the end of the cell.
_TRAILING = rf"\s*[-–—,:;/]\s*{_WORD}\s*$"
# "Conviction: Assault", "Charge - Assault", "Convicted of assault", "Charged with assault".
_LEADING = rf"^\s*{_WORD}\s*(?:[-–—:]|\b(?:of|with|for)\b)\s*"
_EDGES = " \t\r\n;,.|/•-–—"

CHARGE, CONVICTION = "charge", "conviction"


def _disposition(word: str) -> str:
    return CONVICTION if word.casefold().startswith("convict") else CHARGE


def _trim(text: str) -> str:
    plain = " ".join(text.split()).strip(_EDGES)
    for conjunction in ("and ", "& "):
        if plain.casefold().startswith(conjunction):
            plain = plain[len(conjunction) :].strip(_EDGES)
    return plain


def split_activities(text: str) -> list[tuple[str, str | None]]:
    """Each activity of a cell as (offense as printed, "charge" | "conviction" | None).

    Activities are told apart by their bracketed markers ("Assault (Charge); Burglary (Conviction)"). Text
    without a marker is one activity with disposition None. An empty cell has none.
    """
    text = " ".join(text.split())  # line ends and hard spaces of a wrapped cell
    marks = list(compiled(_BRACKETED).finditer(text))
    if not marks:
        return _unbracketed(text)
    found: list[tuple[str, str | None]] = []
    begin = 0
    for mark in marks:
        found.append((_trim(text[begin : mark.start()]), _disposition(mark["word"])))
        begin = mark.end()
    rest = _trim(text[begin:])
    if rest:
        found.append((rest, None))
    return found


def _unbracketed(text: str) -> list[tuple[str, str | None]]:
    for form in (_TRAILING, _LEADING):
        mark = compiled(form).search(text)
        if mark:
            offense = _trim(text[: mark.start()] + text[mark.end() :])
            if offense:
                return [(offense, _disposition(mark["word"]))]
    offense = _trim(text)
    return [(offense, None)] if offense else []


def split_activity(text: str) -> tuple[str, str | None]:
    """The offense and the disposition of a whole cell: ("Assault", "charge") for "Assault (Charge)".

    The disposition is None when the cell states none, states one for only a part, states none of an offense,
    or states different ones for several offenses: such a row belongs in quarantine. Several offenses with the
    same disposition are joined by "; ". An empty cell gives ("", None).
    """
    activities = split_activities(text)
    offense = "; ".join(name for name, _ in activities if name)
    stated = {disposition for _, disposition in activities}
    if len(stated) != 1 or not all(name for name, _ in activities):
        return offense, None
    return offense, stated.pop()
