"""The service over the texts that ship, for what the made-up act cannot show: rules, and the whole document.

A loopback server makes the vectors of the index up, since a model takes minutes for so many texts; all else is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI

from api import create_app
from copilot.law import load_corpus
from copilot.permissions import ROLES
from copilot.retrieval import build_index, chosen_embedder, silently
from copilot.settings import Settings
from tests.api.conftest import calling, key_for, service_of
from tests.loopback import Answer, Request, listening


@dataclass(frozen=True)
class Shipped:
    """The service, and the key of somebody who may do everything."""

    app: FastAPI
    key: str
    key_id: str

    @property
    def headers(self) -> dict[str, str]:
        """What a request says of who sends it."""
        return {"Authorization": f"Bearer {self.key}"}


@contextmanager
def shipped_in(folder: Path) -> Iterator[Shipped]:
    """The service with a data folder of its own."""
    with listening() as loopback:
        loopback.answer = _embedded
        settings = Settings.model_validate(
            {
                "data_dir": folder,
                "embedding_url": loopback.address,
                "embedding_model": "by-length",
                "rate_limit": "1000000/minute",
            }
        )
        build_index(load_corpus(policies=None), chosen_embedder(settings), folder, silently, anew=False)
        app = create_app(settings)
        with calling(app) as owner:
            key = key_for(owner, *ROLES)
            (held,) = service_of(owner).access.keys().all()
        yield Shipped(app, key, held.id)


def _embedded(request: Request) -> Answer:
    asked = request.json
    vectors = [[1.0, len(text) % 97 / 97] for text in asked["input"]]
    data = [{"index": place, "embedding": vector} for place, vector in enumerate(vectors)]
    return Answer({"data": data, "model": asked["model"]})
