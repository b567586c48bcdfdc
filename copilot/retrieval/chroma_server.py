"""A Chroma server that holds the vectors of several hosts.

A collection that is whole is named for its fingerprint (texts, dates, audiences and model), so hosts with
the same texts and model share one. It is filled under a name of its build and renamed last: the server
keeps names unique, so of two hosts that fill the same one the first wins and the other takes what stands
there. What is read by its real name is therefore whole and never changes.

Who removes what, without asking the other hosts:

- What a killed build left is named for its build folder, which this host still has: it goes at once. If
  the folder is gone as well, its age tells, since filling takes minutes at most: it goes after a day.
- A whole collection that is no longer wanted here may be in use elsewhere. Whoever opens one renews its
  date of use; it goes when for a month nobody has. A searcher that runs longer holds its vectors in memory.
  Dates are by the server's clock, the one that all hosts share.
- ``--anew`` moves what stands under the real name aside before it renames. A host that opens the index
  between these two steps is told to build, and one that reads at that moment to read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cached_property

import httpx
from chromadb.api.fastapi import FastAPI as ChromaOverHttp
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings as ChromaSettings
from chromadb.config import System
from chromadb.errors import ChromaError, NotFoundError
from chromadb.types import Collection as Described
from pydantic import SecretStr

from copilot.errors import CopilotError, IndexCorrupt, IndexUnavailable, IndexUnreachable
from copilot.retrieval.build_folder import BUILD, Manifest
from copilot.retrieval.embedding import Vectors
from copilot.retrieval.entry import Entry
from copilot.retrieval.vector_store import VectorStore, fill

_WHOLE, _PART = "copilot-index-", "copilot-part-"
_KEPT = {_WHOLE: timedelta(days=30), _PART: timedelta(days=1)}
_RENEWED = timedelta(days=1)
_USED = "used"
_PATIENCE = 20.0
_PAGE = 100
_EXCERPT = 200


class ChromaServer:
    """One server; no request waits longer than ``patience`` seconds for it."""

    def __init__(self, url: str, token: SecretStr | None, *, patience: float = _PATIENCE) -> None:
        self.url = url
        self._token = token
        self._patience = patience

    def holds(self, fingerprint: str, wordings: int) -> bool:
        """Whether the index of this fingerprint is there, with as many wordings."""
        with self._speaking():
            try:
                return self._named(_whole(fingerprint)).count() == wordings
            except NotFoundError:
                return False

    def open(self, fingerprint: str) -> VectorStore:
        """The vectors of an index; its date of use is renewed once a day."""
        with self._speaking():
            return self._opened(self._api.get_collection(_whole(fingerprint)))

    def latest(self, model: str) -> VectorStore | None:
        """The vectors that were used last of those a model made: most will serve a new index."""
        with self._speaking():
            of_model = [
                held
                for held in self._held()
                if held.name.startswith(_WHOLE) and (held.metadata or {}).get("model") == model
            ]
            return self._opened(max(of_model, key=_used)) if of_model else None

    def write(
        self, build: str, manifest: Manifest, entries: Sequence[Entry], vectors: Vectors, *, anew: bool
    ) -> None:
        """Fill a collection, then name it for its fingerprint in one step."""
        wanted, aside = _whole(manifest.fingerprint), f"{_part(build)}-replaced"
        try:
            with self._speaking():
                part = self._new(_part(build), manifest.model)
                fill(part, entries, vectors)
                if anew or not self.holds(manifest.fingerprint, len(entries)):
                    with suppress(NotFoundError):  # mostly nothing stands there
                        self._named(wanted).modify(name=aside)
                try:
                    part.modify(name=wanted)
                except ChromaError:
                    if not self.holds(manifest.fingerprint, len(entries)):
                        raise
        finally:
            with suppress(IndexUnavailable):  # the next build removes what now cannot be
                self._remove((_part(build), aside))

    def remove_left_over(self, builds: Iterable[str]) -> None:
        """Remove what these builds of this host left, and of all hosts what is too old to be of use."""
        own = {name for build in builds for name in (_part(build), f"{_part(build)}-replaced")}
        with self._speaking():
            now = self._now()
            old = {held.name for held in self._held() if _is_old(held, now)}
        self._remove(own | old)

    def _new(self, name: str, model: str) -> Collection:
        return self._collection(
            self._api.create_collection(
                name,
                configuration={"hnsw": {"space": "cosine"}},
                metadata={"model": model, _USED: self._now()},
            )
        )

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            with self._speaking(), suppress(NotFoundError):
                self._api.delete_collection(name)

    def _opened(self, described: Described) -> VectorStore:
        collection, now = self._collection(described), self._now()
        if now - _used(described) > _RENEWED.total_seconds():
            collection.modify(metadata={**(described.metadata or {}), _USED: now})
        return VectorStore(collection, self._speaking)

    def _held(self) -> Iterator[Described]:
        """Every collection on the server; others than ours may lie there too."""
        offset = 0
        while page := self._api.list_collections(limit=_PAGE, offset=offset):
            yield from page
            offset += len(page)

    def _named(self, name: str) -> Collection:
        return self._collection(self._api.get_collection(name))

    def _collection(self, described: Described) -> Collection:
        return Collection(self._api, described, embedding_function=None)

    def _now(self) -> int:
        """Seconds by the server's clock."""
        return self._api.heartbeat() // 1_000_000_000

    @cached_property
    def _api(self) -> _Api:
        return _Api(self.url, self._token, self._patience)

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """Translate what Chroma's client raises when the server is down, slow, closed or no Chroma."""
        try:
            yield
        except CopilotError:
            raise
        except (httpx.RequestError, httpx.InvalidURL) as error:
            raise IndexUnreachable(
                f"the Chroma server {self.url} does not answer: {error or type(error).__name__}",
                remedy="Start it, or correct COPILOT_CHROMA_URL.",
            ) from error
        except NotFoundError as error:
            raise IndexCorrupt(
                f"the Chroma server {self.url} no longer holds this index", remedy=f"Build it: {BUILD}"
            ) from error
        except (
            Exception
        ) as error:  # on an answer it does not know Chroma's client raises errors of any kind
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> IndexUnreachable:
        answer = error.__context__
        status = answer.response.status_code if isinstance(answer, httpx.HTTPStatusError) else None
        if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
            return IndexUnreachable(
                f"the Chroma server {self.url} refuses the token ({status})",
                remedy="Set COPILOT_CHROMA_TOKEN to one it takes.",
            )
        told = f"{status or ''} {str(error)[:_EXCERPT]}".strip() or type(error).__name__
        return IndexUnreachable(
            f"the Chroma server {self.url} does not answer as Chroma does: {told}",
            remedy="See its log, and whether COPILOT_CHROMA_URL is the address of a Chroma server.",
        )


