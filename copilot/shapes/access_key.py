"""A key of the service, without its secret, as programs read it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from copilot.permissions import ROLES, Permission, Role
from copilot.shapes.shape import Shape

if TYPE_CHECKING:
    from copilot.records.keys import AccessKey


class KeyBody(Shape):
    """Whose key it is, what it opens, and until when."""

    id: str
    holder: str
    roles: list[Role]
    audiences: list[str]
    scopes: list[Permission] | None
    made_by: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    revoked_by: str | None

    @classmethod
    def of(cls, key: AccessKey) -> Self:
        """A key as it is sent."""
        opens = key.opens
        return cls(
            id=key.id,
            holder=opens.holder,
            roles=sorted(opens.roles, key=ROLES.index),
            audiences=sorted(opens.audiences),
            scopes=None if opens.scopes is None else sorted(opens.scopes),
            made_by=key.made_by,
            made_at=key.made_at,
            expires_at=key.expires_at,
            revoked_at=key.revoked_at,
            revoked_by=key.revoked_by,
        )


class MadeKeyBody(Shape):
    """A key that was made. ``token`` is what its holder sends, and is told this one time."""

    token: str
    key: KeyBody
