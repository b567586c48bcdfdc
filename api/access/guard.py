"""What a route needs of who calls.

A route says it in its parameters, and gets its caller::

    def search(caller: Annotated[Caller, may("read-law")]) -> Hits: ...

What is not made of parameters, like a protocol of its own behind one route, asks ``caller_of`` who calls, and
``require`` for each thing that is wanted.
"""

from __future__ import annotations

from fastapi import Request, params
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase
from starlette.types import Scope

from api.access.caller import Caller
from copilot.errors import NotPermitted, SignInNeeded
from copilot.permissions import Permission


def may(permission: Permission) -> params.Depends:
    """The dependency of a route which this permission opens, and which gives it its caller."""
    return params.Depends(Allowed(permission))


def caller_of(scope: Scope) -> Caller:
    """Who sent a request, as the door of the service found out."""
    caller: Caller | None = scope.get("state", {}).get("caller")
    if caller is None:
        raise SignInNeeded("nothing says who calls", remedy="Send a key, like: Authorization: Bearer cpk_…")
    return caller


def require(caller: Caller, permission: Permission) -> None:
    """End what this caller may not do."""
    if not caller.may(permission):
        raise NotPermitted(
            f"{caller.actor.name} may not {permission}",
            remedy="Ask an administrator for a key whose role and scopes allow it.",
        )


class Allowed(SecurityBase):
    """A dependency that gives the caller where they may do this, and ends the request where not."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission
        self.model = HTTPBearer(
            description="A key (`cpk_…`), or a token of the OpenID Connect issuer that is set."
        )
        self.scheme_name = "bearer"

    def __call__(self, request: Request) -> Caller:
        """The caller of a request."""
        caller = caller_of(request.scope)
        require(caller, self.permission)
        return caller
