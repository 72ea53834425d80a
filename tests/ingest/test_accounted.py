"""Every word on every page ends somewhere: in a record, a caveat, a known kind of text, or unread.

The words are those of stock pdfplumber; each has to stand in the box of an item that says it.
"""

from __future__ import annotations

import io
import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pdfplumber
import pytest

from ingest.documents import ddor, pages
from ingest.documents.account import Item
from ingest.errors import Rejected
from ingest.records import Report
from tests.ingest.bad_files import reworded
from tests.ingest.conftest import FIRST, SECOND, THIRD
from tests.ingest.variants import with_fpdf, with_reportlab
from tests.ingest.variants.facts import Facts, make_facts
from tests.ingest.variants.layout import Layout, make_layout

pytestmark = pytest.mark.no_cover
VARIANTS = max(4, int(os.environ.get("DETAINER_DESK_FUZZ", "8")) // 4)
NEAR = 1.5  # points by which stock pdfplumber's box of a word may differ from ours
_PLAIN = str.maketrans({"\u00ad": None, "-": None, "\u2010": None, "\u2011": None, "\u00a0": " ", "\x02": None})


def read(data: bytes) -> tuple[Report, list[Item]]:
    """The report and where its words went."""
    report, account = ddor.read_accounted(*pages.read(data))
    return report, account.items


def plain(text: str) -> str:
    """Letters and digits as both readers spell them."""
    return unicodedata.normalize("NFKC", text.replace("(cid:127)", "•")).translate(_PLAIN)


def homeless(data: bytes, items: list[Item]) -> list[str]:
    """Words of stock pdfplumber that stand in no item of their page which says them."""
    by_page: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        by_page[item.page].append(item)
    found = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            for word in page.extract_words(keep_blank_chars=False, use_text_flow=False):
                text = "".join(plain(word["text"]).split())
                x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
                here = [i for i in by_page[page.page_number] if _holds(i, x, y)]
                if text and not any(text in "".join(plain(i.text).split()) for i in here):
                    found.append(f"page {page.page_number}: {word['text']}")
            page.close()
    return found


def _holds(item: Item, x: float, y: float) -> bool:
    x0, top, x1, bottom = item.box
    return x0 - NEAR <= x <= x1 + NEAR and top - NEAR <= y <= bottom + NEAR


def assert_accounted(data: bytes) -> list[Item]:
    """Every word has its place, and the checks count as many words as the pages hold."""
    report, items = read(data)
    assert homeless(data, items) == []
    (check,) = [c for c in report.checks if c.name == "words_accounted"]
    assert check.ok, check
    assert check.stated == sum(item.words for item in items)
    return items


@pytest.mark.parametrize("path", [FIRST, SECOND, THIRD], ids=lambda p: p.name)
def test_the_samples(path: Path) -> None:
    kinds = Counter(item.kind for item in assert_accounted(path.read_bytes()))
    assert not kinds["unread"]
    assert not kinds["set_aside"]
    assert {"title", "header", "furniture", "row", "caveat", "statement"} <= set(kinds)


@pytest.mark.parametrize("seed", range(VARIANTS))
@pytest.mark.parametrize("typeset", [with_reportlab.typeset, with_fpdf.typeset], ids=["reportlab", "fpdf2"])
def test_random_layouts(typeset: Callable[[Facts, Layout], bytes], seed: int) -> None:
    rng = Random(10_000 + seed)
    layout = make_layout(rng)
    facts = make_facts(rng, rng.randrange(1, 40), rng.randrange(1, 12), rng.randrange(1, 12))
    data = typeset(facts, layout)
    with suppress(Rejected):  # which codes are allowed is another test's matter
        assert_accounted(data)


def test_what_is_set_aside_or_unread_is_named_as_that() -> None:
    odd = {b"(02/10/2017)": b"(02/30/2017)", b"(A person whose detainer": b"(Zebras whose detainer"}
    kinds = Counter(item.kind for item in assert_accounted(reworded(odd)))
    assert kinds["set_aside"] == 7
    assert kinds["unread"] == 1
