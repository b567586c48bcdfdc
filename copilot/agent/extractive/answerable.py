"""Whether what was found answers at all: a question may use the words of the law and ask what it does not say.

No model of language stands behind this, only what can be read off the words: what the question is after has
to stand in what was found, in the form of a figure where it asks for one; an act or a unit that it names has
to be there; and too few of its words, or too many that no text held has, speak against an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from copilot.agent.extractive.cues import cue
from copilot.agent.extractive.passage import Passage, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.relevance import Ranked, ranked
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.words import covered, stems, weight
from copilot.retrieval.everyday import EverydayWords

_LEAST_COVERED = 0.3
_LEAST_OF_WHY = 0.75
_LEAST_OF_LONG, _LESS_A_WORD, _SHORT = 0.17, 0.015, 6
_MOST_STRANGE = 0.34
_TELLING, _STRANGE = 0.5, 0.99
_FIRST_PASSAGES, _FIRST_PIECES = 3, 4
_TRANSLATED = 0.3

_AUX = (
    r"(?:must|does|do|did|is|are|was|were|may|can|has|have|had|should|shall|will|would|could"
    r"|needs?|appl(?:y|ies)|counts?)"
)
_NO_NOUN = rf"(?:{_AUX}|if|we|it|i|you|they|happens?)"
_AFTER = (
    cue(
        rf"(?:what|which|whose|how many|how much)\s+(?P<noun>(?:(?!{_NO_NOUN}\b)[\w-]+\s+){{1,3}})(?={_AUX})"
    ),
    cue(r"what (?:is|are|was) (?:the|our) (?P<noun>(?:[\w-]+ ){1,2})(?=for|of|to)"),
)
"""What a question is after stands there: "What fee must ...", "What is the fee for ..."."""

_STRUCTURE = frozenset(
    stems(
        "article paragraph annex recital act law rule point provision section thing kind type information way case "
        "condition sort difference role purpose aim meaning content consequence relation relationship status scope "
        "list part step measure area areas regime category class duty obligation requirement question document skill "
        "right date deadline period time limit big large high highest lowest hard exact main total other new"
    )
)
_FIGURE = r"\b(?:\d[\d .,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|each|every)\b"
_PERIOD = re.compile(
    rf"{_FIGURE}.{{0,30}}\b(?:hours?|days?|weeks?|months?|years?|minutes?)\b|without (?:undue )?delay|immediately"
    r"|promptly|at once|as soon as|regular|periodic|annual|yearly|once|twice|frequen|continu|throughout|permanent"
    r"|until|as long as|lifetime|lifecycle",
    re.IGNORECASE,
)
_SHAPES = (
    (cue(r"how (?:often|frequently|long|soon|fast|quickly)"), _PERIOD),
    (cue("minimum", "maximum", "per ?cent", "percentage", "threshold"), re.compile(_FIGURE, re.IGNORECASE)),
)
_HOW_MANY = re.compile(r"\bhow many (?P<noun>\w+)", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:(?:of|on|about|in|for|with|against)\s+(?:the\s+|an?\s+)?|the\s+)(?P<word>[\w-]{3,})",
    re.IGNORECASE,
)
_OF_A_CASE = cue("we", "our", "us", "my", "i", "me", "somebody", "someone")
_WHY = re.compile(r"^\W*why\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:MiFI[DR](?: II)?|CRD(?: [IV]+)?|CRR|DORA|EMIR|UCITS (?:Directive|V)|AIFM?D|CSRD|CSDDD|AML[RD]\d?|PSD[123]"
    r"|DSA|DMA|MiCAR?|Solvency II|Basel [IV]+|NIS ?2|CRA|IDD|PRIIPs|Dodd-Frank|Sarbanes-Oxley|HIPAA|eIDAS|FATCA"
    r"|Cyber Resilience Act|Data Act|Digital (?:Services|Markets) Act)\b"
)
_NAMED_ACT = re.compile(r"\b(?P<name>(?:[A-Z][\w-]+ )+)(?P<kind>Directive|Regulation)\b")
_HELD_BY_NAME = cue(
    *(
        "Market Abuse",
        "General Data Protection",
        "Data Protection",
        "Disclosure",
        "Sustainable Finance Disclosure",
    ),
    *(
        "Artificial Intelligence",
        "Delegated",
        "Implementing",
        "AI",
        "This",
        "The",
        "EU",
        "Which",
        "What",
        "Does",
        "How",
    ),
)


def answers(asked: Asked, seen: Seen) -> bool:
    """Whether the sources answer, so far as their words show. What a tool worked out does."""
    if any(source.is_result for call in seen.calls for source in call.sources):
        return True
    return bool(seen.provisions) and _Judged(asked, seen).answers


@dataclass(frozen=True)
class _Judged:
    asked: Asked
    seen: Seen

    @property
    def answers(self) -> bool:
        if self._names_what_is_not_there or self._lacks_the_form:
            return False
        if any(self._missing({stem: weight(stem)}) for stem in self._focus):
            return False
        least = _LEAST_OF_WHY if _WHY.search(self.asked.text) else self._least
        return self._share >= least and self._strange <= _MOST_STRANGE and not self._is_about_a_stranger

    @property
    def _least(self) -> float:
        """The share asked for: less of a long question, which tells a story around what it asks."""
        longer = max(0, len(self.asked.own_words) - _SHORT)
        return max(_LEAST_OF_LONG, _LEAST_COVERED - _LESS_A_WORD * longer)

    @property
    def _is_about_a_stranger(self) -> bool:
        """Whether a question of law is about something that no text held has a word for: "the use of ChatGPT"."""
        if _OF_A_CASE.search(self.asked.text):
            return False
        words = (match["word"] for match in _ABOUT.finditer(self.asked.bare))
        return any(
            weight(stem) >= _STRANGE and self._missing({stem: 1.0})
            for word in words
            if not word.isdigit()
            for stem in stems(word)
        )

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return passages_of(self.seen.found or self.seen.provisions)

    @cached_property
    def _ranked(self) -> tuple[Ranked, ...]:
        return ranked(self.asked, self._passages)

    @cached_property
    def _near(self) -> frozenset[str]:
        """The words of the first paragraphs, and of the best piece's."""
        first = (*self._passages[:_FIRST_PASSAGES], *(one.passage for one in self._ranked[:1]))
        labels = (stem for passage in first for stem in stems(passage.hit.label))
        return frozenset(stem for passage in first for stem in passage.stems) | frozenset(labels)

    @cached_property
    def _translated(self) -> frozenset[str]:
        """Everyday words whose words in law were found."""
        said = EverydayWords.shipped().found_in(self.asked.bare)
        meant = {stem: weight(stem) for stem in stems(said.meant)}
        return (
            frozenset(stems(said.said))
            if meant and covered(meant, self._near) > _TRANSLATED
            else frozenset()
        )

    def _missing(self, sought: Mapping[str, float]) -> dict[str, float]:
        return {stem: told for stem, told in sought.items() if stem not in self._near | self._translated}

    @property
    def _share(self) -> float:
        """How much of the question stands in what was found first; a unit it names counts as a telling word."""
        sought, named = self.asked.own_words, len(self.asked.units)
        return 1 - sum(self._missing(sought).values()) / (sum(sought.values()) + named or 1)

    @property
    def _strange(self) -> float:
        """The share of its words that no text held has."""
        sought = self.asked.own_words
        strange = [stem for stem, told in self._missing(sought).items() if told >= _STRANGE]
        return len(strange) / max(3, len(sought))

    @property
    def _focus(self) -> tuple[str, ...]:
        """What the question is after: the "fee" of "What fee must ..."."""
        found = next((match for cue in _AFTER if (match := cue.search(self.asked.bare))), None)
        words = stems(found["noun"]) if found else ()
        return tuple(stem for stem in words if stem not in _STRUCTURE and weight(stem) >= _TELLING)

    @property
    def _lacks_the_form(self) -> bool:
        """Whether it asks for a figure or a period, and what was found gives none."""
        best = " ".join(one.piece.text for one in self._ranked[:_FIRST_PIECES])
        text = self.asked.text
        if many := _HOW_MANY.search(text):
            return not re.search(
                rf"{_FIGURE}[^.;]{{0,30}}\b{re.escape(many['noun'][:4])}", best, re.IGNORECASE
            )
        return any(cue.search(text) and not form.search(best) for cue, form in _SHAPES)

    @property
    def _names_what_is_not_there(self) -> bool:
        """Whether it names an act, or only units, of which nothing was found."""
        labels = " ".join(source.label for source in self.seen.provisions).lower()
        text = self.asked.text
        acts = [match[0] for match in _ELSEWHERE.finditer(text)]
        acts += [match[0] for match in _NAMED_ACT.finditer(text) if not _HELD_BY_NAME.search(match["name"])]
        if any(act.lower() not in labels for act in acts):
            return True
        units = self.asked.units
        return bool(units) and not any(
            unit.is_of(source) for unit in units for source in self.seen.provisions
        )