class _Api(ChromaOverHttp):
    """Chroma's way of speaking to a server, with a limit to each wait: it sets none itself.

    The client that Chroma hands out asks the server three things while it is made, before a limit
    could be set.
    """

    def __init__(self, url: str, token: SecretStr | None, patience: float) -> None:
        settings = ChromaSettings(
            _env_file=None,
            chroma_api_impl="chromadb.api.fastapi.FastAPI",
            chroma_server_host=url,
            chroma_server_http_port=0,  # it has to be set, and the address counts
            chroma_server_headers={"Authorization": f"Bearer {token.get_secret_value()}"}
            if token
            else None,
            chroma_http_max_keepalive_connections=0,
            anonymized_telemetry=False,
        )
        super().__init__(System(settings))
        self._session.timeout = httpx.Timeout(patience)


def _whole(fingerprint: str) -> str:
    return f"{_WHOLE}{fingerprint[:32]}"


def _part(build: str) -> str:
    return f"{_PART}{build.removeprefix('build-')}"


def _used(held: Described) -> int:
    return int((held.metadata or {}).get(_USED, 0))


def _is_old(held: Described, now: int) -> bool:
    kept = next((kept for prefix, kept in _KEPT.items() if held.name.startswith(prefix)), None)
    return kept is not None and now - _used(held) > kept.total_seconds()
