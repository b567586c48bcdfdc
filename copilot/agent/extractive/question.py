"""Reading a question: what kind of answer it wants, and what it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from copilot.agent.extractive import cues
from copilot.agent.extractive.cases import event_in, moment_in, places_in
from copilot.agent.extractive.cues import FRAMEWORKS, KINDS, ROLES, Kind
from copilot.agent.extractive.named import Unit, days_in, units_in
from copilot.agent.extractive.words import stems, weight
from copilot.grounding import sentences_in
from copilot.retrieval.everyday import EverydayWords

_EVERYDAY = 0.5
_OF_A_YEAR = 4
_HARDLY_MORE = 2
_AS = ("as ", "as a ", "as an ", "as the ")


@dataclass(frozen=True)
class Asked:
    """A question as it is understood. ``day`` is the one it is asked as of, where the loop gave one."""

    text: str
    day: date | None

    @cached_property
    def kind(self) -> Kind:
        """The kind of answer it wants."""
        if self.frameworks and (between := self._between_frameworks):
            return between
        if (
            self.event
            and cues.ASKS_WHEN.search(self.text)
            and (self.moment or cues.ASKS_FOR_THE_DAY.search(self.text))
        ):
            return "deadline"
        found = next((kind for kind, cue in KINDS if cue.search(self.text)), None)
        if found in ("changes", "fine", "dates"):
            return found
        if not self.about_policy and (on_a_system := self._on_a_system):
            return on_a_system
        if self.units and cues.ASKS_TO_READ.search(self.text):
            return "text"
        if self._asks_for_a_role:
            return "role"
        return found or ("text" if self.units and len(self.sought) <= _HARDLY_MORE else "general")

    @property
    def _between_frameworks(self) -> Kind | None:
        if cues.ASKS_FOR_COUNTERPARTS.search(self.text):
            return "counterparts"
        return "gap" if len(self.frameworks) > 1 and cues.ASKS_FOR_A_GAP.search(self.text) else None

    @property
    def _on_a_system(self) -> Kind | None:
        """The kind of a question on a system of somebody's, rather than on a rule."""
        if not cues.DESCRIBES_A_SYSTEM.search(self.text):
            return "class" if self._asks_whether_it_may_be else None
        if len(self.places) > 1 or (self.places and cues.ASKS_FOR_REGIMES.search(self.text)):
            return "jurisdictions"
        if cues.ASKS_FOR_THE_CLASS.search(self.text):
            return "class"
        if cues.ASKS_WHAT_IS_OWED.search(self.text):
            return "owed"
        return "class" if self._asks_whether_it_may_be else None

    @property
    def _asks_whether_it_may_be(self) -> bool:
        """Whether it asks for the class of a use that it names, and of no provision or role."""
        return bool(
            cues.ASKS_WHETHER_IT_MAY_BE.search(self.text)
            and not self.units
            and cues.ON_AN_AI_USE.search(self.text)
        )

    @property
    def _asks_for_a_role(self) -> bool:
        """Whether it asks what a role owes, and for nothing besides, such as "keep the logs"."""
        if self.role is None or not cues.ASKS_FOR_DUTIES.search(self.text):
            return False
        return not set(self.own_words) - cues.ABOUT_A_ROLE - set(stems(self.role))

    @cached_property
    def about_policy(self) -> bool:
        """Whether it asks for the firm's own policies."""
        return bool(cues.ABOUT_POLICY.search(self.text))

    @cached_property
    def about_both(self) -> bool:
        """Whether it asks for a policy and for the law."""
        return self.about_policy and bool(cues.ABOUT_LAW.search(cues.ABOUT_POLICY.sub(" ", self.text)))

    @cached_property
    def about_us(self) -> bool:
        """Whether it asks for the firm itself, so that its own rules may bear on it."""
        return bool(cues.ABOUT_US.search(self.text))

    @property
    def about_models(self) -> bool:
        """Whether it asks of general-purpose AI models."""
        return bool(cues.ABOUT_MODELS.search(self.text))

    @property
    def about_a_whole_act(self) -> bool:
        """Whether it asks for nothing within an act, such as when the act entered into force."""
        return not self.units and not set(self.own_words) - cues.ABOUT_A_WHOLE_ACT

    @property
    def of_the_policy(self) -> str:
        """The question without the names of the acts, so that the firm's own texts are found beside them."""
        return f"{' '.join(cues.ABOUT_LAW.sub(' ', self.text).split())} policy"

    @property
    def description(self) -> str:
        """What it says of a system: without the sentence that only asks, where there are others."""
        told = [one.text for one in sentences_in(self.text) if not one.text.rstrip().endswith("?")]
        return " ".join(told) or self.text

    @cached_property
    def role(self) -> str | None:
        """The role it asks about, said to be one's own or the only one named; none where it cannot be told."""
        named = [(role, found) for role, cue in ROLES.items() for found in cue.finditer(self.text)]
        own = [role for role, found in named if self.text[: found.start()].lower().endswith(_AS)]
        if own:
            return own[0]
        roles = dict.fromkeys(role for role, _ in named)
        return next(iter(roles)) if len(roles) == 1 else None

    @property
    def bearer(self) -> str | None:
        """Whose duties for a described system are asked for: the role named, or that of whoever uses or builds it."""
        return self.role or next(
            (role for role, doing in cues.DOING.items() if doing.search(self.text)), None
        )

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The provisions it names, an act or not."""
        return units_in(self.text)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days it names, the earlier first."""
        return tuple(sorted(days_in(self.text)))

    @cached_property
    def frameworks(self) -> tuple[str, ...]:
        """The frameworks it names, in its order."""
        found = [(at.start(), name) for name, cue in FRAMEWORKS.items() if (at := cue.search(self.text))]
        return tuple(name for _, name in sorted(found))

    @cached_property
    def in_place(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The frameworks that are in place, and those that are wanted."""
        places = {
            name: found.start() for name, cue in FRAMEWORKS.items() if (found := cue.search(self.text))
        }
        want = tuple(name for name in self.frameworks if cues.IS_WANTED.search(self.text[: places[name]]))
        have = tuple(name for name in self.frameworks if name not in want)
        return (have, want) if have and want else (self.frameworks[:1], self.frameworks[1:])

    @cached_property
    def event(self) -> tuple[str, str] | None:
        """What happened, and the regime of its deadlines."""
        return event_in(self.text)

    @cached_property
    def moment(self) -> str | None:
        """When it became known, where that is told."""
        return moment_in(self.text, self.day)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The jurisdictions it names."""
        return places_in(self.text)

    @cached_property
    def sought(self) -> Mapping[str, float]:
        """The words it is about, each with what it tells; the law's words for everyday ones count half."""
        meant = EverydayWords.shipped().found_in(self.bare).meant
        return {stem: _EVERYDAY * weight(stem) for stem in stems(meant)} | dict(self.own_words)

    @cached_property
    def own_words(self) -> Mapping[str, float]:
        """Its own telling words, without the law's for them; a figure is a circumstance and no word, a year is."""
        return {
            stem: weight(stem) for stem in stems(self.bare) if not stem.isdigit() or len(stem) == _OF_A_YEAR
        }

    @cached_property
    def bare(self) -> str:
        """The question without the units that it names."""
        text = self.text
        for unit in self.units:
            text = text.replace(unit.written, " ")
        return " ".join(text.split())
