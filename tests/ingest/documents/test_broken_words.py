"""Words that a narrow column broke without a hyphen."""

from __future__ import annotations

import pytest

from ingest.documents.broken_words import whole


@pytest.mark.parametrize(
    ("column", "lines", "text"),
    [
        ("citizenship", ["ANTIGUA-BARBUD", "A"], "ANTIGUA-BARBUDA"),
        ("citizenship", ["Trinidad and Tob", "ago"], "Trinidad and Tobago"),
        ("citizenship", ["Guate", "mala"], "Guatemala"),
        ("citizenship", ["Dominican", "Republic"], "Dominican Republic"),
        ("citizenship", ["Atlan", "tis"], "Atlan tis"),
        ("state", ["Pennsylva", "nia"], "Pennsylvania"),
        ("state", ["New", "York"], "New York"),
        ("county", ["Will", "iamson"], "Williamson"),
        ("county", ["Fort", "Bend"], "Fort Bend"),
        ("activity", ["Drug Traffic", "king (Charge)"], "Drug Trafficking (Charge)"),
        ("activity", ["Aggravated", "Assault (Charge)"], "Aggravated Assault (Charge)"),
        ("facility", ["Lew Ster", "rett Justice", "Center"], "Lew Sterrett Justice Center"),
        ("facility", ["Jail", "Annex"], "Jail Annex"),
        ("policy", ["Guate", "mala"], "Guate mala"),
        ("state", ["Texas"], "Texas"),
        ("state", [], ""),
    ],
)
def test_only_what_gives_a_known_name_is_put_together(column: str, lines: list[str], text: str) -> None:
    assert whole(column, lines, "Texas") == text


def test_a_cell_of_many_lines_is_left_as_it_is() -> None:
    assert whole("citizenship", ["G", "u", "a", "t", "emala"]) == "Guatemala"
    assert whole("citizenship", ["G", "u", "a", "t", "e", "mala"]) == "G u a t e mala"
