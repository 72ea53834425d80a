"""Any layout: what was written is read, or the document is refused with a cause; never a wrong cell in silence.

`DETAINER_DESK_FUZZ` sets how many variants each typesetter makes (`make fuzz` sets it high).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ingest.errors import Rejected
from ingest.read import read
from ingest.records import Report
from tests.ingest.variants import with_fpdf, with_reportlab
from tests.ingest.variants.compare import differences, wrong_rows
from tests.ingest.variants.facts import Facts, make_facts
from tests.ingest.variants.finish import FINISHES, finish
from tests.ingest.variants.layout import Layout, make_layout

EXAMPLES = int(os.environ.get("DETAINER_DESK_FUZZ", "12"))
UNCLEAR = ("columns_unclear", "rows_unclear", "header_cut")
RIGHT = 0.9  # at least this share has to be read whole, not refused
Typeset = Callable[[Facts, Layout], bytes]
LIMITS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize="DETAINER_DESK_FUZZ" not in os.environ,  # a dozen say nothing of a share: the same dozen each time
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def variant(seed: int) -> tuple[Facts, Layout, str]:
    """A report and its look, from a number."""
    rng = Random(seed)
    layout = make_layout(rng)
    facts = make_facts(rng, rng.randrange(1, 45), rng.randrange(1, 14), rng.randrange(1, 12))
    return facts, layout, rng.choice(FINISHES)


@pytest.mark.no_cover
@pytest.mark.parametrize("typeset", [with_reportlab.typeset, with_fpdf.typeset], ids=["reportlab", "fpdf2"])
def test_read_whole_or_refused_or_marked_never_wrong_in_silence(typeset: Typeset) -> None:
    read_whole: list[bool] = []
    refused: list[tuple[int, str]] = []

    @LIMITS
    @given(st.integers(min_value=0, max_value=10**9))
    def check(seed: int) -> None:
        facts, layout, how = variant(seed)
        try:
            report = read(finish(typeset(facts, layout), how))
        except Rejected as error:
            refused.append((seed, error.code))
            read_whole.append(False)
            return
        assert isinstance(report, Report)
        found = differences(facts, layout, report)
        read_whole.append(not found)
        assert not found or any(not c.ok for c in report.checks), f"seed {seed}: {found}"
        assert not wrong_rows(facts, report), f"seed {seed}: {wrong_rows(facts, report)}"

    check()
    assert [seed for seed, code in refused if code not in UNCLEAR] == []
    assert sum(read_whole) >= RIGHT * len(read_whole)


@pytest.mark.no_cover
@pytest.mark.parametrize("how", FINISHES)
def test_a_box_shift_turn_or_encryption_changes_no_cell_and_no_box(how: str) -> None:
    facts, layout, _ = variant(7)
    plain = with_reportlab.typeset(facts, layout)
    before, after = read(plain), read(finish(plain, how))
    assert isinstance(before, Report)
    assert isinstance(after, Report)
    assert differences(facts, layout, after) == []
    boxes = [[round(edge) for edge in row.source.box] for row in before.refusals]
    assert [[round(edge) for edge in row.source.box] for row in after.refusals] == boxes
    assert [[round(edge) for edge in size] for size in after.page_sizes] == [
        [round(edge) for edge in size] for size in before.page_sizes
    ]
