from __future__ import annotations

import subprocess
import sys

import pytest

from ingest.vocabulary import tables
from ingest.vocabulary.listings import FILES
from ingest.vocabulary.tables import DATA, header, listing, read_csv, several
from ingest.vocabulary.wordrule import WordRule


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir()))
def test_every_data_file_is_sound(name: str) -> None:
    assert name.endswith(".csv")
    rows = read_csv(name)
    assert rows
    assert len(listing(name)) == len(rows)
    columns = header(name)
    assert len(set(columns)) == len(columns)
    for row in rows:
        assert all(cell == cell.strip() for cell in row), row
        assert row[0], row


def test_every_data_file_is_described_for_the_docs() -> None:
    assert set(FILES) == {path.name for path in DATA.iterdir()}
    assert all(FILES.values())


def test_a_row_of_the_wrong_length_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_text", lambda name: "a,b\n1,2\n3\n")
    with pytest.raises(ValueError, match=r"broken.csv, row 3: 1 cells, the header has 2"):
        read_csv("broken.csv")


def test_lists_in_a_cell() -> None:
    assert several("a| b |") == ("a", "b")
    assert several("") == ()


@pytest.mark.parametrize(
    ("rule", "name", "found"),
    [
        ("aggrav* assault/battery", "Aggravated Assault – Weapon", True),
        ("aggrav* assault/battery", "Assault, aggravated", False),
        ("=assault", "Assault", True),
        ("=assault", "Simple Assault", False),
        ("hit run; dui", "Hit and Run", True),
        ("hit run; dui", "DUI", True),
        ("hit run; dui", "Running", False),
        ("possess* stolen", "Possession of a Stolen Car", True),
    ],
)
def test_word_rules(rule: str, name: str, found: bool) -> None:
    assert WordRule(rule).matches(name) is found
    assert rule in repr(WordRule(rule))


def test_the_vocabulary_needs_no_reader_database_or_bot() -> None:
    code = (
        "import sys\n"
        "from ingest.vocabulary import (activity, cities, countries, dates, facilities, mentions,\n"
        "    offense_words, offenses, places, policies, states)\n"
        "heavy = {'pdfplumber', 'pdfminer', 'duckdb', 'bot', 'yaml', 'rapidfuzz', 'pypdfium2', 'langchain'}\n"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
