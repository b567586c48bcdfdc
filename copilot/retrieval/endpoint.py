"""Embeds texts by an OpenAI-compatible endpoint: ``POST {base}/embeddings``.

Endpoints differ in how much they take at once (ten texts or two thousand) and do not say so beforehand:
a request that is refused is asked again in halves, and the size that was taken is kept for the rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from weakref import finalize

import httpx
import numpy as np
from pydantic import BaseModel, SecretStr, ValidationError

from copilot.errors import EmbeddingUnavailable
from copilot.retrieval.embedding import Progress, Vectors

_MOST, _LARGEST = 64, 64_000
_TO_CONNECT = 5.0
_BUSY = frozenset({429, 500, 502, 503, 504})
_TOO_MUCH = frozenset({400, 413, 422})
_EXCERPT = 300


@dataclass(frozen=True, slots=True)
class _Patience:
    """Seconds for an answer, before each new try, and at most where the endpoint names a time itself."""

    answer: float
    pauses: tuple[float, ...]
    longest_pause: float


_OF_A_BUILD = _Patience(120.0, (1.0, 2.0, 4.0, 8.0), 30.0)
_OF_A_PERSON = _Patience(20.0, (0.5, 1.0), 2.0)


class _Item(BaseModel):
    index: int
    embedding: list[float]


class _Answer(BaseModel):
    data: list[_Item]


class _Message(BaseModel):
    message: str


class _Refusal(BaseModel):
    error: _Message


class EndpointEmbedder:
    """One model behind one endpoint."""

    def __init__(
        self,
        base: str,
        name: str,
        key: SecretStr | None,
        *,
        longest_answer: float = _OF_A_BUILD.answer,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._base = base.rstrip("/")
        self._name = name
        self._key = key.get_secret_value() if key else ""
        self._longest_answer = longest_answer
        self._pause = pause
        self._client = httpx.Client(headers={"Authorization": f"Bearer {self._key}"} if key else {})
        finalize(self, self._client.close)

    @property
    def model(self) -> str:
        """The model and where it runs: another endpoint may know another model by that name."""
        return f"{self._name} at {self._base}"

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """One unit vector a text, in order."""
        vectors: list[Vectors] = []
        done, most = 0, _MOST
        while done < len(texts):
            batch = _next(texts, done, most)
            answer = self._ask(batch, _OF_A_BUILD)
            if answer.status_code in _TOO_MUCH and len(batch) > 1:
                most = len(batch) // 2
                continue
            vectors.append(self._vectors(answer, len(batch)))
            done += len(batch)
            progress(done, len(texts))
        if len({part.shape[1] for part in vectors}) > 1:
            raise self._wrong("with vectors of different lengths")
        return np.concatenate(vectors) if vectors else np.empty((0, 0), np.float32)

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of one question, for which a person waits."""
        vector: Vectors = self._vectors(self._ask([text], _OF_A_PERSON), 1)[0]
        return vector

    def _ask(self, texts: Sequence[str], patience: _Patience) -> httpx.Response:
        """Ask, and again after a pause while the endpoint is busy or hangs up; the last answer counts."""
        patience = replace(patience, answer=min(patience.answer, self._longest_answer))
        for pause in patience.pauses:
            try:
                answer = self._ask_once(texts, patience)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                self._pause(pause)
                continue
            wanted = _retry_after(answer)
            if answer.status_code not in _BUSY or (wanted or 0) > patience.longest_pause:
                return answer
            self._pause(pause if wanted is None else wanted)
        try:
            return self._ask_once(texts, patience)
        except httpx.TransportError as error:
            raise self._silent(error) from error

    def _ask_once(self, texts: Sequence[str], patience: _Patience) -> httpx.Response:
        body = {"model": self._name, "input": list(texts), "encoding_format": "float"}
        limits = httpx.Timeout(patience.answer, connect=_TO_CONNECT)
        try:
            return self._client.post(f"{self._base}/embeddings", json=body, timeout=limits)
        except (httpx.TimeoutException, httpx.ConnectError, httpx.UnsupportedProtocol) as error:
            raise self._silent(error) from error

    def _vectors(self, answer: httpx.Response, count: int) -> Vectors:
        """The vectors in the order of the texts, each of length one."""
        if answer.status_code != httpx.codes.OK:
            raise self._refused(answer)
        try:
            items = sorted(_Answer.model_validate_json(answer.content).data, key=lambda item: item.index)
        except ValidationError as error:
            raise self._wrong("with what is no list of vectors") from error
        if [item.index for item in items] != list(range(count)):
            raise self._wrong(f"with {len(items)} vectors for {count} texts")
        if len({len(item.embedding) for item in items}) > 1:
            raise self._wrong("with vectors of different lengths")
        vectors = np.array([item.embedding for item in items])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not (np.isfinite(lengths) & (lengths > 0)).all():
            raise self._wrong("with vectors that are zero or no numbers")
        unit: Vectors = (vectors / lengths).astype(np.float32)
        return unit

    def _refused(self, answer: httpx.Response) -> EmbeddingUnavailable:
        status = answer.status_code
        said = f"the embedding endpoint {self._base} answers {status}: {self._told(answer)}"
        if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
            return EmbeddingUnavailable(said, remedy="Set COPILOT_EMBEDDING_KEY to a key that it takes.")
        if status in _BUSY:
            wanted = answer.headers.get("retry-after")
            when = f"after {wanted} (its own words)" if wanted else "later"
            return EmbeddingUnavailable(said, remedy=f"It is busy or ill: try again {when}.")
        return EmbeddingUnavailable(
            said,
            remedy=f"Check that it knows the model {self._name!r} (COPILOT_EMBEDDING_MODEL), and that "
            "COPILOT_EMBEDDING_URL is its base address, which often ends in /v1.",
        )

    def _told(self, answer: httpx.Response) -> str:
        try:
            text = _Refusal.model_validate_json(answer.content).error.message
        except ValidationError:
            text = answer.text
        text = " ".join(text.split())
        return (text.replace(self._key, "[key]") if self._key else text)[:_EXCERPT]

    def _silent(self, error: httpx.TransportError) -> EmbeddingUnavailable:
        return EmbeddingUnavailable(
            f"the embedding endpoint {self._base} does not answer: {error or type(error).__name__}",
            remedy="Start it, or correct COPILOT_EMBEDDING_URL.",
        )

    def _wrong(self, how: str) -> EmbeddingUnavailable:
        return EmbeddingUnavailable(
            f"the embedding endpoint {self._base} answers {how}",
            remedy="Check that COPILOT_EMBEDDING_URL is the base address of an OpenAI-compatible endpoint "
            f"(it often ends in /v1), and that {self._name!r} is a model that embeds.",
        )


def _next(texts: Sequence[str], start: int, most: int) -> Sequence[str]:
    """The next texts: at least one, no more than ``most``, and together not too large."""
    size, end = 0, start
    while end < min(start + most, len(texts)) and (end == start or size + len(texts[end]) <= _LARGEST):
        size += len(texts[end])
        end += 1
    return texts[start:end]


def _retry_after(answer: httpx.Response) -> float | None:
    """The seconds the endpoint wants to be left alone; a day and hour counts from the answer's own date."""
    text = answer.headers.get("retry-after", "")
    if text.isdigit():
        return float(text)
    try:
        wanted = parsedate_to_datetime(text) - parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError):
        return None
    return max(0.0, wanted.total_seconds())
