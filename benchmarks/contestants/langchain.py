"""LangChain: ``BM25Retriever`` and Chroma in an ``EnsembleRetriever``.

After https://docs.langchain.com/oss/python/integrations/retrievers/bm25 (word-level tokens by NLTK, as the page
advises), https://docs.langchain.com/oss/python/integrations/vectorstores/chroma and
https://reference.langchain.com/python/langchain-classic/retrievers/ensemble/EnsembleRetriever (equal weights by
default; ``id_key``, so that passages of the same words stay apart).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from langchain_chroma import Chroma
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_huggingface import HuggingFaceEmbeddings
from nltk.tokenize import word_tokenize

from benchmarks.contestants.contestant import TOP, Passage
from benchmarks.given_vectors import GivenVectors

# Whole passages: cutting them into sentences first needs a download, and changes next to no token.
_words = partial(word_tokenize, preserve_line=True)


class LangChain:
    """Reciprocal rank fusion of both lists."""

    how = "BM25Retriever (word_tokenize) and Chroma in EnsembleRetriever, equal weights, 10 candidates each"
    packages = (
        "langchain-classic",
        "langchain-community",
        "langchain-chroma",
        "langchain-huggingface",
        "rank-bm25",
        "nltk",
        "chromadb",
        "numpy",
        "sentence-transformers",
        "torch",
        "transformers",
    )

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder, self._model = folder, model

    def build(self, passages: Sequence[Passage], vectors: GivenVectors | None) -> None:
        """Count the words, embed, and write the vectors to disk."""
        documents = [
            Document(page_content=passage.text, metadata={"id": passage.id}, id=passage.id)
            for passage in passages
        ]
        real = HuggingFaceEmbeddings(model_name=str(self._model), model_kwargs={"device": "cpu"})
        embeddings = real if vectors is None else _QuestionsOnly(real, vectors)
        store = Chroma.from_documents(documents, embeddings, persist_directory=str(self._folder))
        self._retriever = EnsembleRetriever(
            retrievers=[
                BM25Retriever.from_documents(documents, preprocess_func=_words, k=TOP),
                store.as_retriever(search_kwargs={"k": TOP}),
            ],
            weights=[0.5, 0.5],
            id_key="id",
        )

    def ask(self, question: str) -> list[tuple[str, float]]:
        """What the retriever gives, which has an order and no scores."""
        found = self._retriever.invoke(question)[:TOP]
        return [(document.metadata["id"], 1 / rank) for rank, document in enumerate(found, start=1)]


class _QuestionsOnly(Embeddings):
    """Embeds questions only."""

    def __init__(self, real: Embeddings, vectors: GivenVectors) -> None:
        self._vectors = vectors
        self._real = real

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._vectors.of(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        return self._real.embed_query(text)
