"""What is known of an act, a framework or a policy as a whole."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl

from copilot.law.provision_id import ProvisionId

Kind = Literal["regulation", "standard", "framework", "guidance", "statute", "policy"]
Confidence = Literal["high", "medium", "low"]


def _whole_instrument(text: str) -> str:
    if ProvisionId.parse(text).segments:
        raise ValueError(f"{text!r} names a provision, not an instrument")
    return text


class Version(BaseModel):
    """One state of an instrument's wording, as its publisher identifies it.

    ``celex`` is the number under which EUR-Lex has it; ``file`` begins the name of a publisher's file
    that has no such number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: date = Field(alias="from")
    source: str
    celex: str | None = None
    file: str | None = None


class Download(BaseModel):
    """Where the publisher offers the official text of one version."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: date
    address: HttpUrl
    media: Literal["xhtml", "formex", "json", "pdf"]


class Instrument(BaseModel):
    """An act, a framework, a standard or a policy: its names, its versions and where it comes from.

    ``restated`` names what the digest covers where that is not all, ``gaps`` says in words what is not.
    ``amends`` names the acts that an amending act changes: what it says stands in them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, AfterValidator(_whole_instrument)]
    title: str
    short: str
    also: tuple[str, ...] = ()
    kind: Kind
    jurisdiction: str
    publisher: str
    status: str
    versions: tuple[Version, ...] = Field(min_length=1)
    amends: tuple[str, ...] = ()
    until: date | None = None
    confidence: Confidence = "high"
    downloads: tuple[Download, ...] = ()
    restated: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    owner: str | None = None
    audience: frozenset[str] = frozenset()

    def restates(self, top: str) -> bool:
        """Whether the digest covers a top-level unit: named itself, or by its kind (``art``); all by default."""
        return not self.restated or top in self.restated or top.partition("-")[0] in self.restated

    def joined(self, other: Instrument) -> Instrument:
        """The later of two records of one instrument, with the versions of both."""
        versions = tuple(sorted((*self.versions, *other.versions), key=lambda version: version.start))
        later = max(self, other, key=lambda record: record.versions[-1].start)
        return later.model_copy(update={"versions": versions})
