"""Figures for who watches over the service."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response

from api.access import Caller, may
from api.dependencies import ServiceDep

router = APIRouter(tags=["health"])


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def metrics(
    request: Request, _caller: Annotated[Caller, may("read-metrics")], service: ServiceDep
) -> Response:
    """Tell what was counted and timed, in the form that Prometheus scrapes."""
    text, media_type = service.measured(request.headers.get("accept", ""))
    return Response(text, media_type=media_type)
