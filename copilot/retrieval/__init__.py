"""Finding provisions: the index of all wordings, and searching it as of a day for an actor."""

from copilot.retrieval.building import build_index
from copilot.retrieval.chosen import chosen_embedder, chosen_server
from copilot.retrieval.chroma_server import ChromaServer
from copilot.retrieval.embedding import Embedder, Progress, SentenceTransformersEmbedder, Vectors, silently
from copilot.retrieval.endpoint import EndpointEmbedder
from copilot.retrieval.few_texts import FewTexts
from copilot.retrieval.index import IndexState, IndexStatus, index_status, verify_index
from copilot.retrieval.search import Found, Searcher

__all__ = [
    "ChromaServer",
    "Embedder",
    "EndpointEmbedder",
    "FewTexts",
    "Found",
    "IndexState",
    "IndexStatus",
    "Progress",
    "Searcher",
    "SentenceTransformersEmbedder",
    "Vectors",
    "build_index",
    "chosen_embedder",
    "chosen_server",
    "index_status",
    "silently",
    "verify_index",
]
