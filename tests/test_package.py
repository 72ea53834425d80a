"""An installed wheel works outside the repository: prompts, schema, samples, migrations and templates are found."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUN = "import sys; sys.path.insert(0, {site!r}); import bot, ingest, prompts; from bot.cli import main; "
WHERE = "print(bot.__file__, ingest.__file__, prompts.__file__, file=sys.stderr); "


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = RUN.format(site=str(site)) + WHERE + f"main({list(arguments)!r})"
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True, timeout=120)


def test_the_wheel_holds_only_the_three_packages(site: Path) -> None:
    tops = {p.name for p in site.iterdir() if not p.name.endswith(".dist-info")}
    assert tops == {"bot", "ingest", "prompts"}


def test_samples_load_and_a_question_is_answered_from_the_wheel_alone(site: Path, tmp_path: Path) -> None:
    db = tmp_path / "detainers.duckdb"
    loaded = run(site, tmp_path, "--db", str(db), "ingest", "--json", str(site / "ingest" / "samples"))
    assert loaded.returncode == 0, loaded.stderr
    assert all(str(site) in line for line in loaded.stderr.splitlines()[:1])
    asked = run(
        site, tmp_path, "--db", str(db), "ask", "--json", "How many Travis County refusals involved convictions?"
    )
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert answer["figures"][0]["value"] == 76
    assert "sample" in {c["topic"] for c in answer["caveats"]}
