"""A key as it is kept, and what one opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from copilot.permissions import Permission, Role


@dataclass(frozen=True, slots=True)
class Opens:
    """As whom somebody calls, and what is open to them; ``scopes`` narrow what the roles grant, none narrow nothing."""

    holder: str
    roles: frozenset[Role]
    audiences: frozenset[str]
    scopes: frozenset[Permission] | None = None


@dataclass(frozen=True, slots=True)
class AccessKey:
    """A key, or a session, without its secret, which nobody keeps."""

    id: str
    opens: Opens
    made_by: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None
    revoked_by: str | None = None

    def holds_at(self, moment: datetime) -> bool:
        """Whether it opens anything then: it is neither revoked nor over."""
        return self.revoked_at is None and moment < self.expires_at


@dataclass(frozen=True, slots=True)
class Made:
    """What was made; ``token`` holds the secret, and can be had this one time."""

    key: AccessKey
    token: str
