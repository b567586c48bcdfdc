"""A second try for statements that did not hold: the words quoted, one by one, and nothing beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copilot.agent.wire import AnswerReader
from copilot.grounding import Draft


def in_plain_words(written: Iterable[str], told: str) -> Iterator[Draft]:
    """What each statement named in ``told`` quoted, as it stands in its source."""
    for answer in written:
        reader = AnswerReader()
        for draft in (*reader.read(answer), *reader.end()):
            if isinstance(draft, Draft) and draft.text in told:
                yield from (
                    Draft(cite.quote, (cite,))
                    for cite in draft.citations
                    if cite.quote != draft.text and cite.quote[:1].isupper() and len(draft.citations) == 1
                )
