"""Who asks, and what they may see: the one place where an audience is decided."""

from __future__ import annotations

from dataclasses import dataclass

EVERY_AUDIENCE = "*"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a program that asks. Texts without an audience are open to everyone."""

    name: str
    audiences: frozenset[str]

    def may_see(self, audience: frozenset[str]) -> bool:
        """Whether a text meant for ``audience`` may be shown to, counted for or quoted to this actor."""
        return not audience or self.sees_everything or bool(audience & self.audiences)

    @property
    def sees_everything(self) -> bool:
        """Whether no audience is closed to this actor, as for the owner of the machine."""
        return EVERY_AUDIENCE in self.audiences
