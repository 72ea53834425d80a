"""What is kept is what would be made anew, and never outlives the files it was made from."""

import os
import time
from pathlib import Path

import pytest

from bot.kept import kept
from bot.semantic import read_yaml


class Maker:
    """Counts how often it is asked."""

    def __init__(self, source: Path) -> None:
        self.source, self.times = source, 0

    def __call__(self) -> list[str]:
        self.times += 1
        return self.source.read_text().split()


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    source = tmp_path / "words.txt"
    source.write_text("alpha beta")
    return Maker(source)


def _ask(maker: Maker) -> list[str]:
    return kept("words", [maker.source], maker, maker.source.parent / "kept")


def test_is_made_once_for_the_same_contents(maker: Maker) -> None:
    assert _ask(maker) == _ask(maker) == ["alpha", "beta"]
    assert maker.times == 1
    assert [p.suffix for p in (maker.source.parent / "kept").iterdir()] == [".kept"]  # no workshop file left


def test_an_edit_is_seen_even_where_size_and_time_stay(maker: Maker) -> None:
    _ask(maker)
    before = maker.source.stat()
    maker.source.write_text("alpha zeta")
    os.utime(maker.source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _ask(maker) == ["alpha", "zeta"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_damage_costs_the_time_and_nothing_else(maker: Maker, damage: bytes | None) -> None:
    _ask(maker)
    (path,) = (maker.source.parent / "kept").iterdir()
    path.write_bytes(path.read_bytes()[:-4] if damage is None else damage)
    assert _ask(maker) == ["alpha", "beta"]
    assert maker.times == 2


def test_a_place_that_cannot_be_written_to_is_no_error(maker: Maker) -> None:
    blocked = maker.source / "kept"  # a folder cannot be made inside a file
    assert kept("words", [maker.source], maker, blocked) == ["alpha", "beta"]


def test_kept_words_are_the_words_read_in(tmp_path: Path) -> None:
    from bot.understand import phrases

    made = phrases.read_in()
    kept("phrases", [], phrases.read_in, tmp_path)
    again = kept("phrases", [], phrases.read_in, tmp_path)
    assert again.kinds() == made.kinds()
    for phrase in ("travis", "drug possession", "how many", "dui", "mexicans"):
        assert again.senses(phrase) == made.senses(phrase)


def test_yaml_that_is_none_is_a_value_error(tmp_path: Path) -> None:
    broken = tmp_path / "w.yaml"
    broken.write_text("a: [b")
    with pytest.raises(ValueError, match="line 1"):
        read_yaml(broken)


def test_a_process_older_than_its_code_on_disk_neither_takes_nor_keeps(maker: Maker, tmp_path: Path) -> None:
    reader, folder = tmp_path / "reader.py", tmp_path / "kept"
    reader.write_text("# an upgrade")
    os.utime(reader, (0, time.time() + 60))
    assert [kept("words", [maker.source, reader], maker, folder) for _ in range(2)] == [["alpha", "beta"]] * 2
    assert maker.times == 2
    assert not folder.exists()
    os.utime(reader, (0, 0))
    assert kept("words", [maker.source, reader], maker, folder) == ["alpha", "beta"]
    assert len(list(folder.iterdir())) == 1
