"""Forms of words in `prompts/forms.yaml`: each group is looked for by the module it names, and no other is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.semantic import prompt_data
from bot.understand import forms as module
from bot.understand.forms import FILE, forms

ASKED = re.compile(r'forms\("(\w+)", "(\w+)"\)')


def asked() -> set[tuple[str, str, str]]:
    """(module that asks, module named, group)."""
    here = Path(module.__file__).parent
    return {(path.stem, *found) for path in here.glob("*.py") for found in ASKED.findall(path.read_text("utf-8"))}


def test_each_group_is_asked_for_by_its_own_module() -> None:
    assert {asker for asker, named, _ in asked() if asker != named} == set()
    written = {(name, group) for name, groups in prompt_data(FILE).items() for group in groups}
    assert {(named, group) for _, named, group in asked()} == written


def test_forms_are_words_in_lower_case() -> None:
    wrong = [
        (name, group, form)
        for name, groups in prompt_data(FILE).items()
        for group in groups
        for form in forms(name, group)
        if not isinstance(form, str) or form != form.lower()
    ]
    assert wrong == []


def test_an_unknown_group_is_an_error() -> None:
    with pytest.raises(KeyError):
        forms("standings", "nothing of the kind")
