"""Which embedder, and which place for the vectors, the settings choose."""

from __future__ import annotations

from copilot.errors import SettingsError
from copilot.retrieval.chroma_server import ChromaServer
from copilot.retrieval.embedding import BUNDLED, Embedder, SentenceTransformersEmbedder
from copilot.retrieval.endpoint import EndpointEmbedder
from copilot.settings import Settings


def chosen_embedder(settings: Settings) -> Embedder:
    """The endpoint where one is set, and this machine where none is."""
    if settings.embedding_url is None:
        return SentenceTransformersEmbedder(settings.embedding_model)
    if settings.embedding_model == BUNDLED:
        raise SettingsError(
            "COPILOT_EMBEDDING_URL is set, and COPILOT_EMBEDDING_MODEL is still the bundled model",
            remedy="Set COPILOT_EMBEDDING_MODEL to the name by which the endpoint knows its model.",
        )
    return EndpointEmbedder(str(settings.embedding_url), settings.embedding_model, settings.embedding_key)


def chosen_server(settings: Settings) -> ChromaServer | None:
    """The Chroma server where one is set; without one the vectors lie in the data folder."""
    if settings.chroma_url is None:
        return None
    return ChromaServer(str(settings.chroma_url).rstrip("/"), settings.chroma_token)
