"""What may be done to a finished PDF without changing what its pages show."""

from __future__ import annotations

import io

import pikepdf

FINISHES = ("none", "encrypted", "object_streams", "shifted_box", "rotated")


def finish(data: bytes, how: str) -> bytes:
    """The PDF encrypted without password, packed, with a page box that starts elsewhere, or turned and turned back."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if how == "encrypted":
            pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user="", R=6))
            return out.getvalue()
        if how == "object_streams":
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
            return out.getvalue()
        for page in pdf.pages:
            if how == "shifted_box":
                _shift(pdf, page)
            elif how == "rotated":
                _rotate(pdf, page)
        pdf.save(out)
    return out.getvalue()


def _shift(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """The same view, but the media box is larger and starts at another origin than the crop box."""
    x0, y0, x1, y1 = (float(edge) for edge in page.mediabox)
    page.mediabox = pikepdf.Array([x0, y0, x1 + 60, y1 + 80])
    page.cropbox = pikepdf.Array([x0 + 30, y0 + 40, x1 + 30, y1 + 40])
    page.contents_add(pdf.make_stream(b"q 1 0 0 1 30 40 cm"), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))


def _rotate(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Content drawn sideways on a page that is shown turned by 90 degrees: upright again for the reader."""
    _, _, width, height = (float(edge) for edge in page.mediabox)
    page.mediabox = pikepdf.Array([0, 0, height, width])
    page.Rotate = 90
    page.contents_add(pdf.make_stream(f"q 0 1 -1 0 {height} 0 cm".encode()), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))
