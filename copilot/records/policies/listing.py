"""All policies that an actor may see, in one form: those of the folder, and those that were uploaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.actor import Actor
from copilot.law import Corpus, Instrument, Period, Provision
from copilot.records.policies.version import KeptPolicy, PolicyVersion

Origin: TypeAlias = Literal["folder", "uploaded"]
State: TypeAlias = Literal["in force", "to come", "ended"]
_PREFIX = "policy/"


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """One version; ``in_force`` is none where it was ended before its first day."""

    version: str
    title: str
    effective: date
    until: date | None
    in_force: Period | None
    kept: PolicyVersion | None = None


@dataclass(frozen=True, slots=True)
class ListedPolicy:
    """A policy with its versions, the earliest first."""

    id: str
    owner: str
    audience: frozenset[str]
    origin: Origin
    versions: tuple[ListedVersion, ...]

    @property
    def title(self) -> str:
        """What its latest version is called."""
        return self.versions[-1].title

    def state_on(self, day: date) -> State:
        """Whether some version of it is in force on a day, or will be."""
        periods = [version.in_force for version in self.versions if version.in_force is not None]
        if any(day in period for period in periods):
            return "in force"
        return "to come" if any(day < period.start for period in periods) else "ended"


def listed(
    corpus: Corpus, uploaded: frozenset[str], kept: tuple[KeptPolicy, ...], actor: Actor
) -> tuple[ListedPolicy, ...]:
    """Every policy by its id; ``uploaded`` are the instruments of the corpus that come from the shelf."""
    open_to_them = corpus.open_to(actor)
    of_folder = (
        _of_folder(act, open_to_them)
        for act in open_to_them.instruments.values()
        if act.kind == "policy" and act.id not in uploaded
    )
    return tuple(sorted((*of_folder, *map(_kept, kept)), key=lambda policy: policy.id))


def folder_ids(corpus: Corpus, uploaded: frozenset[str], actor: Actor) -> frozenset[str]:
    """The ids of the folder's policies that an actor may see."""
    ids = (act.id for act in corpus.open_to(actor).instruments.values() if act.kind == "policy")
    return frozenset(each.removeprefix(_PREFIX) for each in ids if each not in uploaded)


def _of_folder(act: Instrument, corpus: Corpus) -> ListedPolicy:
    named = {version.start: version.source.removeprefix("version ") for version in act.versions}
    versions = tuple(
        ListedVersion(
            version=named[wording.in_force.start],
            title=wording.heading_path[0],
            effective=wording.in_force.start,
            until=wording.in_force.until,
            in_force=wording.in_force,
        )
        for wording in _first_wordings(act, corpus)
    )
    return ListedPolicy(act.id.removeprefix(_PREFIX), act.owner or "", act.audience, "folder", versions)


def _first_wordings(act: Instrument, corpus: Corpus) -> Iterator[Provision]:
    """One wording of each version, the earliest first."""
    found = {wording.in_force: wording for wording in corpus.wordings() if wording.instrument == act.id}
    return iter(sorted(found.values(), key=lambda wording: wording.in_force.start))


def _kept(policy: KeptPolicy) -> ListedPolicy:
    versions = tuple(
        ListedVersion(
            version=kept.head.version,
            title=kept.head.title,
            effective=kept.head.effective,
            until=kept.until,
            in_force=kept.in_force,
            kept=kept,
        )
        for kept in policy.versions
    )
    return ListedPolicy(policy.id, policy.latest.head.owner, policy.audience, "uploaded", versions)
