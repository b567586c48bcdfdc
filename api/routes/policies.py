"""The firm's policies over HTTP: listed, uploaded, replaced, retired. What the caller may not see is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Form, Path, Query, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field

from api import policies
from api.access import Caller, may
from api.dependencies import ServiceDep, TodayDep
from api.pagination import After, Limit, page_of
from api.repeated import Once, OnceDep
from api.shapes.policy import PoliciesBody, PolicyBody
from copilot.errors import UnknownPolicy
from copilot.law.extracting import LARGEST
from copilot.law.policy_upload import ReadPolicy, Told, read_upload

router = APIRouter(prefix="/policies", tags=["policies"])
ListerDep = Annotated[Caller, may("list-policies")]
AuthorDep = Annotated[Caller, may("upload-policies")]
ApproverDep = Annotated[Caller, may("retire-policies")]
PolicyId = Annotated[
    str,
    Path(
        description="Such as `gifts`; that of a closed policy ends with its audiences.",
        examples=["gifts"],
    ),
]
_CONFLICT: Final[dict[int | str, dict[str, Any]]] = {409: {"description": "It contradicts what is held."}}
_MEDIA = {
    ".md": "text/markdown; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}


class PolicyUpload(BaseModel):
    """A file, and what it does not say of itself as front matter."""

    model_config = ConfigDict(extra="forbid")

    file: UploadFile = Field(description="Markdown, DOCX, or a PDF that holds text.")
    id: str = Field(default="", description="Small letters, digits and hyphens, like `gifts`.")
    title: str = ""
    version: str = ""
    effective: str = Field(default="", description="The first day on which it is in force.")
    until: str = Field(default="", description="The first day on which it no longer is; none by default.")
    owner: str = ""
    audience: list[str] = Field(default=[], description="Who may see it; everybody where nobody is named.")

    def read(self, **known: str | list[str]) -> ReadPolicy:
        """The policy, read like one of the folder; ``known`` is what the address says of it."""
        said: dict[str, str | list[str]] = {
            **self.model_dump(exclude={"file", "audience"}),
            "audience": self._audience,
        }
        told: Told = known | {name: value for name, value in said.items() if value}
        return read_upload(self.file.filename or "", self._content(), told)

    def digest(self) -> bytes:
        """The same for the same file with the same said of it."""
        said = f"{self.file.filename}\n{self.model_dump_json(exclude={'file'})}"
        return sha256(said.encode() + sha256(self._content()).digest()).digest()

    def _content(self) -> bytes:
        self.file.file.seek(0)
        return self.file.file.read(LARGEST + 1)

    @property
    def _audience(self) -> list[str]:
        """The audiences, each in a field of its own or several between commas."""
        names = (name.strip() for field in self.audience for name in field.split(","))
        return [name for name in names if name]


UploadDep = Annotated[PolicyUpload, Form(media_type="multipart/form-data")]


class PolicyNamed(BaseModel):
    """Which policy a request was about: what is kept to answer it again."""

    id: str


class Retirement(BaseModel):
    """From which day on a policy is no longer in force."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"on": "2027-01-01"}]})

    on: date


@router.get("")
def list_policies(
    caller: ListerDep, service: ServiceDep, today: TodayDep, after: After = None, limit: Limit = 50
) -> PoliciesBody:
    """List the policies, the folder's and the uploaded ones, by their ids."""
    seen = policies.policies_seen(service, caller.actor, today=today)
    page, following = page_of(seen, after=after, limit=limit, name=lambda policy: policy.id)
    return PoliciesBody(policies=list(page), next=following)


@router.get("/{policy_id}")
def show_policy(policy_id: PolicyId, caller: ListerDep, service: ServiceDep, today: TodayDep) -> PolicyBody:
    """Show one policy with all its versions, and whether they are searchable yet."""
    return policies.policy_seen(service, policy_id, caller.actor, today=today)


@router.get("/{policy_id}/file")
def download_policy(
    policy_id: PolicyId,
    caller: ListerDep,
    service: ServiceDep,
    version: Annotated[str | None, Query(description="Such as `2.0`; the latest if left out.")] = None,
) -> Response:
    """Download the file of a version as it was uploaded."""
    shelf = service.shelf()
    held = shelf.policy(policy_id, caller.actor)
    wanted = version or held.latest.head.version
    found = next((kept for kept in held.versions if kept.head.version == wanted), None)
    if found is None:
        raise UnknownPolicy(
            f"policy {policy_id} has no version {version!r}",
            remedy=f"See which it has: GET /v1/policies/{policy_id}",
        )
    return Response(
        shelf.file(found),
        media_type=_MEDIA[PurePath(found.file_name).suffix.lower()],
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.file_name, safe='')}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


@router.post("", status_code=201, responses=_CONFLICT)
async def upload_policy(
    told: UploadDep,
    caller: AuthorDep,
    service: ServiceDep,
    today: TodayDep,
    once: OnceDep,
    response: Response,
) -> PolicyBody:
    """Upload a new policy. It is kept at once, and searchable as soon as the index has it."""

    def keep() -> PolicyNamed:
        return PolicyNamed(id=policies.upload(service, told.read(), caller.actor))

    named = await _once(once, caller, told, keep)
    response.headers["Location"] = f"/v1/policies/{named.id}"
    return await run_in_threadpool(show_policy, named.id, caller, service, today)


@router.post("/{policy_id}/versions", status_code=201, responses=_CONFLICT)
async def replace_policy(
    policy_id: PolicyId,
    told: UploadDep,
    caller: AuthorDep,
    service: ServiceDep,
    today: TodayDep,
    once: OnceDep,
) -> PolicyBody:
    """Add the next version: the one before ends on the day from which this one is in force."""

    def keep() -> PolicyNamed:
        name, *audience = policy_id.split(".")
        policies.replace(service, policy_id, told.read(id=name, audience=audience), caller.actor)
        return PolicyNamed(id=policy_id)

    named = await _once(once, caller, told, keep)
    return await run_in_threadpool(show_policy, named.id, caller, service, today)


@router.post("/{policy_id}/retire", responses=_CONFLICT)
async def retire_policy(
    policy_id: PolicyId,
    body: Retirement,
    caller: ApproverDep,
    service: ServiceDep,
    today: TodayDep,
    once: OnceDep,
) -> PolicyBody:
    """End a policy from a day on. As of earlier days it stands as it stood; nothing is deleted."""

    def keep() -> PolicyNamed:
        policies.retire(service, policy_id, body.on, caller.actor)
        return PolicyNamed(id=policy_id)

    named = await _once(once, caller, body, keep)
    return await run_in_threadpool(show_policy, named.id, caller, service, today)


async def _once(
    once: Once, caller: Caller, told: PolicyUpload | Retirement, keep: Callable[[], PolicyNamed]
) -> PolicyNamed:
    """Do it in a thread: reading a file takes long, and so may the database."""
    said = await run_in_threadpool(told.digest) if isinstance(told, PolicyUpload) else told
    return await once(caller, said, partial(run_in_threadpool, keep), PolicyNamed)
