"""The law as resources: every act is listed, every provision is read by its id as of a day.

Several thousand provisions are not listed one by one; their ids are completed, searched for, or found in their act.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import mcp_types as mcp
from mcp.shared.exceptions import MCPError
from mcp.shared.uri_template import UriTemplate
from pydantic import TypeAdapter, ValidationError

from api.mcp_door.reading import act_text, provision_text
from api.mcp_door.visit import Visit
from copilot.errors import NotInForce, UnknownProvision
from copilot.law import Corpus, Instrument, ProvisionId
from copilot.rules.telling import Day

MEDIA_TYPE: Final = "text/markdown"
_TEMPLATE: Final = UriTemplate.parse("law://{+id}{?as_of}")
_DAY: Final[TypeAdapter[date]] = TypeAdapter(Day)
_PAGE, _COMPLETED = 50, 100


def listed(visit: Visit, cursor: str | None) -> mcp.ListResourcesResult:
    """The acts, frameworks and policies that are open to the caller; ``cursor`` names the last one already listed."""
    acts = list(visit.corpus.instruments.values())
    names = [act.id for act in acts]
    if cursor is not None and cursor not in names:
        raise MCPError(
            code=mcp.INVALID_PARAMS, message="This cursor is not one of ours: list from the beginning."
        )
    begins = 0 if cursor is None else names.index(cursor) + 1
    page = acts[begins : begins + _PAGE]
    more = begins + _PAGE < len(acts)
    return mcp.ListResourcesResult(
        resources=[_resource(act) for act in page], next_cursor=page[-1].id if more else None
    )


def templates() -> mcp.ListResourceTemplatesResult:
    """The one form in which provisions are named."""
    template = mcp.ResourceTemplate(
        uri_template=str(_TEMPLATE),
        name="provision",
        title="A provision as of a day",
        description="An article, a paragraph, a point or an annex with all its parts, as worded on a day, today if "
        "none is named: law://eu-ai-act/art-26/6?as_of=2026-07-27. An act by itself gives its contents.",
        mime_type=MEDIA_TYPE,
    )
    return mcp.ListResourceTemplatesResult(resource_templates=[template])


def read(visit: Visit, uri: str) -> mcp.ReadResourceResult:
    """A provision or an act. One that is closed to the caller is as unknown as one that does not exist."""
    try:
        provision_id, as_of = _named(uri, visit.today)
        whole_act = not provision_id.segments
        text = (
            act_text(visit.corpus, provision_id.instrument, as_of)
            if whole_act
            else provision_text(visit.corpus, provision_id, as_of)
        )
    except (UnknownProvision, NotInForce) as error:
        raise MCPError(
            code=mcp.INVALID_PARAMS, message=f"{error}. {error.remedy}", data={"uri": uri}
        ) from error
    return mcp.ReadResourceResult(
        contents=[mcp.TextResourceContents(uri=uri, mime_type=MEDIA_TYPE, text=text)]
    )


def completed(visit: Visit, params: mcp.CompleteRequestParams) -> mcp.CompleteResult:
    """Ids that begin as what is typed; for the day, those from which the provision was worded anew."""
    if not isinstance(params.ref, mcp.ResourceTemplateReference) or params.ref.uri != str(_TEMPLATE):
        raise MCPError(code=mcp.INVALID_PARAMS, message=f"Nothing is completed but {_TEMPLATE}.")
    typed = params.argument
    context = (params.context.arguments if params.context else None) or {}
    choices = _ids(visit.corpus) if typed.name == "id" else _days(visit.corpus, context.get("id", ""))
    fitting = [choice for choice in dict.fromkeys(choices) if choice.startswith(typed.value)]
    return mcp.CompleteResult(
        completion=mcp.Completion(
            values=fitting[:_COMPLETED], total=len(fitting), has_more=len(fitting) > _COMPLETED
        )
    )


def _resource(act: Instrument) -> mcp.Resource:
    return mcp.Resource(
        uri=f"law://{act.id}",
        name=act.id,
        title=act.short,
        description=f"{act.title} ({act.kind}, {act.jurisdiction}). {act.status}",
        mime_type=MEDIA_TYPE,
    )


def _named(uri: str, today: date) -> tuple[ProvisionId, date]:
    told = _TEMPLATE.match(uri) or {}
    name, day = told.get("id"), told.get("as_of")
    if not isinstance(name, str):
        raise UnknownProvision(
            f"{uri!r} is no resource of this server", remedy=f"Write it like {_TEMPLATE}."
        )
    try:
        as_of = today if day is None else _DAY.validate_python(day)
    except ValidationError as error:
        raise NotInForce(f"{day!r} is not a day", remedy="Write it like 2026-07-27.") from error
    return ProvisionId.parse(name), as_of


def _ids(corpus: Corpus) -> Iterator[str]:
    yield from corpus.instruments
    yield from (str(wording.id) for wording in corpus.wordings())


def _days(corpus: Corpus, name: str) -> Iterator[str]:
    try:
        wordings = corpus.timeline(ProvisionId.parse(name))
    except UnknownProvision:
        return iter(())
    return (str(wording.in_force.start) for wording in wordings)
