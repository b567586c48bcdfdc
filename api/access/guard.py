"""The door of every route: who calls, and whether they may."""

from __future__ import annotations

from fastapi import Request, params

from api.access.caller import OWNER, Caller
from copilot.errors import NotPermitted
from copilot.permissions import Permission


class _Allowed:
    """A dependency that gives the caller where they may do this, and ends the request where not."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    def __call__(self, request: Request) -> Caller:
        caller = _caller(request)
        if not caller.may(self.permission):
            raise NotPermitted(
                f"{caller.actor.name} may not {self.permission}",
                remedy="Ask an administrator for a key whose role and scopes allow it.",
            )
        return caller


def may(permission: Permission) -> params.Depends:
    """The dependency of a route which this permission opens, and which gives it its caller."""
    return params.Depends(_Allowed(permission))


def _caller(_request: Request) -> Caller:
    return OWNER
