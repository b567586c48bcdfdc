"""A policy as it is sent: its versions with their days, whom it is for, where it comes from, whether it is found."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime
from typing import Literal
from urllib.parse import quote

from pydantic import BaseModel, Field

from copilot.records.policies.listing import ListedPolicy, ListedVersion, Origin, State
from copilot.records.policies.version import PolicyVersion


class FileBody(BaseModel):
    """The file of a version as it was uploaded."""

    name: str
    bytes: int
    sha256: str
    url: str = Field(description="Where it can be downloaded.")
    uploaded_by: str
    uploaded_at: datetime


class VersionBody(BaseModel):
    """One version of a policy: in force from ``effective`` up to, not including, ``until``."""

    version: str
    title: str
    effective: date
    until: date | None
    ended: Literal["replaced", "retired"] | None = Field(
        description="What ended it, where nothing in its file does."
    )
    searchable: bool = Field(description="Whether searches and answers find it, as of its days.")
    file: FileBody | None = Field(description="None for a policy of the folder.")


class PolicyBody(BaseModel):
    """A policy; who sees it sees all its versions."""

    id: str
    instrument: str = Field(description="The id that its provisions begin with.")
    title: str
    owner: str
    audience: list[str] = Field(description="Who may see it; everybody where it is empty.")
    origin: Origin = Field(description="`folder`: it is changed where its file lies, and not here.")
    state: State = Field(description="As of today.")
    indexed: bool = Field(description="Whether every version that is in force on some day is searchable.")
    versions: list[VersionBody] = Field(description="The earliest first.")


class PoliciesBody(BaseModel):
    """Some of the policies that the caller may see, by id."""

    policies: list[PolicyBody]
    next: str | None = Field(description="Give it as `after` to see the ones behind; none at the end.")


def policy_body(
    policy: ListedPolicy, *, today: date, files: Container[int], index_ready: bool
) -> PolicyBody:
    """A policy as it is sent; ``files`` are the versions that the index in use holds."""

    def searchable(version: ListedVersion) -> bool:
        return index_ready and (version.kept is None or version.kept.number in files)

    return PolicyBody(
        id=policy.id,
        instrument=f"policy/{policy.id}",
        title=policy.title,
        owner=policy.owner,
        audience=sorted(policy.audience),
        origin=policy.origin,
        state=policy.state_on(today),
        indexed=all(searchable(version) for version in policy.versions if version.in_force is not None),
        versions=[
            VersionBody(
                version=version.version,
                title=version.title,
                effective=version.effective,
                until=version.until,
                ended=_ended(version.kept),
                searchable=searchable(version),
                file=None if version.kept is None else _file(version.kept),
            )
            for version in policy.versions
        ],
    )


def _ended(kept: PolicyVersion | None) -> Literal["replaced", "retired"] | None:
    return None if kept is None or kept.ended is None else kept.ended[0]


def _file(kept: PolicyVersion) -> FileBody:
    return FileBody(
        name=kept.file_name,
        bytes=kept.size,
        sha256=kept.sha256,
        url=f"/v1/policies/{kept.policy}/file?version={quote(kept.head.version, safe='')}",
        uploaded_by=kept.uploaded_by,
        uploaded_at=kept.uploaded_at,
    )
