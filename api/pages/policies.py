"""Policies: what the firm has, in which versions, for whom, and whether it is found; what is not open is not there."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import policies
from api.access import Caller, may
from api.dependencies import ServiceDep, TodayDep
from api.rendering import render
from api.service import Service
from api.shapes.policy import PolicyBody, VersionBody
from copilot.law import Provision

router = APIRouter(include_in_schema=False, prefix="/policies")
ListerDep = Annotated[Caller, may("list-policies")]
_DONE = {
    "uploaded": "It is uploaded.",
    "replaced": "The new version is uploaded.",
    "retired": "It is retired from that day on. As of earlier days it stands as it stood.",
}


class Row(NamedTuple):
    """A policy in the list, with the version to name of it."""

    policy: PolicyBody
    version: VersionBody


@router.get("", response_class=HTMLResponse)
def list_page(request: Request, caller: ListerDep, service: ServiceDep, today: TodayDep) -> HTMLResponse:
    """List the policies that are open to the caller."""
    seen = policies.policies_seen(service, caller.actor, today=today)
    rows = sorted((Row(policy, current(policy, today)) for policy in seen), key=_by_title)
    return render(request, "policies.html", caller=caller, as_of=today, rows=rows)


@router.get("/{policy_id}", response_class=HTMLResponse)
def policy_page(
    request: Request,
    policy_id: str,
    caller: ListerDep,
    service: ServiceDep,
    today: TodayDep,
    done: str = "",
) -> HTMLResponse:
    """Show a policy: its versions, its sections as of today, and what may be done with it."""
    policy = policies.policy_seen(service, policy_id, caller.actor, today=today)
    version = current(policy, today)
    day = today if in_force(version, today) else version.effective
    return render(
        request,
        "policies/policy.html",
        caller=caller,
        as_of=day,
        policy=policy,
        version=version,
        today=today,
        sections=_sections(service, policy, caller, day),
        done=_DONE.get(done),
    )


def current(policy: PolicyBody, today: date) -> VersionBody:
    """The version to name of a policy: that in force, else the next, else the last there was."""
    to_come = (version for version in policy.versions if version.effective > today)
    held = (version for version in policy.versions if in_force(version, today))
    return next(held, None) or next(to_come, None) or policy.versions[-1]


def in_force(version: VersionBody, day: date) -> bool:
    """Whether a version is in force on a day."""
    return version.effective <= day and (version.until is None or day < version.until)


def _sections(service: Service, policy: PolicyBody, caller: Caller, day: date) -> list[Provision]:
    """The numbered sections in force on a day; none while what was uploaded is still being read."""
    corpus = service.corpus.open_to(caller.actor)
    if policy.instrument not in corpus.instruments:
        return []
    law = corpus.as_of(day).of_instrument(policy.instrument)
    return [section for section in law if len(section.id.segments) == 1]


def _by_title(row: Row) -> tuple[str, str]:
    return row.policy.title.casefold(), row.policy.id
