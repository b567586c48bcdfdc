"""One figure of a text, in the one form in which figures are compared."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FigureKind = Literal["amount", "date", "time", "frequency", "act"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its canonical form (``14 day``, ``35000000 eur``, ``2026-08-02``), and where it stands.

    ``number`` is that of an amount as it is written, and ``unit`` is empty where it counts things of a kind
    of their own.
    """

    kind: FigureKind
    canonical: str
    written: str
    start: int
    end: int
    number: Decimal | None = None
    unit: str = ""


def amount(number: Decimal, unit: str, times: int, written: str, start: int, end: int) -> Figure:
    """A number of something; a written unit may be so many times that of the canonical form."""
    canonical = f"{_plain(number * times)} {unit}".strip()
    return Figure("amount", canonical, written, start, end, number, unit)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
