"""Who is to be fined, so far as the limits of a fine depend on it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from copilot.errors import ToolInputError

Kind = Literal["undertaking", "smc", "sme", "natural-person", "public-authority", "union-body"]
"""``undertaking`` is one that is neither an SME (start-ups are SMEs here) nor a small mid-cap."""

Supervisor = Literal["national", "ai-office"]
"""Who supervises an AI system: the AI Office does where Article 75(1) of the AI Act says so."""

_MOST = Decimal(10) ** 18


@dataclass(frozen=True, slots=True)
class Offender:
    """Facts on the offender; ``None`` is a fact nobody told, never a no.

    ``turnover`` is in EUR, worldwide, of the year before (AI Act) or of the last accounts approved
    (MAR). ``gain`` is what the infringement brought or the loss it avoided, for MAR.
    """

    kind: Kind | None = None
    turnover: Decimal | None = None
    supervisor: Supervisor | None = None
    gain: Decimal | None = None

    def __post_init__(self) -> None:
        _check("turnover", self.turnover)
        _check("gain", self.gain)


def offender_from(
    *, kind: str | None, turnover: Decimal | None, supervisor: str | None, gain: Decimal | None
) -> Offender:
    """An offender from words as somebody types them."""
    kinds, supervisors = get_args(Kind), get_args(Supervisor)
    for name, given, known in (("kind", kind, kinds), ("supervisor", supervisor, supervisors)):
        if given is not None and given not in known:
            raise ToolInputError(f"there is no {name} {given!r}", remedy=f"One of: {', '.join(known)}.")
    return Offender(
        next((each for each in kinds if each == kind), None),
        turnover,
        next((each for each in supervisors if each == supervisor), None),
        gain,
    )


def _check(name: str, amount: Decimal | None) -> None:
    if amount is None:
        return
    if not amount.is_finite() or not 0 <= amount <= _MOST:
        raise ToolInputError(
            f"the {name} {amount} is not an amount of money from 0 to {_MOST:.0e} euro",
            remedy=f"Give the {name} in EUR as a figure that is not negative, or leave it out if it is unknown.",
        )
