"""pdfminer's page interpreter, with the parts of the graphics state that it leaves out: opacity, clipping, layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1, stream_value
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_matrix_pt

from ingest.pdf_device import PageDevice, Rect
from ingest.pdf_streams import sound
from ingest.pdf_tokens import Unusual, operations


class Interpreter(PDFPageInterpreter):
    """Runs a page's content. `hidden_layers` are the object numbers of layers that are switched off."""

    device: PageDevice

    def __init__(self, rsrcmgr: Any, device: PageDevice, hidden_layers: frozenset[int] = frozenset()) -> None:
        super().__init__(rsrcmgr, device)
        self._hidden_layers = hidden_layers
        self._saved: list[tuple[float, Rect | None]] = []
        self._clipping = False
        self._tags: list[bool] = []

    def subinterp(self) -> Interpreter:
        """The interpreter of a form inside this page."""
        inner = Interpreter(self.rsrcmgr, self.device, self._hidden_layers)
        inner.parent_stream_ids = self.parent_stream_ids | self.stream_ids
        return inner

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams, tokenized the fast way where they hold nothing unusual."""
        found = [stream_value(stream) for stream in streams]
        numbers = [stream.objid for stream in found]
        if any(number is None or number in self.parent_stream_ids for number in numbers):
            super().execute(streams)  # a loop, or a stream without a number: pdfminer knows what to leave out
            return
        for stream in found:
            sound(stream)
        try:
            todo = operations(b"\n".join(stream.get_data() for stream in found))
        except Unusual:
            super().execute(streams)
            return
        self.stream_ids.clear()
        self.stream_ids.update(number for number in numbers if number is not None)
        methods: dict[str, tuple[Callable[..., None], int] | None] = {}
        for operator, operands in todo:
            if operator not in methods:
                methods[operator] = self._method(operator)
            method = methods[operator]
            if method is not None:
                function, count = method
                self.argstack = operands
                arguments = self.pop(count) if count else []
                if len(arguments) == count:
                    function(*arguments)

    def _method(self, operator: str) -> tuple[Callable[..., None], int] | None:
        """What runs an operator, and how many operands it takes."""
        name = "do_" + operator.replace("*", "_a").replace('"', "_w").replace("'", "_q")
        function = getattr(self, name, None)
        return None if function is None else (function, function.__code__.co_argcount - 1)

    def do_q(self) -> None:
        """Save the graphics state."""
        super().do_q()
        self._saved.append((self.device.alpha, self.device.clip))

    def do_Q(self) -> None:  # noqa: N802 - the operator's name
        """Bring the saved graphics state back."""
        super().do_Q()
        if self._saved:
            self.device.alpha, self.device.clip = self._saved.pop()

    def do_gs(self, name: Any) -> None:
        """Take the opacity of fills from a graphics state dictionary."""
        states = dict_value(self.resources.get("ExtGState", {}))
        state = resolve1(states.get(literal_name(name)))
        if isinstance(state, dict):
            alpha = resolve1(state.get("ca"))
            if isinstance(alpha, int | float):
                self.device.alpha = float(alpha)

    def do_W(self) -> None:  # noqa: N802 - the operator's name
        """The path becomes a clip at its end."""
        self._clipping = True

    def do_W_a(self) -> None:  # noqa: N802 - the operator's name
        """The path becomes a clip at its end (even-odd)."""
        self._clipping = True

    def do_n(self) -> None:
        """End a path; a rectangle that is a clip narrows what can be seen."""
        if self._clipping:
            self._clip()
        super().do_n()

    def _clip(self) -> None:
        self._clipping = False
        kinds = "".join(segment[0] for segment in self.curpath)
        if kinds not in ("mlllh", "mllllh", "mllll"):
            return
        points = [apply_matrix_pt(self.ctm, segment[-2:]) for segment in self.curpath if len(segment) > 2]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if len({round(x, 1) for x in xs}) > 2 or len({round(y, 1) for y in ys}) > 2:
            return
        box = (min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)
        old = self.device.clip or box
        self.device.clip = (
            max(box[0], old[0]), max(box[1], old[1]), min(box[2], old[2]), min(box[3], old[3])
        )  # fmt: skip

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: N802 - the operator's name
        """Begin marked content; it may belong to a hidden layer."""
        self._tags.append(literal_name(tag) == "OC" and self._is_hidden(props))
        self.device.layer_hidden = any(self._tags)

    def do_BMC(self, tag: Any) -> None:  # noqa: N802 - the operator's name
        """Begin marked content without properties."""
        self._tags.append(False)

    def do_EMC(self) -> None:  # noqa: N802 - the operator's name
        """End marked content."""
        if self._tags:
            self._tags.pop()
        self.device.layer_hidden = any(self._tags)

    def _is_hidden(self, props: Any) -> bool:
        properties = dict_value(self.resources.get("Properties", {}))
        layer = properties.get(literal_name(props))
        return isinstance(layer, PDFObjRef) and layer.objid in self._hidden_layers

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802 - the operator's name
        """Run a form; its opacity and clip end with it."""
        alpha, clip, hidden = self.device.alpha, self.device.clip, self.device.layer_hidden
        super().do_Do(xobjid_arg)
        self.device.alpha, self.device.clip, self.device.layer_hidden = alpha, clip, hidden


def hidden_layers(catalog: Any) -> frozenset[int]:
    """Object numbers of the layers that a document shows switched off."""
    properties = resolve1(catalog.get("OCProperties")) if isinstance(catalog, dict) else None
    default = resolve1(properties.get("D")) if isinstance(properties, dict) else None
    off = resolve1(default.get("OFF")) if isinstance(default, dict) else None
    return frozenset(item.objid for item in off or [] if isinstance(item, PDFObjRef))
