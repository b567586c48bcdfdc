"""The limits of drift, with the provisions of the sample firm's policies that state them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copilot.errors import NotInForce
from copilot.law import LawOnDay, ProvisionId

WATCHED = ProvisionId("policy/model-risk", ("6.2",))
RETESTED = ProvisionId("policy/fairness-testing", ("2.2",))
MONITORED = ProvisionId("nist-ai-rmf", ("measure-2.4",))


@dataclass(frozen=True, slots=True)
class DriftLimits:
    """Above ``watch`` a column is watched, above ``act`` something is done about it.

    ``basis`` states the two figures; it is none for figures of one's own. ``retest`` asks for a fairness
    test where a column lies above ``act``. ``alpha`` is the level of the
    Kolmogorov-Smirnov test for all columns together. ``bins`` and ``floor`` shape the index: the most bins
    a column of numbers is cut into, and the least share a bin counts for.
    """

    watch: float = 0.10
    act: float = 0.20
    basis: ProvisionId | None = WATCHED
    retest: ProvisionId | None = None
    alpha: float = 0.05
    bins: int = 10
    floor: float = 0.0001

    def stated_in(self, law: LawOnDay) -> DriftLimits:
        """These limits, if the law of the day, a firm's policies included, states them."""
        if self.basis is None:
            return self
        words = (f"above {self.watch:.2f}", f"above {self.act:.2f}")
        if not all(_says(law, self.basis, said) for said in words):
            raise NotInForce(
                f"{self.basis} does not say {' and '.join(words)} on {law.day}",
                remedy="Give the figures of your own policy (--watch and --act), or ask as of another day.",
            )
        return replace(self, retest=RETESTED) if _says(law, RETESTED, words[1]) else self


def _says(law: LawOnDay, unit: ProvisionId, words: str) -> bool:
    return unit in law and words in law.provision(unit).text
