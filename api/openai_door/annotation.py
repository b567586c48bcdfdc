"""A citation as OpenAI annotates text with it, with all that the copilot knows of it beside."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal
from urllib.parse import quote

from pydantic import BaseModel, Field

from api.shapes.answer import CitationBody, StatementBody
from copilot.grounding import Grade
from copilot.law import Layer

Place = tuple[int, int]
_NO_PAGE: Final = "urn:regulatory-copilot:"


class UrlCitation(BaseModel):
    """Where in the content the note stands, ``content[start_index:end_index]``, and what it leads to."""

    start_index: int
    end_index: int
    url: str
    title: str


class Leaning(BaseModel):
    """What a statement leans on: the words of the source, where they stand in it, and how it was checked."""

    number: int
    kind: Literal["provision", "tool"]
    source: str = Field(description="The id of the provision, or the name of a tool's result.")
    as_of: date
    layer: Layer | None
    quote: str
    places: list[Place] = Field(description="Where the quote stands in the source, [from, until).")
    grade: Grade
    marks: list[str]
    statement: Place = Field(description="Where the statement stands in the content, [from, until).")


class Annotation(BaseModel):
    """One citation of one statement; ``index`` counts them, so that a client can put a stream together."""

    index: int
    type: Literal["url_citation"]
    url_citation: UrlCitation
    copilot: Leaning


def annotation(
    citation: CitationBody,
    of: StatementBody,
    *,
    index: int,
    note: Place,
    says: Place,
    as_of: date,
    base: str,
) -> Annotation:
    """A citation whose note and statement stand at these places of the content."""
    return Annotation(
        index=index,
        type="url_citation",
        url_citation=UrlCitation(
            start_index=note[0],
            end_index=note[1],
            url=address(citation, base, as_of),
            title=title(citation),
        ),
        copilot=Leaning(
            number=citation.number,
            kind=citation.kind,
            source=citation.source,
            as_of=as_of,
            layer=citation.layer,
            quote=citation.quote,
            places=citation.places,
            grade=of.grade,
            marks=of.marks,
            statement=says,
        ),
    )


def title(citation: CitationBody) -> str:
    """What people write for a source; of a tool's result its name, without the verdict."""
    if citation.kind == "tool":
        return citation.label.partition(":")[0]
    return f"{citation.label} {citation.act}"


def address(citation: CitationBody, base: str, as_of: date) -> str:
    """The page where a source is read as of the day; what has none, as the result of a rule, is named by a URN."""
    if citation.url is None:
        return f"{_NO_PAGE}{quote(citation.source, safe=':/')}"
    return f"{base}provision/{citation.source}?as_of={as_of}"
