"""What was shown has a name, its ``ETag``: who has it already is not sent it again."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated

from fastapi import Header, Response
from pydantic import BaseModel

IfNoneMatch = Annotated[
    str | None, Header(max_length=2_000, description="The `ETag` of what you have; it is not sent again.")
]
NOT_MODIFIED = {"description": "It is what you have.", "headers": {"ETag": {"schema": {"type": "string"}}}}
"""How the document of the API says so."""

_PRIVATE = "private, no-cache"
"""It is shown to one caller on one day, and asked for again before it is shown from a cache."""


def tagged(body: BaseModel, if_none_match: str | None) -> Response:
    """A body with the name of its very bytes; without it where the caller has them."""
    sent = body.model_dump_json().encode()
    etag = f'"{sha256(sent).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": _PRIVATE}
    if if_none_match is not None and _matches(if_none_match, etag):
        return Response(status_code=304, headers=headers)
    return Response(sent, media_type="application/json", headers=headers)


def _matches(if_none_match: str, etag: str) -> bool:
    named = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return "*" in named or etag in named
