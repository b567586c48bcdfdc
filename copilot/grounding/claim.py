"""A draft with all it is held against: each citation looked up, each quote found, its sentence beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from copilot.actor import Actor
from copilot.grounding.alignment import Alignment
from copilot.grounding.evidence import Evidence, Source
from copilot.grounding.figures import Figure, figures_in
from copilot.grounding.mentions import Mentions, Numbered, mentions_in, numbered_as
from copilot.grounding.quotes import Found, find_quote
from copilot.grounding.rendering import citable_parts, wording_of_provision
from copilot.grounding.sentences import Sentence, sentences_in, without_list_number
from copilot.grounding.statement import Citation, Draft, DraftCitation
from copilot.grounding.wording import Wording, wording_of
from copilot.law import Provision, ProvisionId
from copilot.rules import ToolResult

_LEAST_SHARED = 2
_LEAST_OF_INTRODUCTION = 0.2


@dataclass(frozen=True)
class Cited:
    """One citation, and the source it means; none where it means nothing the actor may lean on.

    ``parts`` are what may be quoted of the source, ``lead`` the words of the units it stands in.
    """

    draft: DraftCitation
    evidence: Evidence
    source: Source | None
    parts: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All that may be quoted of the source."""
        return "\n".join(self.parts)

    @cached_property
    def found(self) -> Found | None:
        """Where the quote stands; none where it does not."""
        return find_quote(self.draft.quote, self.text) if self.text else None

    @cached_property
    def unit(self) -> ProvisionId | None:
        """The provision cited; none for the result of a tool."""
        return self.source.id if isinstance(self.source, Provision) else None

    @cached_property
    def mentions(self) -> Mentions:
        """Which provisions and acts the source names, in the units it stands in, too."""
        headings = self.source.heading_path if isinstance(self.source, Provision) else ()
        return mentions_in(
            "\n".join((self.text, *self.lead, *headings)), self.evidence.names, within=self.unit
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the source, of the words that lead to it, too.

        Those with a unit are also read from the text as it stands: "PAI 14: 0 %" may look like a list of units.
        """
        as_it_stands = figures_in("\n".join((self.text, *self.lead)))
        return figures_in(self.mentions.rest) + tuple(
            figure for figure in as_it_stands if figure.unit or figure.kind == "date"
        )

    @cached_property
    def numbered(self) -> frozenset[Numbered]:
        """The numbered units it names, and those it is."""
        own = numbered_as(self.unit) if self.unit else ()
        return self.mentions.all_numbered | frozenset(own)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in which the quote stands."""
        places = self.found.places if self.found else ()
        return tuple(
            said
            for said, start, end in self._all
            if any(first < end and start < last for first, last in places)
        )

    @property
    def introduction(self) -> tuple[str, ...]:
        """The words that lead to a point of a list, which reads on from them: "Not covered are: (a) ..."."""
        is_point = self.unit is not None and not self.unit.segments[-1].startswith("sub-")
        if not (is_point and self.lead and self.lead[-1].endswith(":")):
            return ()
        return tuple(sentences_in(text)[-1].text for text in self.lead if text.endswith(":"))

    @property
    def all_sentences(self) -> tuple[str, ...]:
        """Each sentence of the source, each text that leads to it, and its headings."""
        headings = (
            (self.source.title, *self.source.heading_path[-1:])
            if isinstance(self.source, Provision)
            else ()
        )
        return (*(said for said, _, _ in self._all), *self.lead, *headings)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The other sentences of the source."""
        return tuple(said for said, _, _ in self._all if said not in self.sentences)

    def citation(self) -> Citation | None:
        """The citation as it is shown; none where the quote was not found."""
        if self.source is None or self.found is None:
            return None
        places = self.found.places
        quote = " … ".join(self.text[start:end] for start, end in places)
        if isinstance(self.source, ToolResult):
            return Citation(self.draft.source.strip(), quote, places)
        own_words = places[-1][1] <= len(wording_of_provision(self.source))
        return Citation(self.source.id, quote, places, self.source.layer if own_words else "digest")

    @cached_property
    def _all(self) -> tuple[Sentence, ...]:
        """Every sentence of the source, and its place."""
        found: list[Sentence] = []
        at = 0
        for part in self.parts:
            found += [Sentence(said, at + start, at + end) for said, start, end in sentences_in(part)]
            at += len(part) + 1
        return tuple(found)


@dataclass(frozen=True)
class Claim:
    """A draft, the evidence, the day and the actor; what follows from them is worked out once."""

    draft: Draft
    evidence: Evidence
    as_of: date
    actor: Actor

    @cached_property
    def text(self) -> str:
        """The statement without a number it has in a list."""
        return without_list_number(self.draft.text).strip()

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """Its citations, each with the source it means."""
        return tuple(self._looked_up(citation) for citation in self.draft.citations)

    @cached_property
    def found(self) -> tuple[Cited, ...]:
        """Those whose quote stands in their source: only these hold anything up."""
        return tuple(cited for cited in self.cited if cited.found)

    @cached_property
    def wording(self) -> Wording:
        """The statement as it is compared."""
        return wording_of(self.text)

    @cached_property
    def mentions(self) -> tuple[Mentions, ...]:
        """What it names, read from each provision it cites: "paragraph 2" is one of the article at hand."""
        units = dict.fromkeys(cited.unit for cited in self.found)
        return tuple(mentions_in(self.text, self.evidence.names, within=unit) for unit in units or (None,))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures; numbers of provisions are none."""
        return figures_in(self.mentions[0].rest)

    @cached_property
    def figures_held(self) -> tuple[Figure, ...]:
        """The figures of all it cites."""
        return tuple(figure for cited in self.found for figure in cited.figures)

    @cached_property
    def followed(self) -> Mentions:
        """What is named in the sentences the statement is held against, read from the unit they are of."""
        unit = self.found[0].unit if self.found else None
        return mentions_in(self.aligned.span.written, self.evidence.names, within=unit)

    @cached_property
    def figures_followed(self) -> tuple[Figure, ...]:
        """The figures of all of those sentences."""
        unit = self.found[0].unit if self.found else None
        source = self.aligned.source.written
        return figures_in(mentions_in(source, self.evidence.names, within=unit).rest)

    @cached_property
    def aligned(self) -> Alignment:
        """The statement beside the sentences its quotes are from, introduced where it says the introduction."""
        alone = Alignment(self.wording, wording_of(" ".join(self._quoted())))
        introductions = dict.fromkeys(words for cited in self.found for words in cited.introduction)
        if not introductions:
            return alone
        introduced = Alignment(self.wording, wording_of(" ".join((*introductions, *self._quoted()))))
        return introduced if introduced.kept > alone.kept + _LEAST_OF_INTRODUCTION else alone

    @cached_property
    def window(self) -> Wording:
        """Those sentences, and others of the cited units that share telling words with the statement."""
        return wording_of(" ".join(self._window()))

    @cached_property
    def around(self) -> Wording:
        """All the cited units, with the words that lead to them and their headings."""
        return wording_of(" ".join(self._around()))

    def _looked_up(self, citation: DraftCitation) -> Cited:
        allowed = [source for source in self.evidence.called(citation.source) if self._may_lean_on(source)]
        meant = [self._cited(citation, source) for source in allowed]
        nothing = Cited(citation, self.evidence, None)
        return next((cited for cited in meant if cited.found), meant[0] if meant else nothing)

    def _cited(self, citation: DraftCitation, source: Source) -> Cited:
        lead: tuple[str, ...] = ()
        if isinstance(source, Provision):
            above = self.evidence.chapeau_of(source, self.as_of)
            lead = tuple(unit.text for unit in above if unit.text and self.actor.may_see(unit.audience))
        parts = citable_parts(source, as_of=self.as_of)
        return Cited(citation, self.evidence, source, parts, lead)

    def _may_lean_on(self, source: Source) -> bool:
        if isinstance(source, ToolResult):
            return True
        return self.as_of in source.in_force and self.actor.may_see(source.audience)

    def _quoted(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(sentence for cited in self.found for sentence in cited.sentences))

    def _window(self) -> Iterator[str]:
        stems = set(self.wording.stems) - set(self.aligned.source.stems)
        yield from dict.fromkeys(words for cited in self.found for words in cited.introduction)
        yield from self._quoted()
        others = dict.fromkeys(sentence for cited in self.found for sentence in cited.others)
        for sentence in others:
            if len(others) == 1 or len(stems.intersection(wording_of(sentence).stems)) >= _LEAST_SHARED:
                yield sentence

    def _around(self) -> Iterator[str]:
        for cited in self.found:
            yield cited.text
            yield from cited.lead
            if isinstance(cited.source, Provision):
                yield from (cited.source.title, *cited.source.heading_path[-1:])
