"""Whoever asks, whatever they ask: nothing in any response comes from a policy that they may not see.

Many policies, closed and open, in the folder and uploaded, each with a word of its own in its id, title, owner and
text. Random actors then call every route, and the bytes of all they are sent are searched for the words of what is
closed to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from api import create_app
from api.access.table import needs_of
from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import load_corpus
from copilot.law.policy_upload import read_upload
from copilot.permissions import ROLES
from copilot.retrieval import SentenceTransformersEmbedder, build_index, silently
from copilot.settings import Settings
from tests.api.conftest import beside, calling, key_for, service_of

AUDIENCES = ("amber", "birch", "cedar", "dune", "elm")
OWNER = Actor("Ms. Flint", frozenset({EVERY_AUDIENCE}))
QUESTIONS = (
    "Which gift may be taken from a lamp maker?",
    "How much may a gift from a lamp maker cost?",
    "When must a broken lantern be reported, and to whom?",
    "What do our policies say of lamp makers?",
)
DAYS = ("2024-06-01", "2026-11-20")
POLICIES = 12


@dataclass(frozen=True)
class Policy:
    """A policy, and the word that stands in all of it."""

    word: str
    audience: frozenset[str]

    @property
    def id(self) -> str:
        return f"{self.word}-gifts"

    @property
    def head(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": f"{self.word.title()} gifts policy",
            "version": "1",
            "effective": "2024-01-01",
            "owner": f"Head of {self.word.title()}",
            "audience": sorted(self.audience),
        }

    @property
    def text(self) -> str:
        return (
            f"## 1 Gifts of {self.word.title()}\n1.1 No {self.word} gift from a lamp maker may cost more than EUR 50.\n"
            f"(a) A gift from a lamp maker is reported to the head of {self.word} within 3 days.\n"
        )

    @property
    def file(self) -> str:
        head = self.head | {"audience": f"[{', '.join(self.head['audience'])}]"}
        return "\n".join(("---", *(f"{name}: {said}" for name, said in head.items()), "---", self.text))

    def closed_to(self, audiences: frozenset[str]) -> bool:
        return bool(self.audience) and not self.audience & audiences


@dataclass(frozen=True)
class Firm:
    """The service of a firm with many policies, of which the owner has asked already."""

    app: FastAPI
    client: TestClient
    policies: tuple[Policy, ...]
    conversation: str
    entries: int

    def caller(self, audiences: frozenset[str]) -> TestClient:
        """Somebody with every role, who has the owner's name and not the owner's audiences."""
        key = key_for(self.client, *ROLES, holder=OWNER.name, audiences=tuple(audiences))
        return beside(self.client, self.app, Authorization=f"Bearer {key}")


def _policies(random: Random) -> tuple[Policy, ...]:
    """Every third is open; the others are for some audiences."""
    words = ["zq" + "".join(random.choices("abcdefghijkmnoprstuvwxyz", k=9)) for _ in range(POLICIES)]
    return tuple(
        Policy(word, frozenset(random.sample(AUDIENCES, random.randint(1, 3)) if place % 3 else ()))
        for place, word in enumerate(words)
    )


@pytest.fixture(scope="module")
def firm(
    texts: Path, embedder: SentenceTransformersEmbedder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Firm]:
    """Half of the policies lie in the folder, half were uploaded."""
    home, policies = tmp_path_factory.mktemp("firm"), _policies(Random(7))
    (home / "policies").mkdir()
    for policy in policies[::2]:
        (home / "policies" / f"{policy.id}.md").write_text(policy.file)
    folder = load_corpus(policies=home / "policies", texts=texts)
    build_index(folder, embedder, home / "data", silently, anew=False)
    held = Settings.model_validate({"data_dir": home / "data", "rate_limit": "1000000/minute"})
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("api.service.load_corpus", lambda policies, installed: folder)
        app = create_app(held)
        with calling(app) as client:
            service = service_of(client)
            for policy in policies[1::2]:
                read = read_upload(f"{policy.id}.md", policy.text.encode(), policy.head)
                service.shelf().upload(read, OWNER, taken=())
            assert service.upkeep.looked(within=120)
            yield _after_some_questions(app, client, policies)


def _after_some_questions(app: FastAPI, client: TestClient, policies: tuple[Policy, ...]) -> Firm:
    key = key_for(client, *ROLES, holder=OWNER.name)
    owner = beside(client, app, Authorization=f"Bearer {key}")
    conversation = owner.post("/v1/conversations").json()["id"]
    for question in QUESTIONS:
        answer = owner.post("/v1/ask", json={"question": question, "conversation": conversation})
        repeated = " ".join(policy.word for policy in policies if policy.word in answer.text)
        record = answer.json()["record"]
        owner.post("/v1/feedback", json={"record": record, "helpful": False, "words": repeated})
    latest = owner.get("/v1/audit/entries", params={"limit": 1}).json()["entries"][0]["number"]
    return Firm(app, client, policies, conversation, latest)


def everything(firm: Firm, caller: TestClient, question: str, day: str) -> Iterator[Response]:
    """What a caller is sent who asks for everything there is."""
    plain = [needs.path for needs in needs_of(firm.app) if needs.method == "GET" and "{" not in needs.path]
    asked = {"q": question, "as_of": day, "limit": 100, "top": 50}
    yield from (caller.get(path, params=asked) for path in plain)
    yield from (caller.get(path) for path in plain)
    yield from _asked(firm, caller, question, day)
    yield from _looked_back_at(firm, caller)
    yield from _through_mcp(caller, question, day)
    for instrument in ("lantern-act", "lantern-act/art-1", "lantern-act/art-1/2"):
        yield caller.get(f"/v1/provisions/{instrument}", params={"as_of": day})


def _asked(firm: Firm, caller: TestClient, question: str, day: str) -> Iterator[Response]:
    said = {"question": question, "as_of": day}
    yield caller.post("/v1/ask", json=said)
    yield caller.post("/v1/ask", json=said, headers={"Accept": "text/event-stream"})
    yield caller.post("/v1/ask", json=said | {"conversation": firm.conversation})
    yield caller.post("/v1/ask", json=said | {"compare_with": "2023-01-01"})
    chat = {"model": "copilot", "messages": [{"role": "user", "content": question}]}
    yield caller.post("/v1/chat/completions", json=chat)
    yield caller.post("/v1/chat/completions", json=chat | {"stream": True})


def _looked_back_at(firm: Firm, caller: TestClient) -> Iterator[Response]:
    yield caller.get(f"/v1/conversations/{firm.conversation}")
    yield caller.post("/v1/audit/verify")
    for number in range(1, firm.entries + 1):
        for path in (f"/v1/audit/entries/{number}", f"/audit/{number}", f"/answers/{number}"):
            yield caller.get(path)
        yield caller.post(f"/v1/audit/entries/{number}/replay")


def _through_mcp(caller: TestClient, question: str, day: str) -> Iterator[Response]:
    headers = {"Accept": "application/json, text/event-stream"}
    called = partial(caller.post, "/mcp", headers=headers)
    for method in ("tools/list", "resources/list", "resources/templates/list"):
        yield called(json={"jsonrpc": "2.0", "id": 1, "method": method})
    for tool, told in (("search_law", {"query": question, "as_of": day}), ("ask", {"question": question})):
        params = {"name": tool, "arguments": told}
        yield called(json={"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params})


def sent(response: Response) -> str:
    """All of a response: its headers and its body."""
    return f"{response.headers}\n{response.content.decode(errors='replace')}".lower()


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    audiences=some.frozensets(some.sampled_from(AUDIENCES), max_size=3),
    question=some.sampled_from(QUESTIONS),
    day=some.sampled_from(DAYS),
)
def test_no_response_holds_a_word_of_a_policy_that_is_closed_to_who_asks(
    firm: Firm, audiences: frozenset[str], question: str, day: str
) -> None:
    closed = [policy.word for policy in firm.policies if policy.closed_to(audiences)]
    caller = firm.caller(audiences)

    for response in everything(firm, caller, question, day):
        text = sent(response)
        leaked = [word for word in closed if word in text]
        assert not leaked, f"{response.request.method} {response.request.url} tells of {leaked}"


def test_who_may_see_everything_is_told_of_everything(firm: Firm) -> None:
    """What the search for words would find, if there were something to find."""
    caller = firm.caller(frozenset({EVERY_AUDIENCE}))

    told = [sent(response) for response in everything(firm, caller, QUESTIONS[0], DAYS[1])]

    for policy in firm.policies:
        assert sum(policy.word in text for text in told) > 5


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(audiences=some.frozensets(some.sampled_from(AUDIENCES), max_size=3), data=some.data())
def test_a_closed_policy_is_answered_for_like_one_that_does_not_exist(
    firm: Firm, audiences: frozenset[str], data: some.DataObject
) -> None:
    closed = [policy for policy in firm.policies if policy.closed_to(audiences)]
    assume(closed)
    policy = data.draw(some.sampled_from(closed))
    suffixes = ("", f".{'.'.join(sorted(policy.audience))}")
    name, nobody = policy.id + data.draw(some.sampled_from(suffixes)), "zqnothing-gifts"
    caller = firm.caller(audiences)

    def told(policy_id: str) -> list[tuple[int, str]]:
        answers = (
            caller.get(f"/v1/policies/{policy_id}"),
            caller.get(f"/v1/policies/{policy_id}/file"),
            caller.get(f"/policies/{policy_id}"),
            caller.get(f"/v1/provisions/policy/{policy_id}"),
            caller.get(f"/v1/provisions/policy/{policy_id}/1.1", params={"as_of": DAYS[1]}),
            caller.get(f"/provisions/policy/{policy_id}/1.1"),
            caller.get("/v1/policies", params={"after": policy_id}),
            caller.post(f"/v1/policies/{policy_id}/retire", json={"on": DAYS[1]}),
        )
        return [(answer.status_code, answer.text.replace(policy_id, "…")) for answer in answers]

    assert told(name) == told(nobody)
