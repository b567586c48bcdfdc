"""Finding provisions: the index of all wordings, and searching it as of a day for an actor."""

from copilot.retrieval.embedding import Embedder, Progress, SentenceTransformersEmbedder, Vectors, silently
from copilot.retrieval.index import IndexState, IndexStatus, build_index, index_status, verify_index
from copilot.retrieval.search import Found, Searcher

__all__ = [
    "Embedder",
    "Found",
    "IndexState",
    "IndexStatus",
    "Progress",
    "Searcher",
    "SentenceTransformersEmbedder",
    "Vectors",
    "build_index",
    "index_status",
    "silently",
    "verify_index",
]
