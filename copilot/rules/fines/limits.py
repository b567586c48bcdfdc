"""The arithmetic of a fine's limit: a sum, a share of turnover, and which of the two counts. Exact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Literal

Pick = Literal["higher", "lower", "sum"]
_EXACT = Context(prec=200, traps=[Inexact, InvalidOperation])


@dataclass(frozen=True, slots=True)
class Limits:
    """What a tier names: a sum in EUR and a percentage of turnover."""

    sum: Decimal
    percent: Decimal

    def __str__(self) -> str:
        return f"{euro(self.sum)} or {self.percent} % of turnover"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most a fine can be, as closely as the facts tell: ``at_most`` is none where nothing bounds it."""

    at_least: Decimal
    at_most: Decimal | None

    @property
    def exact(self) -> Decimal | None:
        """The ceiling itself, where the facts settle it."""
        return self.at_least if self.at_least == self.at_most else None

    def __str__(self) -> str:
        if self.exact is not None:
            return f"up to {euro(self.exact)}"
        low = f"at least {euro(self.at_least)}" if self.at_least else ""
        high = f"at most {euro(self.at_most)}" if self.at_most is not None else ""
        return "up to a limit of " + (
            " and ".join(part for part in (low, high) if part) or "an unknown sum"
        )


def share_of(turnover: Decimal, percent: Decimal) -> Decimal:
    """A percentage of a turnover, without rounding."""
    return _EXACT.multiply(_EXACT.multiply(turnover, percent), Decimal("0.01"))


def ceiling_of(limits: Limits, turnover: Decimal | None, picks: Collection[Pick]) -> Ceiling:
    """The ceiling between sum and share of turnover (none: not told), for each way still possible."""
    share = None if turnover is None else share_of(turnover, limits.percent)
    return _hull([_ceiling(limits.sum, share, pick) for pick in picks])


def _hull(found: list[Ceiling]) -> Ceiling:
    highest = [each.at_most for each in found]
    return Ceiling(
        min(each.at_least for each in found),
        None if None in highest else max(most for most in highest if most is not None),
    )


def _ceiling(total: Decimal, share: Decimal | None, pick: Pick) -> Ceiling:
    if pick == "sum":
        return Ceiling(total, total)
    if share is None:
        return Ceiling(total, None) if pick == "higher" else Ceiling(Decimal(0), total)
    chosen = max(total, share) if pick == "higher" else min(total, share)
    return Ceiling(chosen, chosen)


def euro(amount: Decimal) -> str:
    """``EUR 35 000 000``, with cents only where there are any."""
    plain = f"{amount:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    whole, _, cents = plain.partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    return f"EUR {grouped}" + (f".{cents.ljust(2, '0')}" if cents else "")
