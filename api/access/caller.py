"""Who calls: the actor that law and answers are filtered for, and what this caller may do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.permissions import ROLES, Permission, Role, granted

Proof: TypeAlias = Literal["owner", "key", "session", "token"]
"""How it was proven who calls: by sitting at the machine, or by what was sent along."""


@dataclass(frozen=True)
class Caller:
    """Somebody, or some program, that calls.

    ``scopes`` narrow what the roles grant; none narrow nothing. ``credential`` names the key or the token's
    subject, for limits and for the record; never its secret.
    """

    actor: Actor
    roles: frozenset[Role]
    proof: Proof
    credential: str
    scopes: frozenset[Permission] | None = None

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        """What they may do."""
        all_of_them = granted(self.roles)
        return all_of_them if self.scopes is None else all_of_them & self.scopes

    def may(self, permission: Permission) -> bool:
        """Whether they may do this."""
        return permission in self.permissions


OWNER = Caller(
    actor=Actor("local", frozenset({EVERY_AUDIENCE})),
    roles=frozenset(ROLES),
    proof="owner",
    credential="owner",
)
"""Who sits at the machine: on a loopback address, until a login is set up."""
