"""What regimes of several places ask for alike, so that one piece of work can serve them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copilot.rules.jurisdictions.duties import DutyFinding
from copilot.rules.jurisdictions.engagement import RegimeFinding
from copilot.rules.jurisdictions.register import Register


@dataclass(frozen=True, slots=True)
class Serves:
    """One duty of one regime that the piece of work serves."""

    place: str
    regime: str
    name: str
    duty: DutyFinding


@dataclass(frozen=True, slots=True)
class Shared:
    """A theme that two places at least have in common, what asks for it, and the work that serves it."""

    theme: str
    name: str
    work: str
    serves: tuple[Serves, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The places it is shared by."""
        return tuple(dict.fromkeys(one.place for one in self.serves))


def shared_by(register: Register, findings: Iterable[RegimeFinding]) -> Iterator[Shared]:
    """The themes in the order of the register; a duty that is only possible is served as well."""
    serves: Sequence[Serves] = [
        Serves(finding.place, finding.id, finding.name, duty)
        for finding in findings
        for duty in finding.duties
    ]
    for theme in register.themes:
        found = Shared(
            theme.id, theme.name, theme.work, tuple(one for one in serves if one.duty.theme == theme.id)
        )
        if len(found.places) > 1:
            yield found
