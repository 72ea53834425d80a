"""Would Slack take this? slackblocks' limits, which were not written here, held against every message and view.

The emulators accept any blocks at all; this says what Slack would refuse.
"""

from __future__ import annotations

from typing import Any

from slack_sdk.models.blocks import Block as SdkBlock
from slackblocks import blocks as sb
from slackblocks import objects as so
from slackblocks.messages import Message

Json = dict[str, Any]
MESSAGE_BLOCKS, VIEW_BLOCKS, TABLE_TEXT, VIEW_TITLE, METADATA = 50, 100, 10_000, 24, 3_000
MESSAGES_ONLY = {"table", "data_table", "data_visualization", "context_actions", "markdown"}
ONE_A_MESSAGE = ("table", "data_table")


def check_message(message: Json) -> None:
    """Raise where Slack would refuse the message, or where it has no text for notifications and screen readers."""
    if not message.get("text"):
        raise ValueError("no top-level text")
    blocks = message.get("blocks") or []
    if len(blocks) > MESSAGE_BLOCKS:
        raise ValueError(f"{len(blocks)} blocks")
    for kind in ONE_A_MESSAGE:
        if sum(block["type"] == kind for block in blocks) > 1:
            raise ValueError(f"more than one {kind}")
    _unique_ids(blocks)
    if blocks:
        Message(channel="C0", text=message["text"], blocks=[_build(block) for block in blocks]).to_dict()


def check_view(view: Json) -> None:
    """Raise where Slack would refuse the modal or Home view."""
    blocks = view["blocks"]
    if not 1 <= len(blocks) <= VIEW_BLOCKS:
        raise ValueError(f"{len(blocks)} blocks")
    if view["type"] == "modal":
        for part in ("title", "submit", "close"):
            if part in view and not 1 <= len(view[part]["text"]) <= VIEW_TITLE:
                raise ValueError(f"{part}: {view[part]['text']}")
        if any(block["type"] == "input" for block in blocks) and "submit" not in view:
            raise ValueError("an input without a submit button")
    if len(view.get("private_metadata") or "") > METADATA:
        raise ValueError("private_metadata too long")
    _unique_ids(blocks)
    for block in blocks:
        if block["type"] in MESSAGES_ONLY:
            raise ValueError(f"{block['type']} in a view")
        _build(block)


def _unique_ids(blocks: list[Json]) -> None:
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        raise ValueError(f"block_id twice: {ids}")
    for block in blocks:
        actions = [element["action_id"] for element in block.get("elements") or [] if "action_id" in element]
        if len(actions) != len(set(actions)):
            raise ValueError(f"action_id twice in a block: {actions}")


def _build(block: Json) -> Any:
    """slackblocks cannot parse tables and charts from JSON; its constructors check them all the same."""
    kind = block["type"]
    if kind in _BUILDERS:
        return _BUILDERS[kind](block)
    try:
        return sb.Block.from_dict(block)
    except NotImplementedError:  # blocks that hold buttons, menus or inputs: slack_sdk's own model checks those
        parsed = SdkBlock.parse(block)
        if parsed is None:
            raise ValueError(f"nobody knows a {kind} block") from None
        parsed.to_dict()
        return sb.DividerBlock()  # stands in for it in the message's own totals


def _cell(cell: Json) -> Any:
    return so.RawNumber(cell["value"], cell["text"]) if cell["type"] == "raw_number" else so.RawText(cell["text"])


def _table(block: Json) -> Any:
    cells = [[cell["text"] for cell in row] for row in block["rows"]]
    if any(text == "" for row in cells for text in row):
        raise ValueError("empty table cell")
    if sum(len(text) for row in cells for text in row) > TABLE_TEXT:
        raise ValueError("table text over 10,000 characters")
    settings = [so.ColumnSettings(**each) for each in block.get("column_settings", [])]
    return sb.TableBlock([[so.RawText(text) for text in row] for row in cells], settings or None)


def _data_table(block: Json) -> Any:
    rows = [[_cell(cell) for cell in row] for row in block["rows"]]
    kinds = [{cell["type"] for cell in column} for column in zip(*block["rows"][1:], strict=True)]
    if any(len(each) > 1 for each in kinds):
        raise ValueError("a column of numbers and text sorts as text")
    return sb.DataTableBlock(rows, block["caption"], block["page_size"], block["row_header_column_index"])


def _chart(block: Json) -> Any:
    chart = block["chart"]
    kind: Any = {"bar": so.BarChart, "area": so.AreaChart, "line": so.LineChart}[chart["type"]]
    series = [
        so.DataSeries(each["name"], [so.DataPoint(point["label"], point["value"]) for point in each["data"]])
        for each in chart["series"]
    ]
    return sb.DataVisualizationBlock(block["title"], kind(series, so.AxisConfig(**chart["axis_config"])))


def _image(block: Json) -> Any:
    if not block.get("alt_text"):
        raise ValueError("image without alt_text")
    if not (block.get("image_url") or (block.get("slack_file") or {}).get("id")):
        raise ValueError("image without a picture")
    return sb.DividerBlock()


_BUILDERS = {"table": _table, "data_table": _data_table, "data_visualization": _chart, "image": _image}
