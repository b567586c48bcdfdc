"""Does every provision and act the statement names stand in what it cites, or is what it cites?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from copilot.grounding.checks.said import Said, fails, holds, idle, listed
from copilot.grounding.claim import Cited, Claim
from copilot.grounding.mentions import Mentions, Numbered, is_numbered_in, numbered_as
from copilot.law import ProvisionId
from copilot.rules import ToolResult


def references_kept(claim: Claim) -> Said:
    """An article, annex, chapter or act that is named is cited, contains what is cited, or is named there.

    "Articles 6 and 7" are two, "Art." is "Article"; the article of a directive that is not held has to be
    named by the source in the same words. An article number changed by one reads as well as before.
    """
    if not claim.found:
        return idle("There is no source to hold references against.")
    readings = [_astray(mentions, claim.found) for mentions in claim.mentions]
    if not any(mentions.provisions or mentions.numbered or mentions.acts for mentions in claim.mentions):
        return idle("It names no provision.")
    astray = min(readings, key=len)
    if not astray and claim.aligned.is_near:
        astray = _exchanged(claim.mentions[0], claim.followed)
    if astray:
        return fails(f"{listed(astray)} is neither cited nor named in what is cited.")
    return holds("Each provision it names is cited, or named in what it cites.")


def _astray(mentions: Mentions, cited: Iterable[Cited]) -> list[str]:
    sources = tuple(cited)
    known = frozenset(unit for source in sources for unit in _units(source))
    numbered = frozenset(number for source in sources for number in source.numbered)
    unresolved = frozenset(number for source in sources for number in source.mentions.numbered)
    acts = {unit.instrument for unit in known} | {act for source in sources for act in source.mentions.acts}
    return [
        *(named.written for named in mentions.provisions if not _is_known(named.id, known, unresolved)),
        *(" ".join(named) for named in sorted(mentions.numbered) if not is_numbered_in(named, numbered)),
        *sorted(mentions.acts - acts),
    ]


def _exchanged(stated: Mentions, followed: Mentions) -> list[str]:
    """References put in the place of others, in a text that follows its source word by word."""
    more = Counter([*(str(named.id) for named in stated.provisions), *stated.written])
    more.subtract([*(str(named.id) for named in followed.provisions), *followed.written])
    return [name for name in more if more[name] > 0] if any(count < 0 for count in more.values()) else []


def _units(cited: Cited) -> Iterable[ProvisionId]:
    if cited.unit:
        yield cited.unit
    if isinstance(cited.source, ToolResult):
        yield from cited.source.citations
        yield from (step.provision for step in cited.source.steps)
    yield from (named.id for named in cited.mentions.provisions)


def _is_known(unit: ProvisionId, known: frozenset[ProvisionId], unresolved: frozenset[Numbered]) -> bool:
    """Whether it is one of those known, or contains one, or is named there without its act being told."""
    by_words = next(numbered_as(unit), None)
    return any(other.within(unit) for other in known) or (
        by_words is not None and is_numbered_in(by_words, unresolved)
    )
