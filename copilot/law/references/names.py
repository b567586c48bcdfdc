"""By which names people call the instruments, and how a provision is cited by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from copilot.law.instrument import Instrument, Kind
from copilot.law.labels import label_of
from copilot.law.provision_id import ProvisionId
from copilot.law.references.tokens import Token, keys, tokenize

_SHORT_NAME = 3
_POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one instrument, and the keys of the pieces it consists of."""

    written: str
    keys: tuple[str, ...]
    instrument: str

    def stands_alone_as(self, text: str) -> bool:
        """Whether these words mean the instrument without a provision beside them: ``MAR``, not ``Mar``."""
        return len(self.written) > _SHORT_NAME or text == self.written


@dataclass(frozen=True, slots=True)
class InstrumentNames:
    """Every name of every instrument held.

    A name that several instruments share names none of them, save where it is the id of one::

        names = InstrumentNames.of(corpus.instruments.values())
        names.cite(ProvisionId.parse("eu-ai-act/art-26/6"))   # "Art. 26(6) AI Act"
    """

    kinds: Mapping[str, Kind]
    _by_first_key: Mapping[str, Sequence[Name]]
    _cited: Mapping[str, str]

    @classmethod
    def of(cls, instruments: Iterable[Instrument]) -> InstrumentNames:
        """The names of these instruments: short, full and other names, the act's number, the id."""
        held = tuple(instruments)
        ids = {keys(instrument.id): instrument.id for instrument in held}
        claims: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
        for instrument in held:
            for written in _names_of(instrument):
                name = Name(written, keys(written), instrument.id)
                if ids.get(name.keys, instrument.id) == instrument.id:
                    claims[name.keys].append(name)
        unique = [found[0] for found in claims.values() if len({name.instrument for name in found}) == 1]
        by_first_key: defaultdict[str, list[Name]] = defaultdict(list)
        for name in sorted(unique, key=lambda name: len(name.keys), reverse=True):
            by_first_key[name.keys[0]].append(name)
        cited: dict[str, str] = {}
        for name in unique:
            cited.setdefault(name.instrument, name.written)
        return cls({instrument.id: instrument.kind for instrument in held}, by_first_key, cited)

    def cite(self, provision_id: ProvisionId) -> str:
        """How people cite a provision, its instrument included: ``Art. 26(6) AI Act``."""
        name = self._cited.get(provision_id.instrument, provision_id.instrument)
        return f"{label_of(provision_id.segments)} {name}".strip()

    def find(self, tokens: Sequence[Token], at: int) -> Name | None:
        """The longest name that begins with the token there."""
        for name in self._by_first_key.get(tokens[at].key, ()):
            if tuple(token.key for token in tokens[at : at + len(name.keys)]) == name.keys:
                return name
        return None

    def called(self, text: str) -> Name | None:
        """The name that consists of these words and no more."""
        tokens = tokenize(text)
        name = self.find(tokens, 0)
        return name if name and len(name.keys) == len(tokens) - 1 else None


def _names_of(instrument: Instrument) -> Iterator[str]:
    written = (instrument.short, instrument.title, *instrument.also, instrument.id)
    yield from filter(keys, written)
    yield from (name.replace("§", "section") for name in written if "§" in name)
    if instrument.kind == _POLICY:
        words = instrument.id.rpartition("/")[2].replace("-", " ")
        yield words if words.endswith(_POLICY) else f"{words} {_POLICY}"
    elif instrument.kind == "regulation":
        yield from islice((token.text for token in tokenize(instrument.title) if token.kind == "act"), 1)
