"""What a role may do: the one table that every route, page and door asks.

Which texts somebody sees is another matter and is decided by ``Actor.may_see``; a role never widens an audience.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias, get_args

Role: TypeAlias = Literal["officer", "analyst", "author", "approver", "auditor", "administrator"]
Permission: TypeAlias = Literal[
    "ask",
    "read-law",
    "use-rules",
    "list-policies",
    "upload-policies",
    "retire-policies",
    "read-audit",
    "export-audit",
    "manage-keys",
    "read-metrics",
]
ROLES: tuple[Role, ...] = get_args(Role)
PERMISSIONS: tuple[Permission, ...] = get_args(Permission)

_DAILY_WORK: frozenset[Permission] = frozenset({"ask", "read-law", "use-rules", "list-policies"})
_GRANTED: Mapping[Role, frozenset[Permission]] = {
    "officer": _DAILY_WORK,
    "analyst": _DAILY_WORK,
    "author": _DAILY_WORK | {"upload-policies"},
    "approver": _DAILY_WORK | {"retire-policies"},
    "auditor": frozenset({"read-law", "list-policies", "read-audit", "export-audit"}),
    "administrator": frozenset({"manage-keys", "read-metrics"}),
}


def granted(roles: Iterable[Role]) -> frozenset[Permission]:
    """All that somebody with these roles may do."""
    return frozenset(permission for role in roles for permission in _GRANTED[role])
