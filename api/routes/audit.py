"""The audit ledger over HTTP. What leans on texts that are closed to the caller is withheld, and said to be."""

from __future__ import annotations

import json
from threading import Lock
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Query, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict

from api import audit
from api.access import Caller, may
from api.dependencies import AuditorDep, ServiceDep
from api.lines import sent_in_parts
from api.shapes.audit import EntriesBody, EntryBody, HeadBody, ReplayedBody, ReportBody
from copilot.errors import TooMuch
from copilot.records.ledger.entry import Kind
from copilot.rules.telling import Day

if TYPE_CHECKING:
    from copilot.records.ledger import Head

router = APIRouter(prefix="/audit", tags=["audit"])
_LINES = "application/jsonl"
ExporterDep = Annotated[Caller, may("export-audit")]
Number = Annotated[int, Path(ge=1, lt=2**63, description="The number of an entry.", examples=[1])]
Since = Annotated[Day | None, Query(description="From the beginning of this day (UTC).")]
Until = Annotated[Day | None, Query(description="Until the end of this day (UTC).")]
_one_at_a_time = Lock()


class VerifyBody(BaseModel):
    """What the ledger is held against beside its own seals."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{}]})

    head: HeadBody | None = None


@router.get("/entries", response_model=EntriesBody)
def list_entries(
    caller: AuditorDep,
    service: ServiceDep,
    before: Annotated[
        int | None, Query(ge=1, lt=2**63, description="Only entries before this number.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    kind: Kind | None = None,
    actor: Annotated[str | None, Query(max_length=300, description="Who asked, or acted.")] = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """List entries, the latest first."""
    found = audit.entries_seen(
        service, caller.actor, before=before, limit=limit, kind=kind, who=actor, since=since, until=until
    )
    return _in_ascii(found)


@router.get("/entries/{number}", response_model=EntryBody)
def show_entry(number: Number, caller: AuditorDep, service: ServiceDep) -> Response:
    """Show an entry with all it holds."""
    return _in_ascii(audit.entry_seen(service, caller.actor, number))


@router.post("/entries/{number}/replay", response_model=ReplayedBody)
def replay_entry(number: Number, caller: AuditorDep, service: ServiceDep) -> Response:
    """Rebuild an answer's evidence and checks from the ledger, without a model, and compare."""
    return _in_ascii(audit.replayed_seen(service, caller.actor, number))


@router.get("/head")
def show_head(_caller: AuditorDep, service: ServiceDep) -> HeadBody:
    """Give out the last seal, to be kept elsewhere."""
    return audit.head_now(service)


@router.post("/verify")
def verify_ledger(_caller: AuditorDep, service: ServiceDep, body: VerifyBody | None = None) -> ReportBody:
    """Find edits, deletions, insertions, another order, a changed clock; with a head, also an end that was cut off."""
    if not _one_at_a_time.acquire(blocking=False):
        raise TooMuch(
            "the ledger is being verified already", remedy="Ask again when that is done.", retry_after=10
        )
    try:
        return audit.verified(service, _head(body))
    finally:
        _one_at_a_time.release()


@router.get("/export", responses={200: {"content": {_LINES: {"schema": {"type": "string"}}}}})
async def export_entries(
    caller: ExporterDep, service: ServiceDep, since: Since = None, until: Until = None
) -> StreamingResponse:
    """Send entries as JSON Lines that say how to check them; the last line says how many there are.

    What leans on texts that are closed to the caller is left out and counted, and the chain then is not whole.
    """
    await run_in_threadpool(service.ledger)
    lines = audit.exported_seen(service, caller.actor, since, until)
    return StreamingResponse(
        sent_in_parts(lines),
        media_type=_LINES,
        headers={"Content-Disposition": 'attachment; filename="audit.jsonl"', "Cache-Control": "no-store"},
    )


def _head(body: VerifyBody | None) -> Head | None:
    from copilot.records.ledger import Head

    return None if body is None or body.head is None else Head(**body.head.model_dump())


def _in_ascii(body: BaseModel) -> Response:
    """JSON with every letter beyond ASCII escaped: people ask with letters that UTF-8 has no form for."""
    return Response(json.dumps(body.model_dump(mode="json")), media_type="application/json")
