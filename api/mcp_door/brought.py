"""What a tool brings, for a program and for a reader: results of rules, and wordings of the law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from copilot.grounding import Source, citable_text
from copilot.law import Corpus, Layer, Provision, ProvisionId
from copilot.rules import ToolResult
from copilot.shapes import AppliesBody, Days, Shape, ToolResultBody


class WordingBody(Shape):
    """A provision as worded on the day."""

    id: ProvisionId
    label: str
    act: str = Field(description="The short name of the act, framework or policy.")
    title: str
    text: str
    layer: Layer = Field(description="Whose words it is in: our digest's or the publisher's.")
    in_force: Days
    applies: list[AppliesBody]
    uri: str = Field(description="The resource under which it is read.")


class Brought(Shape):
    """All that a tool brought. ``today`` says that nobody named a day, and that it is the one of the call."""

    as_of: date
    today: bool
    results: list[ToolResultBody]
    provisions: list[WordingBody]


def brought(sources: Iterable[Source], corpus: Corpus, *, as_of: date, today: bool) -> Brought:
    """What a tool gathered, in the form in which it is sent."""
    held = tuple(sources)
    return Brought(
        as_of=as_of,
        today=today,
        results=[ToolResultBody.model_validate(one) for one in held if isinstance(one, ToolResult)],
        provisions=[_wording(one, corpus, as_of) for one in held if isinstance(one, Provision)],
    )


def readable(sources: Iterable[Source], corpus: Corpus, *, as_of: date, today: bool) -> str:
    """The same as text: what may be quoted of each source, under its name."""
    texts = [_headed(source, corpus, as_of) for source in sources]
    return "\n\n".join((dated(as_of, today=today), *(texts or ["Nothing was found."])))


def dated(as_of: date, *, today: bool) -> str:
    """The day, and whether anybody named it."""
    return f"As of {as_of}, which is today: no day was named." if today else f"As of {as_of}."


def uri_of(provision: ProvisionId | str, as_of: date) -> str:
    """The resource under which a provision is read as of a day."""
    return f"law://{provision}?as_of={as_of}"


def _wording(wording: Provision, corpus: Corpus, as_of: date) -> WordingBody:
    return WordingBody(
        id=wording.id,
        label=wording.label,
        act=corpus.instruments[wording.instrument].short,
        title=wording.title,
        text=wording.text,
        layer=wording.layer,
        in_force=Days.of(wording.in_force),
        applies=[AppliesBody.model_validate(rule) for rule in wording.applies_as_stated_on(as_of)],
        uri=uri_of(wording.id, as_of),
    )


def _headed(source: Source, corpus: Corpus, as_of: date) -> str:
    text = citable_text(source, as_of=as_of)
    if isinstance(source, ToolResult):
        return text
    act = corpus.instruments[source.instrument].short
    return f"{source.label} {act} ({source.layer}, {uri_of(source.id, as_of)})\n{text}"
