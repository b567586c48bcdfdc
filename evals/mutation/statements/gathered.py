"""What an answer on a provision would have had at hand: the unit, its article, and articles beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copilot.law import LawOnDay, Provision, ProvisionId
from evals.mutation.editing import seed

_SIBLINGS = 6
_OTHER_ARTICLES = 4


class Library:
    """The law of one day by article, so that neighbours are found without reading all of it again."""

    def __init__(self, law: LawOnDay) -> None:
        self.law = law
        self._articles: dict[ProvisionId, list[Provision]] = {}
        for unit in law:
            if unit.text:
                self._articles.setdefault(_article_of(unit.id), []).append(unit)
        self._of_instrument: dict[str, list[ProvisionId]] = {}
        for article in self._articles:
            self._of_instrument.setdefault(article.instrument, []).append(article)

    def around(self, cited: Iterable[ProvisionId]) -> tuple[Provision, ...]:
        """The units cited, then units of the same articles, then one each of other articles of the same acts."""
        held = [unit for unit in cited if unit in self.law]
        found = [self.law.provision(unit) for unit in held]
        for unit in held:
            found += self._siblings(unit)
        for unit in held:
            found += self._others(unit)
        return tuple(dict.fromkeys(found))

    def _siblings(self, cited: ProvisionId) -> list[Provision]:
        units = [unit for unit in self._articles.get(_article_of(cited), []) if unit.id != cited]
        return sorted(units, key=lambda unit: seed(cited, unit.id))[:_SIBLINGS]

    def _others(self, cited: ProvisionId) -> Iterator[Provision]:
        articles = [
            one for one in self._of_instrument.get(cited.instrument, []) if one != _article_of(cited)
        ]
        for article in sorted(articles, key=lambda one: seed(cited, one))[:_OTHER_ARTICLES]:
            yield max(self._articles[article], key=lambda unit: seed(cited, unit.id))


def _article_of(unit: ProvisionId) -> ProvisionId:
    return ProvisionId(unit.instrument, unit.segments[:1])
