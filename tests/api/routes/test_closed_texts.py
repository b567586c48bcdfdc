"""Whoever asks, whatever and with whichever audiences: nothing of a text that is closed to them is shown."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot.actor import Actor
from copilot.law import Corpus, load_corpus
from copilot.retrieval import SentenceTransformersEmbedder, build_index, silently
from tests.api.conftest import ClientAs

AUDIENCES = ("control-room", "oil-room", "wick-room")
MEANT_FOR = {
    "amber": frozenset({"control-room"}),
    "basalt": frozenset({"oil-room"}),
    "cinder": frozenset({"control-room", "oil-room"}),
    "dolomite": frozenset({"wick-room"}),
    "ember": frozenset[str](),
}
"""Each policy by the word that only it says, and for whom it is meant."""

QUESTIONS = (
    "Where are the spare lanterns kept?",
    "Who may open the store of lanterns at night?",
    "When must a broken lantern be reported?",
    "What does the store policy say?",
    "And as of 2025?",
)
_POLICY = """\
---
id: store-{word}
title: Store policy
version: "1.0"
effective: 2024-01-01
owner: Head of {word}
audience: [{audience}]
---
# Store policy
## 1 Store
1.1 The spare lanterns are kept behind the {word} door.
1.2 The keeper of the {word} key may open the store of lanterns at night.
"""


@pytest.fixture(scope="module")
def small_corpus(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The made-up act, and the same policy once for each set of audiences."""
    folder = copytree(texts, tmp_path_factory.mktemp("closed") / "texts")
    for word, meant_for in MEANT_FOR.items():
        text = _POLICY.format(word=word, audience=", ".join(sorted(meant_for)))
        (folder / "policies" / f"store-{word}.md").write_text(text.replace("audience: []\n", ""))
    return load_corpus(policies=None, texts=folder)


@pytest.fixture(scope="module")
def indexed(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("closed-index")
    build_index(small_corpus, embedder, folder, silently, anew=False)
    return folder


def shown_to(client: TestClient, question: str, conversation: str) -> str:
    """All that is sent to somebody who asks, as JSON and in a stream, and then looks back."""
    asked = {"question": question, "as_of": "2026-11-20", "conversation": conversation}
    sent = [
        client.post("/v1/ask", json=asked),
        client.post("/v1/ask", json=asked, headers={"Accept": "text/event-stream"}),
        client.get("/v1/conversations"),
        client.get(f"/v1/conversations/{conversation}"),
    ]
    assert [answer.status_code for answer in sent] == [200, 200, 200, 200]
    return "".join(answer.text for answer in sent)


visits = st.tuples(st.frozensets(st.sampled_from(AUDIENCES)), st.sampled_from(QUESTIONS))


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(visits, min_size=1, max_size=3))
def test_nothing_is_shown_of_a_text_that_is_closed(
    client_as: ClientAs, visited: list[tuple[frozenset[str], str]]
) -> None:
    conversation = str(uuid4())
    for audiences, question in visited:
        actor = Actor("Ms. Flint", audiences)
        client = client_as("officer", holder=actor.name, audiences=tuple(audiences))

        shown = shown_to(client, question, conversation)

        for word, meant_for in MEANT_FOR.items():
            assert actor.may_see(meant_for) or word not in shown


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_open_is_shown(client_as: ClientAs, audience: str) -> None:
    shown = shown_to(client_as("officer", audiences=(audience,)), QUESTIONS[0], str(uuid4()))

    assert any(audience in meant_for and word in shown for word, meant_for in MEANT_FOR.items())
