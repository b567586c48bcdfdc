"""Which provisions the AI Act fines in which tier: Articles 99(3) to (5), 75c(4) and 101(1).

``LISTINGS`` is the law's own list. ``through`` names the point by which a list reaches a provision
it does not name: Article 99(4)(a) names Article 16, and Article 16 names most of what a provider owes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from copilot.law import LawOnDay, ProvisionId
from copilot.rules.fines.limits import Limits
from copilot.rules.result import OpenQuestion

Tier = Literal["prohibition", "listed-duty", "information", "model"]

LIMITS: dict[Tier, Limits] = {
    "prohibition": Limits(Decimal(35_000_000), Decimal(7)),
    "listed-duty": Limits(Decimal(15_000_000), Decimal(3)),
    "information": Limits(Decimal(7_500_000), Decimal(1)),
    "model": Limits(Decimal(15_000_000), Decimal(3)),
}


TIER_OF: dict[Tier, ProvisionId] = {
    "prohibition": ProvisionId.parse("eu-ai-act/art-99/3"),
    "listed-duty": ProvisionId.parse("eu-ai-act/art-99/4"),
    "information": ProvisionId.parse("eu-ai-act/art-99/5"),
    "model": ProvisionId.parse("eu-ai-act/art-101/1"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """One provision a tier covers, without the parts that it does not."""

    tier: Tier
    basis: ProvisionId
    duty: ProvisionId
    but_not: tuple[ProvisionId, ...] = ()
    through: ProvisionId | None = None

    def covers(self, provision: ProvisionId) -> bool:
        """Whether an infringement of this provision is one the listing names."""
        return provision.within(self.duty) and not any(provision.within(part) for part in self.but_not)


def listed(provision: ProvisionId, law: LawOnDay) -> Listing | None:
    """The tier of an infringement, by the lists as they were worded on the day; none if it is in no list."""
    return next((each for each in LISTINGS if each.basis in law and each.covers(provision)), None)


def asked_which_duty(provision: ProvisionId, law: LawOnDay) -> tuple[OpenQuestion, ...]:
    """The question whether a provision lays a duty on anybody, where neither a list nor we say that it does."""
    if listed(provision, law) or any(provision.within(duty) for duty in UNLISTED_DUTIES):
        return ()
    name = law.provision(provision).label
    return (OpenQuestion("duty", f"Which duty is infringed with {name}?", "Only a duty is fined."),)


def _listing(tier: Tier, basis: str, duty: str, but_not: str = "", through: str = "") -> Listing:
    whole = _act(duty)
    return Listing(
        tier,
        _act(basis),
        whole,
        tuple(whole.child(part) for part in but_not.split()),
        _act(through) if through else None,
    )


def _act(path: str) -> ProvisionId:
    return ProvisionId("eu-ai-act", tuple(path.split("/")))


def _through(point: str, basis: str, duties: Iterable[str]) -> Iterator[Listing]:
    for duty in duties:
        whole, _, parts = duty.partition(" without ")
        yield _listing("listed-duty", basis, whole, parts, point)


LISTINGS: tuple[Listing, ...] = (
    # Paragraphs 4 to 8 of Article 5 notify, authorise and report: they prohibit no practice.
    _listing("prohibition", "art-99/3", "art-5", "4 5 6 7 8"),
    _listing("listed-duty", "art-99/4/a", "art-16"),
    *_through("art-16/a", "art-99/4/a", [f"art-{number}" for number in range(8, 16)]),
    *_through("art-16/c", "art-99/4/a", ["art-17"]),
    *_through("art-16/d", "art-99/4/a", ["art-18"]),
    *_through("art-16/e", "art-99/4/a", ["art-19"]),
    *_through("art-16/f", "art-99/4/a", ["art-43"]),
    *_through("art-16/g", "art-99/4/a", ["art-47"]),
    *_through("art-16/h", "art-99/4/a", ["art-48"]),
    *_through("art-16/i", "art-99/4/a", ["art-49 without 2 3 4 5"]),
    *_through("art-16/j", "art-99/4/a", ["art-20"]),
    *_through("art-16/k", "art-99/4/a", ["art-21 without 2 3"]),
    # Paragraphs 1 and 2 of Article 22 bind the provider, and the point speaks of representatives.
    _listing("listed-duty", "art-99/4/b", "art-22", "1 2"),
    _listing("listed-duty", "art-99/4/c", "art-23"),
    _listing("listed-duty", "art-99/4/d", "art-24"),
    _listing("listed-duty", "art-99/4/da", "art-25", "1 3 5"),
    _listing("listed-duty", "art-99/4/e", "art-26"),
    *_through("art-26/8", "art-99/4/e", ["art-49/3"]),
    _listing("listed-duty", "art-99/4/f", "art-31"),
    _listing("listed-duty", "art-99/4/f", "art-33", "2"),
    _listing("listed-duty", "art-99/4/f", "art-34"),
    _listing("listed-duty", "art-99/4/g", "art-50", "6 7"),
    _listing("information", "art-99/5", "art-99/5"),
    _listing("listed-duty", "art-75c/4/b", "art-75c/4/b"),
    _listing("listed-duty", "art-75c/4/c", "art-75c/4/c"),
    # Article 101 fines providers of models; what representatives owe under Article 54 is not theirs.
    _listing("model", "art-101/1/a", "art-52/1"),
    _listing("model", "art-101/1/a", "art-53"),
    _listing("model", "art-101/1/a", "art-54", "3 4 5 6"),
    _listing("model", "art-101/1/a", "art-55"),
    _listing("model", "art-101/1/b", "art-91"),
    _listing("model", "art-101/1/c", "art-93"),
    _listing("model", "art-101/1/d", "art-92"),
)

UNLISTED_DUTIES: tuple[ProvisionId, ...] = tuple(
    _act(duty)
    for duty in (
        "art-4 art-6/4 art-21/2 art-22/1 art-22/2 art-25/2 art-25/4 art-27 art-49/2 art-54/3 art-54/5 art-72 art-73 "
        "art-86"
    ).split()
)
"""Duties of operators that no list names, so that national penalties remain: our reading."""
