"""What goes to a model elsewhere, and what comes back: the loop, a real HTTP server, and no mark on this side."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import langsmith.utils
import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers

from copilot.actor import Actor
from copilot.agent.answering import Answering
from copilot.agent.asking import Asking
from copilot.agent.conversation import Conversation
from copilot.agent.events import Done, Event, Noticed, Shown
from copilot.agent.listening import Listening
from copilot.agent.masking import Recogniser
from copilot.agent.masking.own_patterns import own_patterns
from copilot.agent.speaker import Speaker
from copilot.law import Corpus, load_corpus
from copilot.records import Record
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, build_index
from tests.agent.conftest import Kept
from tests.agent.model_server import Call, ModelServer, Turn
from tests.conftest import TODAY
from tests.loopback import Loopback

_CONTACTS = """\
---
id: contacts
title: Contacts policy
version: "1.0"
effective: 2024-01-01
owner: Head of Lamps
---
# Contacts policy
## 1 Whom to tell
1.1 A broken lamp is reported to Jadwiga Kowalska, jadwiga@lamps.example, within 2 days.
"""
_SENTENCE = "A broken lamp is reported to Jadwiga Kowalska, jadwiga@lamps.example, within 2 days."
_WATCHED = "Glass thieves are awaited in Vine Street."
_QUESTION = (
    "My colleague Tomasz Wiśniewski (tomasz@bank.example, +49 151 23456789) paid from DE89 3704 0044 0532 0130 00 "
    'with the key sk-proj-Ab3dEf6hIj9kLmN0pQrS, password: a"b\\c1, for Project Falcon and client C-4711 of the lamp '
    f"store. {_WATCHED} To whom must he report a broken lamp? Wiśniewski says <NAME_1> is Falcon's."
)
_CANARIES = (
    "Tomasz", "Wiśniewski", "Wi\\u015bniewski", "tomasz@", "23456789", "DE89", "3704", "sk-proj", 'a\\"b', "Falcon",
    "C-4711", "Kowalska", "jadwiga", "thieves", "Vine", "constable",
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The small corpus, and a policy that names a person."""
    folder = tmp_path_factory.mktemp("named")
    for file in texts.rglob("*.*"):
        (folder / file.relative_to(texts)).parent.mkdir(exist_ok=True)
        (folder / file.relative_to(texts)).write_text(file.read_text())
    (folder / "policies" / "contacts.md").write_text(_CONTACTS)
    return load_corpus(policies=None, texts=folder)


