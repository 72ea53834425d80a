"""Sentences about one group's standing: how often it led, and its place among all."""

from __future__ import annotations

from bot.messages.answers.words import field_noun, noun, number, sentence


def led_in(name: str, n: int, shared: int, of: int, after: int | None, *, fewest: bool) -> str:
    """'Cook County, Illinois has the most in 2 of the 4 reports, in 1 of them as many as another.'"""
    tie = f", in {shared if n > 1 else 'it'}{' of them' if n > 1 else ''} as many as another" if shared else ""
    later = f"; after corrections in {after}" if after is not None else ""
    end = "fewest" if fewest else "most"
    return sentence(f"{name} has the {end} in {n} of the {of} {noun('reports', of)}{tie}{later}")


def reports_led(what: str) -> str:
    """What is counted: 'reports with the most refusals in the 4 reports loaded (...)'."""
    return f"reports with the most {what}"


def in_place(name: str, place: int, shared: int, value: int, of: int, field: str, after: int | None) -> str:
    """'Travis County, Texas is number 2 of 45 places, with 28; 1 other has as many; after corrections number 3.'"""
    others = f"; {shared} {'other has' if shared == 1 else 'others have'} as many" if shared else ""
    later = f"; after corrections {f'number {after}' if after else 'not among them'}" if after is not None else ""
    return sentence(f"{name} is number {place} of {of:,} {field_noun(field, of)}, with {number(value)}{others}{later}")


def no_place(name: str) -> str:
    return sentence(f"{name} is not among them: no row names it")


def place_among(what: str) -> str:
    """Label of a place in a ranking."""
    return f"place by number of {what}"
