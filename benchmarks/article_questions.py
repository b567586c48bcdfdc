"""Questions on one act of the corpus that ships, each answered by one article.

``--article-questions`` is a JSON list of records with ``question`` and ``relevant_article``, a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from benchmarks.contestants import Passage
from benchmarks.records import read_bytes, records_in
from copilot.errors import CorpusError
from copilot.law import Corpus, ProvisionId

_FORM = "A record has question and relevant_article, the number of an article of the act."


class _Question(BaseModel):
    question: str
    relevant_article: int


@dataclass(frozen=True, slots=True)
class ArticleQuestion:
    """A question and the article that answers it."""

    text: str
    article: ProvisionId

    def rank_in(self, found: Sequence[str]) -> int | None:
        """At which place the article, or a part of it, is found first."""
        ranks = (
            rank for rank, key in enumerate(found, start=1) if ProvisionId.parse(key).within(self.article)
        )
        return next(ranks, None)


def read_article_questions(file: Path, act: str, corpus: Corpus) -> tuple[ArticleQuestion, ...]:
    """Read them; an article that the act does not have is an error."""
    held = {wording.id for wording in corpus.wordings()}
    questions = []
    for number, record in enumerate(records_in(read_bytes(file), _Question, str(file), _FORM), start=1):
        article = ProvisionId(act, (f"art-{record.relevant_article}",))
        if not any(wording.within(article) for wording in held):
            raise CorpusError(f"record {number}: {act} has no {article}", remedy=_FORM, file=str(file))
        questions.append(ArticleQuestion(record.question, article))
    if not questions:
        raise CorpusError("there is no question", remedy=_FORM, file=str(file))
    return tuple(questions)


def passages_in_force(corpus: Corpus, day: date) -> tuple[Passage, ...]:
    """What a searcher sees on a day, each text in its context: act and label, the headings above it, its title."""
    return tuple(
        Passage(
            str(wording.id),
            wording.heading_path,
            "\n".join(
                part
                for part in (
                    f"{corpus.instruments[wording.instrument].short} {wording.label}",
                    *wording.heading_path[-2:],
                    wording.title,
                    wording.text,
                )
                if part
            ),
        )
        for wording in corpus.as_of(day)
        if wording.text
    )
