from typing import Any

import pytest

from copilot.errors import SettingsError
from copilot.retrieval import EndpointEmbedder, chosen_embedder, chosen_server
from copilot.settings import Settings


def _settings(**stated: Any) -> Settings:
    return Settings.model_validate(stated)


def test_without_addresses_this_machine_embeds_and_keeps_the_vectors() -> None:
    assert chosen_embedder(_settings()).model.startswith("bundled:")
    assert chosen_embedder(_settings(embedding_model="some/model")).model == "some/model"
    assert chosen_server(_settings()) is None


def test_an_address_chooses_the_endpoint_and_one_the_server() -> None:
    settings = _settings(
        embedding_url="http://127.0.0.1:11434/v1",
        embedding_model="lamp-embed",
        embedding_key="sk-lantern",
        chroma_url="https://chroma.example/behind/",
    )
    embedder, server = chosen_embedder(settings), chosen_server(settings)

    assert isinstance(embedder, EndpointEmbedder)
    assert embedder.model == "lamp-embed at http://127.0.0.1:11434/v1"
    assert server is not None
    assert server.url == "https://chroma.example/behind"


def test_an_endpoint_needs_the_name_of_its_model() -> None:
    with pytest.raises(SettingsError) as error:
        chosen_embedder(_settings(embedding_url="http://127.0.0.1:11434/v1"))

    assert "COPILOT_EMBEDDING_MODEL" in error.value.remedy
