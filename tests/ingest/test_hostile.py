"""Three hundred hostile or broken inputs: none hangs, none crashes the job, none puts a wrong row in."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import Rejected
from ingest.job import ingest
from ingest.limits import Limits
from ingest.records import Notice, Report
from ingest.sandbox import Pool, readers
from tests.ingest.conftest import NOTICE
from tests.ingest.hostile import Attack, attacks, made, mutations
from tests.ingest.test_variants import variant
from tests.ingest.variants import with_reportlab
from tests.ingest.variants.compare import differences, wrong_rows

pytestmark = pytest.mark.no_cover  # read in processes of their own, which are not traced
ATTACKS = list(attacks())
TIGHT = Limits(cpu=1, wall=60.0, memory=1024 * 1024 * 1024)


@pytest.fixture(scope="module")
def pool() -> object:
    with readers(2, TIGHT) as opened:
        yield opened


@pytest.mark.parametrize("attack", [attack for _, attack in ATTACKS], ids=[name for name, _ in ATTACKS])
def test_an_attack_is_refused_with_a_code(pool: Pool, attack: Attack) -> None:
    data = made(attack)
    with pytest.raises(Rejected) as caught:
        pool.submit(data).result()
    assert caught.value.code
    assert caught.value.message


def test_the_job_goes_on_after_attacks_and_the_database_stays(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    list(ingest([NOTICE], db, workers=1))
    before = db.read_bytes()
    files = []
    for number, (_, attack) in enumerate(ATTACKS[:8]):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(made(attack))
    outcomes = list(ingest([*files, NOTICE], db, workers=2, limits=TIGHT))
    assert [o.status for o in outcomes] == ["rejected"] * len(files) + ["unchanged"]
    assert db.read_bytes() == before


def test_mutated_notices(pool: Pool) -> None:
    sound = pool.submit(NOTICE.read_bytes()).result()
    assert isinstance(sound, Notice)
    truth = {(c.period_start, c.section, c.county, c.state, c.effect) for c in sound.corrections}
    futures = [pool.submit(data) for data in mutations(NOTICE.read_bytes(), 160, seed=1)]
    refused = 0
    for future in futures:
        try:
            document = future.result()
        except Rejected as error:
            refused += bool(error.code)
            continue
        assert isinstance(document, Notice)
        assert {(c.period_start, c.section, c.county, c.state, c.effect) for c in document.corrections} == truth
    assert refused > 80


def test_mutated_reports(pool: Pool) -> None:
    facts, layout, _ = variant(7)
    data = with_reportlab.typeset(facts, layout)
    futures = [pool.submit(mutated) for mutated in mutations(data, 120, seed=2)]
    refused = 0
    for future in futures:
        try:
            document = future.result()
        except Rejected as error:
            refused += bool(error.code)
            continue
        assert isinstance(document, Report)
        found = differences(facts, layout, document)
        assert not found or any(not check.ok for check in document.checks) or document.unread, found
        assert not wrong_rows(facts, document)
    assert refused > 60
