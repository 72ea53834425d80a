"""Changes to sample PDFs: a line added to the cover, the reconstruction label taken off."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas


def retitle(source: Path, target: Path, line: str) -> Path:
    """A copy with a line of text added at the top of the first page."""
    with pikepdf.open(source) as pdf:
        page = pdf.pages[0]
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        stamp = io.BytesIO()
        canvas = Canvas(stamp, pagesize=(width, height))
        canvas.setFont("Helvetica", 11)
        canvas.drawString(500, height - 70, line)
        canvas.save()
        with pikepdf.open(io.BytesIO(stamp.getvalue())) as overlay:
            page.add_overlay(overlay.pages[0], None)
        pdf.save(target)
    return target


def relabel(source: Path, target: Path) -> Path:
    """A copy without the label of a reconstruction: no title, no footer line. For a PDF made with ReportLab."""
    with pikepdf.open(source) as pdf:
        with pdf.open_metadata() as metadata:
            for key in list(metadata):
                del metadata[key]
        del pdf.docinfo
        for page in pdf.pages:
            kept = [step for step in pikepdf.parse_content_stream(page) if not _is_label(step)]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        pdf.save(target)
    return target


def _is_label(step: Any) -> bool:
    return str(step.operator) == "Tj" and bytes(step.operands[0]).startswith(b"Reconstruction for testing")
