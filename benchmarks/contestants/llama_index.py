"""LlamaIndex: ``BM25Retriever`` and a Chroma vector store in a ``QueryFusionRetriever``.

After https://developers.llamaindex.ai/python/examples/retrievers/bm25_retriever (hybrid retriever with BM25 and
Chroma, ``num_queries=1``: without a model that rewrites the question) and
https://developers.llamaindex.ai/python/examples/retrievers/relative_score_dist_fusion: of the ways of fusing that
are documented, the one by the distribution of scores found most on a sample of this set, before reciprocal rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import chromadb
from llama_index.core import Settings, StorageContext, VectorStoreIndex
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
from llama_index.core.schema import TextNode
from llama_index.core.storage.docstore import SimpleDocumentStore
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever
from llama_index.vector_stores.chroma import ChromaVectorStore

from benchmarks.contestants.contestant import TOP, Passage
from benchmarks.given_vectors import GivenVectors

_CANDIDATES = 30


class LlamaIndex:
    """Distribution-based fusion of the scores of both lists."""

    how = (
        f"BM25Retriever and Chroma in QueryFusionRetriever, dist_based_score, {_CANDIDATES} candidates each"
    )
    packages = (
        "llama-index-core",
        "llama-index-retrievers-bm25",
        "llama-index-vector-stores-chroma",
        "llama-index-embeddings-huggingface",
        "bm25s",
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
        Settings.llm = None
        nodes = _nodes(passages, vectors)
        store = SimpleDocumentStore()
        store.add_documents(nodes)
        collection = chromadb.PersistentClient(str(self._folder)).get_or_create_collection("passages")
        context = StorageContext.from_defaults(
            docstore=store, vector_store=ChromaVectorStore(chroma_collection=collection)
        )
        embedding = HuggingFaceEmbedding(model_name=str(self._model), device="cpu")
        index = VectorStoreIndex(nodes=nodes, storage_context=context, embed_model=embedding)
        self._retriever = QueryFusionRetriever(
            [
                index.as_retriever(similarity_top_k=_CANDIDATES),
                BM25Retriever.from_defaults(docstore=store, similarity_top_k=_CANDIDATES),
            ],
            mode=FUSION_MODES.DIST_BASED_SCORE,
            num_queries=1,
            similarity_top_k=TOP,
        )

    def ask(self, question: str) -> list[tuple[str, float]]:
        """What the retriever gives."""
        return [(found.node.node_id, found.score or 0.0) for found in self._retriever.retrieve(question)]


def _nodes(passages: Sequence[Passage], vectors: GivenVectors | None) -> list[TextNode]:
    """A node a passage. Its key is in the metadata, so that passages of the same words stay apart, and not embedded."""
    texts = [passage.text for passage in passages]
    given = [None] * len(texts) if vectors is None else vectors.of(texts).tolist()
    return [
        TextNode(
            id_=passage.id,
            text=passage.text,
            metadata={"key": passage.id},
            excluded_embed_metadata_keys=["key"],
            embedding=vector,
        )
        for passage, vector in zip(passages, given, strict=True)
    ]
