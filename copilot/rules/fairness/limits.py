"""The limits a fairness test is held against, each with the provision that states it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from copilot.errors import NotInForce
from copilot.law import LawOnDay, ProvisionId

LimitsName: TypeAlias = Literal["sample-policy", "four-fifths"]

_POLICY = ProvisionId("policy/fairness-testing")
_MEASURED = ProvisionId("nist-ai-rmf", ("measure-2.11",))


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure, the provision it comes from, and the words there that state it.

    ``given`` marks a figure that the person asking put in the place of the provision's.
    """

    value: float
    basis: ProvisionId
    words: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What a test may not miss; a measure without a limit is reported without a verdict.

    A group of fewer than ``fewest`` persons gets no verdict, one of fewer than ``small`` the words
    "small sample".
    """

    name: LimitsName
    impact_ratio: Limit
    amber: Limit | None
    true_positive: Limit | None
    false_positive: Limit | None
    calibration: Limit | None
    fewest: Limit
    small: Limit

    def with_given(
        self,
        *,
        impact_ratio: float | None = None,
        true_positive: float | None = None,
        false_positive: float | None = None,
        calibration: float | None = None,
    ) -> Limits:
        """These limits, with figures given in the place of theirs or where they have none."""
        return replace(
            self,
            impact_ratio=_given(self.impact_ratio, impact_ratio) or self.impact_ratio,
            true_positive=_given(self.true_positive, true_positive),
            false_positive=_given(self.false_positive, false_positive),
            calibration=_given(self.calibration, calibration),
        )

    def stated_in(self, law: LawOnDay) -> Limits:
        """These limits, if the law of the day, a firm's policies included, states each of them."""
        held = (
            self.impact_ratio,
            self.amber,
            self.true_positive,
            self.false_positive,
            self.calibration,
            self.fewest,
            self.small,
        )
        for limit in held:
            if limit is None or (limit.given and limit.basis in law):
                continue
            if limit.basis not in law or limit.words not in law.provision(limit.basis).text:
                raise NotInForce(
                    f"{limit.basis} does not say {limit.words or limit.value!r} on {law.day}",
                    remedy="Ask as of another day, take the four-fifths rule (--limits four-fifths), "
                    "or give the figures of your own policy.",
                )
        return self


def _given(limit: Limit | None, value: float | None) -> Limit | None:
    return limit if value is None else Limit(value, limit.basis if limit else _MEASURED, "", given=True)


SAMPLE_POLICY = Limits(
    name="sample-policy",
    impact_ratio=Limit(0.85, _POLICY.child("4.1"), "at least 0.85"),
    amber=Limit(0.90, _POLICY.child("4.2"), "below 0.90"),
    true_positive=Limit(0.05, _POLICY.child("4.3"), "5 percentage points"),
    false_positive=None,
    calibration=Limit(0.03, _POLICY.child("4.3"), "3 percentage points"),
    fewest=Limit(30, _POLICY.child("3.2"), "fewer than 30 persons"),
    small=Limit(100, _POLICY.child("3.2"), "fewer than 100 persons"),
)
_UGESP = ProvisionId("us-ugesp", ("note-3",))
FOUR_FIFTHS = Limits(
    name="four-fifths",
    impact_ratio=Limit(0.80, _UGESP, "four fifths (80 percent)"),
    amber=None,
    true_positive=None,
    false_positive=None,
    calibration=None,
    # The rule names no number of persons: these two are the usual ones, and count as given.
    fewest=Limit(30, _UGESP, "", given=True),
    small=Limit(100, _UGESP, "", given=True),
)
LIMITS: dict[LimitsName, Limits] = {"sample-policy": SAMPLE_POLICY, "four-fifths": FOUR_FIFTHS}
