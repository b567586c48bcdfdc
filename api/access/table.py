"""Which role may call which route, read from the routes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.access.guard import Allowed
from copilot.permissions import ROLES, Permission, Role, granted

_ANY = "ANY"


@dataclass(frozen=True, slots=True, order=True)
class Needs:
    """A route, and all that a caller needs to be permitted for it; one that needs nothing is open to everybody."""

    path: str
    method: str
    permissions: tuple[Permission, ...]

    def opens_to(self, role: Role) -> bool:
        """Whether somebody with this role alone may call it."""
        return set(self.permissions) <= granted([role])


def needs_of(app: FastAPI) -> list[Needs]:
    """Every route of the application, by its path; what is mounted on it counts as one that needs nothing."""
    return sorted(_needs(app))


def table_of(app: FastAPI) -> str:
    """Who may call what, as a table in Markdown; what is open to strangers is not in it."""
    head = ["Route", "Needs", *ROLES]
    rows = [
        [
            f"`{needs.method} {needs.path}`",
            ", ".join(needs.permissions),
            *("yes" if needs.opens_to(role) else "–" for role in ROLES),
        ]
        for needs in needs_of(app)
        if needs.permissions
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def _needs(app: FastAPI) -> Iterator[Needs]:
    for route in iter_route_contexts(app.routes):
        dependant: Dependant | None = getattr(route, "dependant", None)
        asked = frozenset() if dependant is None else frozenset(_asked(dependant))
        for method in sorted((route.methods or {_ANY}) - {"HEAD"}):
            yield Needs(route.path or "", method, tuple(sorted(asked)))


def _asked(dependant: Dependant) -> Iterator[Permission]:
    for part in dependant.dependencies:
        if isinstance(part.call, Allowed):
            yield part.call.permission
        yield from _asked(part)
