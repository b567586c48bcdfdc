"""What the tests of the service share: the service over the small corpus, and callers of every kind.

``client`` is the owner of the machine, who needs no key while nobody has one. ``client_as("auditor")`` is somebody with
a key: from then on the service asks everybody for one, so a test has the one or the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import create_app
from api.service import Service
from copilot.law import Corpus
from copilot.permissions import Permission, Role
from copilot.records.keys import Opens
from copilot.settings import Settings

if TYPE_CHECKING:
    from tests.api.shipped import Shipped

ADDRESS = "http://127.0.0.1"
"""Where the owner calls; any other name is refused as long as nobody has a key."""

ClientAs: TypeAlias = Callable[..., TestClient]


def calling(app: FastAPI, **headers: str) -> TestClient:
    """Somebody who calls an application on its loopback address; to be entered like any other client."""
    return TestClient(app, ADDRESS, headers=headers)


def beside(client: TestClient, app: FastAPI, **headers: str) -> TestClient:
    """Somebody else who calls the service behind a client that was entered."""
    another = calling(app, **headers)
    another.app_state.update(client.app_state)
    another.portal = client.portal
    return another


def service_of(client: TestClient) -> Service:
    """The service behind a client that was entered."""
    service: Service = client.app_state["service"]
    return service


def key_for(
    client: TestClient,
    *roles: Role,
    holder: str = "Ms. Flint",
    audiences: tuple[str, ...] = ("*",),
    scopes: tuple[Permission, ...] | None = None,
    lasts: timedelta = timedelta(days=1),
) -> str:
    """A key of the service behind this client."""
    opens = Opens(
        holder, frozenset(roles), frozenset(audiences), None if scopes is None else frozenset(scopes)
    )
    ends = datetime.now(UTC) + lasts
    keys = service_of(client).access.keys()
    return keys.create(opens, expires_at=ends, longest=timedelta(days=365), made_by="the test").token


@pytest.fixture
def settings(indexed: Path, tmp_path: Path) -> Settings:
    """The index of the small corpus, and a ledger of the test's own."""
    return Settings.model_validate(
        {
            "data_dir": indexed,
            "database_url": f"sqlite:///{tmp_path / 'ledger.db'}",
            "ledger_key_file": tmp_path / "ledger.key",
            "rate_limit": "100000/minute",
        }
    )


@pytest.fixture
def app(small_corpus: Corpus, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """The application over the small corpus and its index."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """The owner of the machine."""
    with calling(app) as client:
        yield client


@pytest.fixture
def client_as(client: TestClient, app: FastAPI) -> ClientAs:
    """Callers with keys: ``client_as("officer", audiences=("control-room",), scopes=("ask",))``.

    They call the same service as ``client``, which has to show a key, too, as soon as one of these has been made.
    """

    def client_as(
        *roles: Role,
        holder: str = "Ms. Flint",
        audiences: tuple[str, ...] = ("*",),
        scopes: tuple[Permission, ...] | None = None,
    ) -> TestClient:
        key = key_for(client, *roles, holder=holder, audiences=audiences, scopes=scopes)
        return beside(client, app, Authorization=f"Bearer {key}")

    return client_as


@pytest.fixture
def unready(small_corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The service where no index has been built."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with calling(create_app(Settings(data_dir=tmp_path))) as client:
        yield client


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    """The service over the texts that ship, and a key to it."""
    from tests.api.shipped import shipped_in

    with shipped_in(tmp_path_factory.mktemp("shipped")) as shipped:
        yield shipped
