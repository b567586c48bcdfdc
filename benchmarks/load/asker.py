"""Somebody who asks one question after the other and reads each answer as it streams in; run by locust."""

from __future__ import annotations

import itertools
import json
import os
import random
from pathlib import Path
from time import perf_counter

from locust import HttpUser, constant, events, task

from benchmarks.load.names import ACKNOWLEDGED, FIRST, KEYS, QUESTIONS, WHOLE

_IN_ONE_CONVERSATION = 5
_keys = itertools.cycle(os.environ[KEYS].split())
_questions = [json.loads(line)["question"] for line in Path(os.environ[QUESTIONS]).read_text().splitlines()]
_numbers = itertools.count()


class Asker(HttpUser):
    """One stream is always open; a conversation has five questions."""

    wait_time = constant(0)

    def on_start(self) -> None:
        """Take a key, and an order of questions of one's own."""
        self.client.headers["Authorization"] = f"Bearer {next(_keys)}"
        self._random = random.Random(next(_numbers))  # noqa: S311  # a sample, no secret
        self._asked = 0
        self._conversation = ""

    @task
    def ask(self) -> None:
        """Ask, and read to the end."""
        if self._asked % _IN_ONE_CONVERSATION == 0:
            self._conversation = self.client.post("/v1/conversations").json()["id"]
        self._asked += 1
        question = {"question": self._random.choice(_questions), "conversation": self._conversation}
        begun = perf_counter()
        with self.client.post(
            "/v1/ask",
            json=question,
            headers={"Accept": "text/event-stream"},
            stream=True,
            catch_response=True,
            name="ask",
            timeout=120,
        ) as response:
            if response.status_code != 200:
                response.failure(f"status {response.status_code}: {response.text[:200]}")
                return
            done = self._read(response.iter_lines(decode_unicode=True), begun)
            if done is None:
                response.failure("the stream ended without an answer")
                return
            response.success()
        _timed(WHOLE, begun)
        with Path(os.environ[ACKNOWLEDGED]).open("a", encoding="utf-8") as file:
            file.write(f"{done['record']} {self._conversation}\n")

    def _read(self, lines: object, begun: float) -> dict[str, object] | None:
        name, first = "", True
        for line in lines:  # type: ignore[attr-defined]  # requests gives an iterator of no type
            if line.startswith("event:"):
                name = line.removeprefix("event:").strip()
            elif line.startswith("data:"):
                if first and name in {"statement", "refusal"}:
                    first = False
                    _timed(FIRST, begun)
                if name == "done":
                    return dict(json.loads(line.removeprefix("data:")))
        return None


def _timed(what: str, begun: float) -> None:
    events.request.fire(
        request_type="SSE",
        name=what,
        response_time=1000 * (perf_counter() - begun),
        response_length=0,
        exception=None,
        context={},
    )