@pytest.fixture(scope="module")
def index(
    corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("named-index")
    build_index(corpus, embedder, folder, lambda done, total: None, anew=False)
    return folder


@pytest.fixture
def searcher(corpus: Corpus, embedder: SentenceTransformersEmbedder, index: Path) -> Searcher:
    return Searcher(corpus, embedder, index)


@pytest.fixture
def elsewhere(speaker: Speaker, tmp_path: Path) -> Speaker:
    """A model that is not on this machine, and a firm's pattern for its clients."""
    file = tmp_path / "mask.yaml"
    file.write_text("CLIENT: C-\\d{4}\n")
    return replace(speaker, leaves_the_machine=True, own=own_patterns(file), budget=None)


@pytest.fixture
def answering(corpus: Corpus, searcher: Searcher, elsewhere: Speaker, kept: Kept) -> Answering:
    return Answering(corpus, searcher, elsewhere, kept)


def asked(answering: Answering, actor: Actor, question: str = _QUESTION) -> list[Event]:
    return list(
        answering.ask(question, as_of=TODAY, actor=actor, conversation=Conversation(), thread_id=None)
    )


def shown(events: list[Event]) -> list[str]:
    return [event.statement.text for event in events if isinstance(event, Shown)]


def _copied(sources: str) -> str:
    """A model's answer: the text about broken lamps as it sees it, copied under the id it sees."""
    found = re.search(r'id="(?P<id>[^"]+)".*\n(?P<text>A broken lamp is reported to .*)\n', sources)
    assert found
    cited = {"of": found["id"], "words": found["text"]}
    return json.dumps({"say": found["text"], "cites": [cited]}) + "\n"


def _copies(pieces: int) -> Callable[[dict[str, Any]], Turn]:
    """A model that looks for what it was asked, reads all it can, and copies; once it words a thing wrongly."""

    def script(asked: dict[str, Any]) -> Turn:
        told = [message for message in asked["messages"] if message["role"] == "tool"]
        question = next(message["content"] for message in asked["messages"] if message["role"] == "user")
        if not told:
            return Turn(
                text="I look for <NAME_1>.",
                calls=(
                    Call("search_law", {"query": f"broken lamp reported, {question}"[:1900], "top": 10}),
                ),
                pieces=pieces,
            )
        if len(told) == 1:
            ids = ["policy/watch-list/1.1", "policy/contacts/1.1"]
            return Turn(
                calls=(Call("read_provision", {"ids": ids}), Call("no_tool", {"of": "<NAME_2>"})),
                pieces=pieces,
            )
        wrong = json.dumps({"say": "<NAME_1> must report to <NAME_2> within 9 days.", "cites": []})
        return Turn(
            text=wrong + "\n" + _copied("\n".join(message["content"] for message in told)), pieces=pieces
        )

    return script


@pytest.mark.parametrize("pieces", [1, 2, 5, 200])
def test_nothing_leaves_that_must_not_and_the_person_reads_the_names(
    pieces: int, answering: Answering, model: ModelServer, officer: Actor, kept: Kept
) -> None:
    model.script = _copies(pieces)

    events = asked(answering, officer)

    left = json.dumps(model.asked, ensure_ascii=False) + json.dumps(model.asked)
    assert [canary for canary in _CANARIES if canary in left] == []
    assert len(model.asked) >= 4
    assert shown(events) == [_SENTENCE]
    record = kept[-1]
    assert isinstance(record, Record)
    assert _QUESTION[:60] in str(record.calls[0].arguments["query"])
    assert "Wiśniewski" in record.left_out[0].draft.text


def test_a_closed_text_is_withheld_counted_and_said_to_be(
    answering: Answering, model: ModelServer, officer: Actor
) -> None:
    closed = "policy/watch-list/1.1"
    cited = json.dumps({"say": _WATCHED, "cites": [{"of": closed, "words": _WATCHED}]})
    compared = Call("compare_wordings", {"id": closed, "first": "2023-01-01", "second": "2026-11-20"})
    model.says(Turn(calls=(Call("read_provision", {"ids": [closed]}), compared)), Turn(text=cited))

    events = asked(answering, officer, "What does the watch list policy say about Vine Street?")

    told = [message["content"] for message in model.asked[1]["messages"] if message["role"] == "tool"]
    assert [text.splitlines()[-1] for text in told] == [
        "Sources withheld, since not everybody may read them: 2.",
        "Sources withheld, since not everybody may read them: 1.",
    ]
    assert shown(events) == []
    notices = [event.notice for event in events if isinstance(event, Noticed)]
    assert notices[0].startswith("3 sources were withheld from lantern")
    assert isinstance(events[-1], Done)
    assert events[-1].answer.notices == tuple(notices)


def test_a_model_on_this_machine_reads_all_and_nothing_is_masked(
    corpus: Corpus, searcher: Searcher, speaker: Speaker, model: ModelServer, officer: Actor, kept: Kept
) -> None:
    model.says(Turn(calls=(Call("read_provision", {"ids": ["policy/watch-list/1.1"]}),)), Turn(text=""))

    asked(Answering(corpus, searcher, speaker, kept), officer)

    assert model.asked[0]["messages"][-1]["content"] == _QUESTION
    assert _WATCHED in model.asked[1]["messages"][-1]["content"]


def test_what_was_sent_is_kept_word_for_word(
    corpus: Corpus, searcher: Searcher, elsewhere: Speaker, model: ModelServer, officer: Actor
) -> None:
    model.script = _copies(7)
    asking = Asking(officer, corpus.as_of(TODAY), corpus.as_of(TODAY, layer="official"), searcher)
    listening = Listening(asking, elsewhere, lambda own: Recogniser.of(corpus, own))

    list(listening.events(_QUESTION))

    assert [json.loads(sent) for sent in listening.sent] == [asked["messages"] for asked in model.asked]


@pytest.fixture
def tracing(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """An environment that has LangChain send all it does to LangSmith, which is a server of this test."""
    for name, text in (("TRACING", "true"), ("ENDPOINT", loopback.address), ("API_KEY", "none")):
        monkeypatch.setenv(f"LANGSMITH_{name}", text)
    langsmith.utils.get_env_var.cache_clear()
    yield loopback
    monkeypatch.undo()
    langsmith.utils.get_env_var.cache_clear()


def test_no_trace_is_sent_though_the_environment_asks_for_it(
    tracing: Loopback, answering: Answering, model: ModelServer, officer: Actor
) -> None:
    model.script = _copies(7)

    asked(answering, officer)

    wait_for_all_tracers()
    assert tracing.asked == []
