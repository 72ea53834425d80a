"""Dockerfile and compose.yaml name only what exists: paths, extras, commands, options, settings, pages.

No container is built here; this holds the files to the code.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from typing import Any

import pytest
import typer
import yaml

from bot.cli import app
from bot.ops.options import OpsOptions
from bot.ops.pages import PATHS
from tests.docs.reference import ROOT, settings

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS = {name: service for name, service in COMPOSE["services"].items() if service.get("build")}
KNOWN = set(re.findall(r"`((?:DETAINER_DESK|SLACK)_[A-Z_]+)`", settings()))


def instructions(name: str) -> list[str]:
    """What follows an instruction of the Dockerfile, each time it is given."""
    return [m[1].strip() for m in re.finditer(rf"^{name} +(.+)$", DOCKERFILE, re.MULTILINE)]


def listed(text: str) -> list[str]:
    """The words of an instruction in its JSON form."""
    return [str(word) for word in yaml.safe_load(text)]


def parses(command: list[str]) -> bool:
    """Whether the command line takes these words."""
    root: Any = typer.main.get_command(app)
    with root.make_context("detainer-desk", command, resilient_parsing=False) as context:
        name, sub, rest = root.resolve_command(context, [*context._protected_args, *context.args])
        sub.make_context(name, rest, parent=context)
    return True


def test_what_the_image_is_made_from_is_there() -> None:
    copied = [word for line in instructions("COPY") if "--from" not in line for word in shlex.split(line)[:-1]]
    assert [path for path in copied if not (ROOT / path).exists()] == []
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    needed = {*wheel, "pyproject.toml", "constraints.txt", PROJECT["project"]["readme"], *license_files()}
    assert needed <= set(copied), "the wheel is built from these"


def license_files() -> list[str]:
    """Files the package's metadata names."""
    return list(PROJECT["project"]["license-files"])


def test_the_image_installs_extras_that_exist_under_the_pins_of_the_project() -> None:
    (install,) = [line for line in instructions("RUN") if "pip install" in line]
    (extras,) = re.findall(r"'\.\[([a-z,]+)\]'", install)
    assert set(extras.split(",")) <= set(PROJECT["project"]["optional-dependencies"])
    assert "-c constraints.txt" in install


def test_the_image_runs_a_command_there_is_as_nobody_special() -> None:
    (entry,), (command,) = instructions("ENTRYPOINT"), instructions("CMD")
    assert listed(entry)[0] in PROJECT["project"]["scripts"]
    assert parses(listed(command))
    assert instructions("USER")[-1] != "root"


def test_the_python_of_the_image_is_one_the_project_takes() -> None:
    least = tuple(map(int, PROJECT["project"]["requires-python"].removeprefix(">=").split(".")))
    for line in instructions("FROM"):
        version = re.search(r"python:(\d+)\.(\d+)", line)
        assert version is not None
        assert (int(version[1]), int(version[2])) >= least


def test_settings_of_the_image_exist() -> None:
    named = {name for line in instructions("ENV") for name in re.findall(r"\b([A-Z_]+)=", line)} - {"PATH"}
    assert named
    assert named <= KNOWN


@pytest.mark.parametrize("name", OURS)
def test_a_service_runs_a_command_there_is_with_settings_there_are(name: str) -> None:
    service = OURS[name]
    assert parses([str(word) for word in service["command"]])
    assert set(service["environment"]) <= KNOWN
    assert (ROOT / service["build"] / "Dockerfile").exists()
    assert set(service["depends_on"]) <= set(COMPOSE["services"])
    assert {volume.split(":")[0] for volume in service["volumes"]} <= set(COMPOSE["volumes"])
    assert all(service["environment"]["DETAINER_DESK_DB"].startswith(v.split(":")[1]) for v in service["volumes"])


@pytest.mark.parametrize("name", OURS)
def test_a_service_is_asked_for_its_health_where_it_serves_it(name: str) -> None:
    check = " ".join(OURS[name]["healthcheck"]["test"])
    found = re.search(r"http://127\.0\.0\.1:(\d+)(/\w+)", check)
    assert found is not None
    assert found[1] == OURS[name]["environment"]["DETAINER_DESK_OPS_PORT"]
    assert found[2] in PATHS
    assert OpsOptions(port=int(found[1])).port


def test_only_the_watcher_writes_reports_and_one_postgres_holds_the_state() -> None:
    assert [name for name, service in OURS.items() if service["command"][0] in ("watch", "ingest")] == ["watcher"]
    states = {service["environment"]["DETAINER_DESK_STATE"] for service in OURS.values()}
    assert len(states) == 1
    address = states.pop()
    server = COMPOSE["services"][re.search(r"@(\w+)/", address)[1]]  # type: ignore[index]
    assert server["environment"]["POSTGRES_USER"] in address
    assert address.endswith("/" + server["environment"]["POSTGRES_DB"])
