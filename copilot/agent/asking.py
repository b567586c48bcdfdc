"""What one question is answered from: the day, who asks, the texts, and the searcher over them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from copilot.actor import Actor
from copilot.agent.intake import Nearest
from copilot.errors import NotInForce, UnknownProvision
from copilot.law import LawOnDay, Provision, ProvisionId
from copilot.retrieval import Searcher


@dataclass(frozen=True, slots=True)
class Asking:
    """One person's view of the law on one day; whatever reads a text for an answer reads it here.

    ``nearest`` is the second voice of intake, where descriptions are to be read by meaning, too.
    """

    actor: Actor
    law: LawOnDay
    official: LawOnDay
    searcher: Searcher
    nearest: Nearest | None = None

    @property
    def as_of(self) -> date:
        """The day asked about."""
        return self.law.day

    def provision(self, provision_id: ProvisionId) -> Provision:
        """The wording in force; one that the actor may not see is as unknown as one that does not exist."""
        self._see(provision_id)
        return self.law.provision(provision_id)

    def passage(self, provision_id: ProvisionId) -> tuple[Provision, ...]:
        """A provision and its parts, in the order of the text."""
        self._see(provision_id)
        return tuple(part for part in self.law.passage(provision_id) if self.actor.may_see(part.audience))

    def timeline(self, provision_id: ProvisionId) -> tuple[Provision, ...]:
        """Every wording it has had that the actor may see."""
        self._see(provision_id)
        wordings = self.law.corpus.timeline(provision_id)
        return tuple(wording for wording in wordings if self.actor.may_see(wording.audience))

    def in_official_words(self, wording: Provision) -> Provision:
        """The publisher's wording where it is installed, else the one given."""
        try:
            found = self.official.provision(wording.id)
        except (NotInForce, UnknownProvision):
            return wording
        return found if found.text and self.actor.may_see(found.audience) else wording

    def _see(self, provision_id: ProvisionId) -> None:
        wordings = self.law.corpus.timeline(provision_id)
        if not any(self.actor.may_see(wording.audience) for wording in wordings):
            raise UnknownProvision(
                f"{provision_id.instrument} holds no {'/'.join(provision_id.segments) or 'text'}",
                remedy=f"See what it holds: copilot law list {provision_id.instrument}",
            )
