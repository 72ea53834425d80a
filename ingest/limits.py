"""How much of the machine reading one document may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """CPU and wall time in seconds, memory and size of the result in bytes."""

    cpu: int = 60
    wall: float = 180.0
    memory: int = 1_500 * 1024 * 1024
    result: int = 64 * 1024 * 1024
