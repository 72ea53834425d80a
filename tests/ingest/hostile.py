"""PDFs made to hang, to crash or to fill the memory; and sound files with bytes changed at random."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from random import Random

Attack = bytes | Callable[[], bytes]

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
TEXT = b"BT /F 12 Tf 72 700 Td (Weekly Declined Detainer Outcome Report) Tj ET"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object's text."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def packed(data: bytes) -> bytes:
    """A Flate stream."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def pdf(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """A file from its objects, by number; 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, trailer, start)
    return bytes(out)


def page(content: bytes, more: bytes = b"", **others: bytes) -> bytes:
    """A file of one page; `others` are objects by name `o<number>`."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: PAGE % more,
        4: content,
        5: FONT,
        **{int(name[1:]): body for name, body in others.items()},
    }
    return pdf(objects)


def twice_packed(data: bytes) -> bytes:
    """Flate within Flate."""
    return zlib.compress(zlib.compress(data, 9), 9)


def made(attack: Attack) -> bytes:
    """An attack's bytes."""
    return attack if isinstance(attack, bytes) else attack()


def attacks() -> Iterator[tuple[str, Attack]]:
    """Named hostile files; those that take a second to make are made when they are wanted."""
    yield "reference loop", page(stream(TEXT), o3=PAGE.replace(b"[0 0 612 792]", b"6 0 R") % b"", o6=b"6 0 R")
    yield "page tree loop", page(stream(TEXT), o2=b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>")
    yield "flate bomb", lambda: page(packed(b"0" * (1 << 28)))
    yield (
        "double flate bomb",
        lambda: page(stream(twice_packed(b"0" * (1 << 27)), b"/Filter[/FlateDecode/FlateDecode]")),
    )
    yield "run length chain", page(stream(b"\x81\x81" * 4000 + b"\x80", b"/Filter[/RunLengthDecode/RunLengthDecode]"))
    forms = {
        f"o{n}": stream(
            b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (n + 1)
        )
        for n in range(6, 15)
    }
    forms["o15"] = stream(TEXT, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    yield "form bomb", page(stream(b"/X Do " * 10), b"/XObject<</X 6 0 R>>", **forms)
    yield "form calls itself", page(
        stream(b"/X Do"), b"/XObject<</X 6 0 R>>",
        o6=stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"),
    )  # fmt: skip
    yield "five million characters", page(packed(b"BT /F 1 Tf (" + b"x" * 5_000_000 + b") Tj ET"))
    yield "many rectangles", page(packed(b"0 0 9 9 re f " * 200_000))
    yield "deep arrays", page(stream(b"[" * 50_000 + b"]" * 50_000 + TEXT))
    yield "deep dictionaries", page(stream(TEXT), o6=b"<</A" * 20_000 + b">>" * 20_000)
    yield "nested graphics states", page(packed(b"q " * 300_000 + TEXT))
    yield "inline image without end", page(stream(b"BI /W 9 /H 9 ID " + b"E" * 300_000))
    unicode_map = b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"
    yield "huge character map", page(stream(TEXT), o5=FONT[:-2] + b"/ToUnicode 6 0 R>>", o6=stream(unicode_map))
    yield (
        "huge predictor",
        page(stream(zlib.compress(TEXT), b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>")),
    )
    yield "xref stream index", page(stream(TEXT)).replace(b"xref\n0 6", b"xref\n0 999999999")
    yield "startxref elsewhere", page(stream(TEXT)).replace(b"startxref\n", b"startxref\n9")
    yield (
        "previous xref loop",
        pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"}, b"/Prev 9"),
    )
    yield "length loop", page(b"<</Length 4 0 R>>stream\n" + TEXT + b"\nendstream")
    yield "no media box", page(stream(TEXT), o3=b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>")
    yield "huge page", page(stream(TEXT), o3=PAGE.replace(b"612 792", b"99999999999 99999999999") % b"")
    yield "page of no size", page(stream(TEXT), o3=PAGE.replace(b"612 792", b"0 0") % b"")
    yield (
        "script and attachment",
        page(stream(TEXT), o1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Names<<>>>>"),
    )
    kids = b" ".join([b"3 0 R"] * 5000)
    yield "one page five thousand times", page(stream(TEXT), o2=b"<</Type/Pages/Kids[%s]/Count 5000>>" % kids)
    many = {6 + n: PAGE % b"" for n in range(2500)}
    kids = b" ".join(b"%d 0 R" % number for number in many)
    yield (
        "thousands of pages",
        pdf(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[%s]/Count 2500>>" % kids,
                4: stream(TEXT),
                5: FONT,
                **many,
            }
        ),
    )
    yield "zip bomb named xlsx", b"PK\x03\x04" + b"\x00" * 2000
    yield "html of nested tables", b"<html>" + b"<table><tr><td>" * 5000 + b"Declined Detainer Outcome Report"


def mutations(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """A sound file with some bytes changed, cut out, doubled or filled; its end mark stays."""
    rng = Random(seed)
    for _ in range(count):
        copy = bytearray(data)
        for _ in range(rng.choice([1, 3, 30])):
            at = rng.randrange(20, len(copy) - 60)
            size = rng.choice([1, 2, 8, 200])
            how = rng.randrange(4)
            if how == 0:
                copy[at : at + size] = rng.randbytes(size)
            elif how == 1:
                del copy[at : at + size]
            elif how == 2:
                copy[at:at] = copy[at : at + size]
            else:
                copy[at : at + size] = bytes(size)
        yield bytes(copy)
