"""The characters of ZapfDingbats, which every PDF reader brings along and which pdfminer takes for letters.

Codes as in ISO 32000-1, annex D.6. Most of them run parallel to Unicode's block of dingbats.
"""

from __future__ import annotations

_ELSEWHERE = {
    0x20: " ", 0x25: "\u260e", 0x2A: "\u261b", 0x2B: "\u261e", 0x48: "\u2605", 0x6C: "\u25cf", 0x6E: "\u25a0",
    0x73: "\u25b2", 0x74: "\u25bc", 0x75: "\u25c6", 0x77: "\u25d7", 0xA8: "\u2663", 0xA9: "\u2666", 0xAA: "\u2665",
    0xAB: "\u2660", 0xD5: "\u2192", 0xD6: "\u2194", 0xD7: "\u2195",
}  # fmt: skip
_DIGITS = range(0xAC, 0xB6)  # circled 1 to 10, which Unicode has among its enclosed numbers


def is_dingbats(font_name: str) -> bool:
    """Whether a font is ZapfDingbats (its name may bear the six letters of a subset)."""
    return font_name.partition("+")[2] == "ZapfDingbats" or font_name == "ZapfDingbats"


def dingbat(code: int) -> str | None:
    """The character of a code; None where the font has none."""
    if code in _ELSEWHERE:
        return _ELSEWHERE[code]
    if code in _DIGITS:
        return chr(0x2460 + code - _DIGITS.start)
    if 0x21 <= code <= 0x7E:
        return chr(0x2700 + code - 0x20)
    return chr(0x2700 + code - 0x40) if 0xA1 <= code <= 0xFE and code != 0xF0 else None
