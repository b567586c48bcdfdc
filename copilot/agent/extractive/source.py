"""One source as a model sees it: a provision or the result of a tool, between its fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from copilot.grounding import sentences_in

_FENCED = re.compile(
    r'<source id="(?P<id>[^"]*)"(?P<about>(?: \w+="[^"]*")*)>\n(?P<text>.*?)\n</source>', re.DOTALL
)
_ABOUT = re.compile(r'(\w+)="([^"]*)"')
_ADDRESSES_A_MODEL = re.compile(
    r"\b(?:ignore|disregard|forget)\b(?: \w+){0,3} (?:instructions?|prompts?|guidelines)\b(?! for use)"
    r"|\b(?:system prompt|language model|assistant), (?:you|please|now)\b"
    r"|\byou are (?:now )?an? (?:AI|assistant|chatbot)\b"
    r"|\b(?:say|answer|reply|respond)(?: \w+){0,2} (?:that|with) \w+ (?:is|are) (?:allowed|permitted|legal)",
    re.IGNORECASE,
)
_DATE = "\nApplies "
_TOOL = "tool:"


@dataclass(frozen=True)
class Source:
    """A source by its id. ``label`` is how people cite it, its act included; a result has none."""

    id: str
    label: str
    text: str

    @property
    def is_result(self) -> bool:
        """Whether a tool worked it out."""
        return self.id.startswith(_TOOL)

    @cached_property
    def act(self) -> str:
        """The id of the act, framework or policy it is of."""
        parts = self.id.split("/")
        return "/".join(parts[:2]) if self.is_policy else parts[0]

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The way down to it in its act."""
        return tuple(self.id.split("/")[2 if self.is_policy else 1 :])

    @property
    def is_policy(self) -> bool:
        """Whether it is of the firm's own policies."""
        return self.id.startswith("policy/")

    @property
    def is_recital(self) -> bool:
        """Whether it explains rather than binds."""
        return bool(self.segments) and self.segments[0].startswith("rec-")

    @cached_property
    def wording(self) -> str:
        """What it says, without the dates of application below it."""
        return self.text.partition(_DATE)[0]

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """Its dates of application, a sentence each."""
        _, found, rest = self.text.partition(_DATE)
        return tuple(f"Applies {date}" for date in rest.split(_DATE)) if found else ()

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What it says, sentence by sentence; one that would tell a model what to do is no law, and left out."""
        said = (sentence.text for sentence in sentences_in(self.wording))
        return tuple(sentence for sentence in said if not _ADDRESSES_A_MODEL.search(sentence))

    @cached_property
    def leads_on(self) -> bool:
        """Whether it introduces a list."""
        return self.wording.rstrip().endswith(":")

    def holds(self, other: Source) -> bool:
        """Whether the other stands in it, or is it."""
        return self.act == other.act and other.segments[: len(self.segments)] == self.segments


def sources_in(content: str) -> Iterator[Source]:
    """The sources of what a tool said, in their order; what stands outside the fences is none."""
    for fenced in _FENCED.finditer(content):
        about = {name: unescape(value) for name, value in _ABOUT.findall(fenced["about"])}
        yield Source(unescape(fenced["id"]), about.get("label", ""), unescape(fenced["text"]))
