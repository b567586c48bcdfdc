"""What the rules on fines hand back, and the steps that all of them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.binding import Binding, Status, binding, cited, weakest
from copilot.rules.fines.limits import Ceiling, share_of
from copilot.rules.result import Figure, OpenQuestion, Step, ToolResult


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: before it is signed with tool, version and inputs."""

    verdict: str
    basis: ProvisionId
    status: Status
    steps: tuple[Step, ...]
    figures: tuple[Figure, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    ceiling: Ceiling | None = None


@dataclass(frozen=True, slots=True)
class Fine:
    """The limit of a fine: the result with its steps, and what a program asks of it.

    ``ceiling`` is none where the provision sets none: where national law does, or, under MAR, where
    it only says how high the maximum in national law must be. ``status`` is the weakest of the clocks:
    of the duty infringed, of what names it for the list, and of the provision that fines it. ``valid``
    is the time for which the rule was written.
    """

    result: ToolResult
    basis: ProvisionId
    status: Status
    ceiling: Ceiling | None
    valid: Period


@dataclass(frozen=True, slots=True)
class Clocks:
    """Whether the duty, what names it and its fine apply: the weakest of them decides."""

    status: Status
    steps: tuple[Step, ...]
    open_questions: tuple[OpenQuestion, ...]

    @classmethod
    def of(cls, law: LawOnDay, provisions: Iterable[ProvisionId]) -> Clocks:
        """Read the clock of each provision once."""
        read: list[Binding] = [binding(law, each) for each in dict.fromkeys(provisions)]
        return cls(
            weakest(each.status for each in read),
            tuple(dict.fromkeys(each.step for each in read)),
            tuple(dict.fromkeys(each.open_question for each in read if each.open_question)),
        )

    def said_of(self, fine: str, day: object) -> str:
        """A verdict on a fine, so worded that a fine which does not apply yet is not taken for one that does."""
        return {
            "not-yet": f"none yet on {day}, since the duty or its fine does not apply; once it does: {fine}",
            "unstated": f"{fine}; from when is not in the texts held",
            "depends": f"{fine}; whether it applies on {day} depends on the case",
            "disputed": f"{fine}; that it applies on {day} already is disputed",
            "binds": fine,
        }[self.status]


def limit_figures(
    total: Decimal | None, percent: Decimal | None, turnover: Decimal | None
) -> tuple[Figure, ...]:
    """The sum and the share a provision names, and the share of the turnover told."""
    figures = []
    if total is not None:
        figures.append(Figure("sum", total, "EUR"))
    if percent is not None:
        figures.append(Figure("share", percent, "% of turnover"))
        if turnover is not None:
            figures.append(Figure("share of the turnover", share_of(turnover, percent), "EUR"))
    return tuple(figures)


def ceiling_figures(ceiling: Ceiling) -> tuple[Figure, ...]:
    """The ceiling, or the bounds it lies between."""
    if ceiling.exact is not None:
        return (Figure("ceiling", ceiling.exact, "EUR"),)
    bounds = [Figure("ceiling at least", ceiling.at_least, "EUR")]
    if ceiling.at_most is not None:
        bounds.append(Figure("ceiling at most", ceiling.at_most, "EUR"))
    return tuple(bounds)


def where_named(law: LawOnDay, provision: ProvisionId, found: str, basis: ProvisionId) -> Step:
    """The step from an infringement to the list that fines it."""
    return Step(
        question=f"Which provision fines an infringement of {cited(law, provision)}?",
        found=found,
        matters="The list an infringement stands in sets the limit of its fine.",
        provision=basis,
    )
