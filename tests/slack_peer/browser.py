"""Draws messages in a browser that is on the machine, and keeps the pictures small."""

from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

from tests.slack_peer.install import HERE, NODE, install

Json = dict[str, Any]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "brave-browser")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
NONE = f"No browser was found to draw the pictures with; install one of {', '.join(NAMES)}."
WIDTH, TALLEST, MARGIN = 792, 4_000, 16
LARGEST = 150_000


class NoBrowserError(Exception):
    """The text says which browsers will do."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as the page shows it."""

    name: str
    colour: str
    by_person: bool
    blocks: list[Json]

    @classmethod
    def desk(cls, blocks: list[Json]) -> Shown:
        """The desk's own."""
        return cls("Declined detainer desk", "#1f4e79", False, blocks)

    @classmethod
    def person(cls, name: str, text: str) -> Shown:
        """Somebody's."""
        return cls(name, "#b0562a", True, [{"type": "section", "text": {"type": "plain_text", "text": text}}])

    @classmethod
    def drawing(cls, content: bytes, title: str) -> Shown:
        """A picture that the desk has put into the thread."""
        url = f"data:image/png;base64,{b64encode(content).decode()}"
        return cls.desk([{"type": "image", "image_url": url, "alt_text": title}])


class Browser:
    """Pictures into `folder`, the pages they are taken of into `work`."""

    def __init__(self, folder: Path, work: Path) -> None:
        found = next((path for name in NAMES if (path := shutil.which(name))), None)
        if found is None:
            raise NoBrowserError(NONE)
        install()
        self.path, self.folder, self.work = found, folder, work
        folder.mkdir(parents=True, exist_ok=True)

    def draw(self, name: str, messages: list[Shown]) -> None:
        """One picture of these messages."""
        source, page, raw = (self.work / f"{name}.{end}" for end in ("json", "html", "png"))
        source.write_text(json.dumps([asdict(each) for each in messages]))
        drawn = subprocess.run(
            [str(NODE), str(HERE / "render_blocks.mjs"), str(source)], check=True, capture_output=True
        )
        page.write_bytes(drawn.stdout)
        window = [f"--window-size={WIDTH},{TALLEST}", f"--screenshot={raw}", f"--user-data-dir={self.work / 'browser'}"]
        subprocess.run([self.path, *QUIET, *window, page.as_uri()], check=True, capture_output=True, timeout=120)
        _small(raw, self.folder / f"{name}.png")


def _small(raw: Path, to: Path) -> None:
    """Without the white below the last message, in few colours."""
    picture = Image.open(raw).convert("RGB")
    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    assert box is not None, f"nothing was drawn in {raw}"
    cut = picture.crop((0, 0, WIDTH, min(box[3] + MARGIN, TALLEST)))
    cut.quantize(64).save(to, optimize=True)
    assert to.stat().st_size < LARGEST, f"{to.name} is too large for the docs"
