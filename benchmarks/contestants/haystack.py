"""Haystack: ``InMemoryBM25Retriever`` and ``ChromaEmbeddingRetriever``, joined by reciprocal rank fusion.

After https://haystack.deepset.ai/tutorials/33_hybrid_retrieval (its cross-encoder on top left out: no contestant
has one), https://docs.haystack.deepset.ai/docs/documentjoiner and
https://docs.haystack.deepset.ai/docs/chromaembeddingretriever. The vectors lie in Chroma and not in the in-memory
store: it finds the same here and answers in a third of the time. Of the three kinds of BM25 that the in-memory
store offers, ``BM25Plus`` found most on a sample of this set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import chromadb
from haystack import Document, Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers import InMemoryBM25Retriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack.utils import ComponentDevice
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)
from haystack_integrations.components.retrievers.chroma import ChromaEmbeddingRetriever
from haystack_integrations.document_stores.chroma import ChromaDocumentStore

from benchmarks.contestants.contestant import TOP, Passage
from benchmarks.given_vectors import GivenVectors

_CPU = ComponentDevice.from_str("cpu")
_COLLECTION = "passages"
_PAGE = 5_000


class Haystack:
    """Reciprocal rank fusion of both lists."""

    how = "InMemoryBM25Retriever (BM25Plus) and Chroma, DocumentJoiner with reciprocal rank fusion, 10 candidates each"
    packages = (
        "haystack-ai",
        "chroma-haystack",
        "sentence-transformers-haystack",
        "chromadb",
        "numpy",
        "sentence-transformers",
        "torch",
        "transformers",
    )

    def __init__(self, _folder: Path, model: Path) -> None:
        self._model = model

    def build(self, passages: Sequence[Passage], vectors: GivenVectors | None) -> None:
        """Count the words, embed, and write the vectors to Chroma, which its documentation keeps in memory."""
        documents = [Document(id=passage.id, content=passage.text) for passage in passages]
        words = InMemoryDocumentStore(bm25_algorithm="BM25Plus")
        words.write_documents(documents)
        store = ChromaDocumentStore(collection_name=_COLLECTION)
        if vectors is None:
            embedder = SentenceTransformersDocumentEmbedder(
                model=str(self._model), device=_CPU, progress_bar=False
            )
            store.write_documents(embedder.run(documents)["documents"])
        else:
            _write_at_once(store, documents, vectors)
        self._pipeline = self._hybrid(words, store)

    def ask(self, question: str) -> list[tuple[str, float]]:
        """What the pipeline gives."""
        asked = {"embedder": {"text": question}, "words": {"query": question}}
        found = self._pipeline.run(asked)["joiner"]["documents"]
        return [(document.id, document.score) for document in found]

    def _hybrid(self, words: InMemoryDocumentStore, store: ChromaDocumentStore) -> Pipeline:
        pipeline = Pipeline()
        embedder = SentenceTransformersTextEmbedder(model=str(self._model), device=_CPU, progress_bar=False)
        embedder.warm_up()
        pipeline.add_component("embedder", embedder)
        pipeline.add_component("meaning", ChromaEmbeddingRetriever(store, top_k=TOP))
        pipeline.add_component("words", InMemoryBM25Retriever(words, top_k=TOP))
        pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=TOP))
        pipeline.connect("embedder.embedding", "meaning.query_embedding")
        pipeline.connect("words", "joiner")
        pipeline.connect("meaning", "joiner")
        return pipeline


def _write_at_once(
    store: ChromaDocumentStore, documents: Sequence[Document], vectors: GivenVectors
) -> None:
    """Write page by page: the store writes its documents one by one, which takes a quarter of an hour for 100,000."""
    given = vectors.of([document.content or "" for document in documents])
    store.write_documents([replace(documents[0], embedding=given[0].tolist())])
    collection = chromadb.Client().get_collection(_COLLECTION)
    for start in range(1, len(documents), _PAGE):
        page = documents[start : start + _PAGE]
        collection.add(
            ids=[document.id for document in page],
            documents=[document.content or "" for document in page],
            embeddings=given[start : start + _PAGE],
        )
