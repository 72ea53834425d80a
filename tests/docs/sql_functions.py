"""The reference page of the functions that a statement may call, made from `prompts/functions.yaml`."""

from __future__ import annotations

from bot.sql.functions import allowed


def functions() -> str:
    """Every allowed function by group, with what it says."""
    lines = ["# Functions in SQL", "", "A checked statement may call these functions and operators, and no others."]
    group = ""
    for function in allowed().values():
        if function.group != group:
            group = function.group
            lines += ["", f"## {group}", "", "| function | what it gives |", "|---|---|"]
        name = function.name.replace("|", "\\|")
        lines.append(f"| `{name}` | {function.says} |")
    return "\n".join(lines) + "\n"
