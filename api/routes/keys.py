"""The keys of the service: who has one, making another, revoking one."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from api.access import Caller, may
from api.dependencies import ServiceDep
from api.shapes.told import EACH_ONCE, Moment
from copilot.errors import NotPermitted
from copilot.permissions import ROLES, Permission, Role
from copilot.shapes.access_key import KeyBody, MadeKeyBody

router = APIRouter(tags=["keys"])
KeeperDep = Annotated[Caller, may("manage-keys")]
Audience = Annotated[str, Field(min_length=1, max_length=100)]


class KeyWanted(BaseModel):
    """A key that is to be made."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "holder": "Case system",
                    "roles": ["officer"],
                    "audiences": ["control-room"],
                    "scopes": ["ask", "read-law"],
                    "expires_at": "2027-06-30T00:00:00Z",
                }
            ]
        },
    )

    holder: str = Field(
        min_length=1, max_length=200, description="Who will call with it, as records name them."
    )
    roles: Annotated[frozenset[Role], EACH_ONCE] = Field(min_length=1, max_length=len(ROLES))
    audiences: Annotated[frozenset[Audience], EACH_ONCE] = Field(
        max_length=100, description="Whose policies are seen beside the open ones; `*` for everybody's."
    )
    scopes: Annotated[frozenset[Permission] | None, EACH_ONCE] = Field(
        default=None,
        min_length=1,
        description="What of all that the roles grant the key opens; everything if left out.",
    )
    expires_at: Moment


class Keys(BaseModel):
    """Every key, the latest first."""

    keys: list[KeyBody]


@router.get("/keys")
def keys(_keeper: KeeperDep, service: ServiceDep) -> Keys:
    """List every key, also those that are over; no secret is among it."""
    return Keys(keys=[KeyBody.of(key) for key in service.access.keys().all()])


@router.post("/keys", status_code=HTTPStatus.CREATED)
def create_key(wanted: KeyWanted, keeper: KeeperDep, service: ServiceDep) -> MadeKeyBody:
    """Make a key. With a key that has scopes, only keys of the same or fewer scopes are made."""
    from copilot.records.keys import Opens

    if keeper.scopes is not None and (wanted.scopes is None or not wanted.scopes <= keeper.scopes):
        raise NotPermitted(
            "a key with scopes makes no key that has others, or none",
            remedy=f"Name scopes among {', '.join(sorted(keeper.scopes))}, or use a key without scopes.",
        )
    made = service.access.keys().create(
        Opens(wanted.holder, wanted.roles, wanted.audiences, wanted.scopes),
        expires_at=wanted.expires_at,
        longest=timedelta(days=service.settings.key_days),
        made_by=keeper.actor.name,
    )
    return MadeKeyBody(token=made.token, key=KeyBody.of(made.key))


@router.delete("/keys/{key_id}")
def revoke_key(
    key_id: Annotated[str, Path(examples=["k7f3a9"])], keeper: KeeperDep, service: ServiceDep
) -> KeyBody:
    """Revoke a key; it opens nothing from now on, nor do the sessions that were opened with it."""
    return KeyBody.of(service.access.keys().revoke(key_id, by=keeper.actor.name))
