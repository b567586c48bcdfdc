"""All the texts held, and the two ways to them: ``timeline`` of a provision, ``as_of`` a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from copilot.actor import Actor
from copilot.errors import CorpusError, NotInForce, UnknownProvision
from copilot.law.instrument import Instrument
from copilot.law.provision import Layer, Placed, Provision
from copilot.law.provision_id import ProvisionId


class Corpus:
    """Every instrument and every wording held, in both layers.

    No text is reached without a day or without its whole history::

        corpus.as_of(date(2026, 7, 26)).provision(ProvisionId.parse("eu-ai-act/art-4"))
        corpus.timeline(ProvisionId.parse("eu-ai-act/art-4"))
    """

    def __init__(self, instruments: Iterable[Instrument], placed: Iterable[Placed]) -> None:
        self._instruments: dict[str, Instrument] = {}
        for instrument in instruments:
            known = self._instruments.get(instrument.id)
            self._instruments[instrument.id] = known.joined(instrument) if known else instrument
        self._placed: list[Placed] = []
        self._wordings: defaultdict[ProvisionId, list[Placed]] = defaultdict(list)
        self._open: dict[frozenset[str], Corpus] = {}
        for item in placed:
            self._add(item)

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """Every act, framework and policy held, by id."""
        return self._instruments

    def open_to(self, actor: Actor) -> Corpus:
        """What of it an actor may see: a corpus that knows of nothing else, in its errors, either."""
        if actor.sees_everything:
            return self
        audiences = self._audiences & actor.audiences
        if audiences not in self._open:
            self._open[audiences] = self._seen_by(actor)
        return self._open[audiences]

    def joined(self, more: Iterable[tuple[Instrument, tuple[Placed, ...]]]) -> Corpus:
        """This corpus with more in it."""
        added = tuple(more)
        return Corpus(
            (*self._instruments.values(), *(instrument for instrument, _ in added)),
            (*self._placed, *(item for _, placed in added for item in placed)),
        )

    def renamed(self, names: Mapping[str, str]) -> Corpus:
        """This corpus with some instruments under other ids."""
        if not names:
            return self
        acts = self._instruments.values()
        return Corpus(
            (act.model_copy(update={"id": names.get(act.id, act.id)}) for act in acts),
            (
                replace(
                    item,
                    provision=replace(
                        item.provision,
                        id=replace(item.provision.id, instrument=names[item.provision.instrument]),
                    ),
                )
                if item.provision.instrument in names
                else item
                for item in self._placed
            ),
        )

    def timeline(self, provision_id: ProvisionId) -> tuple[Provision, ...]:
        """Every wording a provision has had, the earliest first; the digest before the official text."""
        if provision_id not in self._wordings:
            raise _unknown(provision_id, self._instruments)
        wordings = [item.provision for item in self._wordings[provision_id]]
        return tuple(sorted(wordings, key=lambda wording: (wording.in_force.start, wording.layer)))

    def parts(self, provision_id: ProvisionId) -> tuple[ProvisionId, ...]:
        """Everything below a provision that has a wording on any day, in the order of the text."""
        return tuple(
            other for other in self._wordings if other != provision_id and other.within(provision_id)
        )

    def place_of(self, wording: Provision) -> str:
        """The file and line a wording was read from."""
        return next(
            f"{item.file}:{item.line}" for item in self._wordings[wording.id] if item.provision is wording
        )

    def as_of(self, day: date, *, layer: Layer = "digest") -> LawOnDay:
        """The law as it was worded on a day."""
        return LawOnDay(self, day, layer)

    def wordings(self) -> Iterator[Provision]:
        """All wordings of all days in the order of the texts, for an index and for checks over all of it."""
        return (item.provision for item in self._placed)

    @cached_property
    def _audiences(self) -> frozenset[str]:
        """Every audience for which some text is kept."""
        acts = (act.audience for act in self._instruments.values())
        return frozenset().union(*acts, *(item.provision.audience for item in self._placed))

    def _seen_by(self, actor: Actor) -> Corpus:
        acts = {name: act for name, act in self._instruments.items() if actor.may_see(act.audience)}
        return Corpus(
            acts.values(),
            (
                item
                for item in self._placed
                if item.provision.instrument in acts and actor.may_see(item.provision.audience)
            ),
        )

    def _add(self, item: Placed) -> None:
        new = item.provision
        if new.instrument not in self._instruments:
            raise CorpusError(
                f"there is no instrument {new.instrument!r}",
                remedy="Add its instrument.yaml, or correct the id in the front matter.",
                file=item.file,
                line=item.line,
            )
        for other in self._wordings[new.id]:
            old = other.provision
            if old.layer == new.layer and old.in_force.overlaps(new.in_force):
                raise CorpusError(
                    f"{new.id} is worded {new.in_force} here and {old.in_force} at "
                    f"{other.file}:{other.line}: on some days it has two wordings",
                    remedy="Give the earlier one {until DATE} and the later one {from DATE}, or renumber.",
                    file=item.file,
                    line=item.line,
                )
        self._wordings[new.id].append(item)
        self._placed.append(item)


@dataclass(frozen=True)
class LawOnDay:
    """The law as worded on one day, in one layer."""

    corpus: Corpus
    day: date
    layer: Layer

    @cached_property
    def _in_force(self) -> dict[ProvisionId, Provision]:
        return {
            wording.id: wording
            for wording in self.corpus.wordings()
            if wording.layer == self.layer and self.day in wording.in_force
        }

    def __iter__(self) -> Iterator[Provision]:
        return iter(self._in_force.values())

    def __len__(self) -> int:
        return len(self._in_force)

    def __contains__(self, provision_id: ProvisionId) -> bool:
        return provision_id in self._in_force

    def provision(self, provision_id: ProvisionId) -> Provision:
        """The one wording in force on the day; an error says what else there is."""
        found = self._in_force.get(provision_id)
        if found is not None:
            return found
        wordings = self.corpus.timeline(provision_id)
        known = " and ".join(str(wording.in_force) for wording in wordings if wording.layer == self.layer)
        ask = f"It is worded {known}: ask as of one of those days." if known else ""
        if self.layer == "official":
            install = f"Install the official text: copilot law install {provision_id.instrument}"
            raise NotInForce(
                f"no official text of {provision_id} is installed that was law on {self.day}",
                remedy=f"{ask} {install}".strip(),
            )
        raise NotInForce(
            f"{provision_id} had no wording on {self.day}",
            remedy=ask or f"See what is held of it: copilot law timeline {provision_id}",
        )

    def of_instrument(self, name: str) -> tuple[Provision, ...]:
        """The provisions of one act, framework or policy, in the order of the text."""
        if name not in self.corpus.instruments:
            raise UnknownProvision(
                f"there is no instrument {name!r}", remedy="See which there are: copilot law list"
            )
        return tuple(wording for wording in self if wording.instrument == name)

    def passage(self, provision_id: ProvisionId) -> tuple[Provision, ...]:
        """A provision and all its parts, in the order of the text."""
        whole = self.provision(provision_id)
        return (whole, *(part for part in self if part.id != whole.id and part.id.within(whole.id)))


def _unknown(provision_id: ProvisionId, instruments: Mapping[str, Instrument]) -> UnknownProvision:
    if provision_id.instrument in instruments:
        return UnknownProvision(
            f"{provision_id.instrument} holds no {'/'.join(provision_id.segments) or 'text'}",
            remedy=f"See what it holds: copilot law list {provision_id.instrument}",
        )
    return UnknownProvision(
        f"there is no instrument {provision_id.instrument!r}",
        remedy="See which there are: copilot law list",
    )
