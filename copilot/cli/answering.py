"""What ``ask`` and ``chat`` answer from: the texts, the index, the model in use and the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copilot.agent.answering import Answering
    from copilot.law import Corpus
    from copilot.settings import Settings


@contextmanager
def answering_in_force(settings: Settings, corpus: Corpus, model: str | None) -> Iterator[Answering]:
    """Answering as the settings say, with the ledger open; ``model`` is another one than theirs."""
    from copilot.agent.answering import Answering
    from copilot.agent.intake import Nearest
    from copilot.agent.speaker import EXTRACTIVE, chosen_speaker, extractive_speaker
    from copilot.records.ledger import chosen_ledger
    from copilot.retrieval import Searcher, chosen_embedder, chosen_server

    if model is not None:
        settings = settings.model_copy(update={"model": model})
    searcher = Searcher(corpus, chosen_embedder(settings), settings.data_folder, chosen_server(settings))
    speaker = chosen_speaker(settings)
    falls_back = settings.model_fallback and speaker.name != EXTRACTIVE
    with chosen_ledger(settings) as ledger:
        yield Answering(
            corpus,
            searcher,
            speaker,
            ledger.append,
            fallback=extractive_speaker() if falls_back else None,
            nearest=Nearest.bundled(settings.data_folder),
        )
