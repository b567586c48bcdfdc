"""What tools bring, and what is said when they cannot."""

from __future__ import annotations

from threading import Event as Flag
from typing import Any

import anyio
import pytest
from anyio.to_thread import run_sync
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import INTERNAL_ERROR, INVALID_PARAMS

from api.dependencies import today
from copilot.retrieval import Searcher
from tests.api.listening import Listening
from tests.api.mcp_door.conftest import Talk


def call(talk: Talk, name: str, told: dict[str, Any], **who: Any) -> Any:
    async def called(client: Client) -> Any:
        return await client.call_tool(name, told)

    return talk(called, **who)


def text(found: Any) -> str:
    return found.content[0].text


def ids(found: Any) -> list[str]:
    return [wording["id"] for wording in found.structured_content["provisions"]]


def test_a_search_gives_the_wordings_of_the_day(talk: Talk) -> None:
    found = call(talk, "search_law", {"query": "how soon to report", "as_of": "2025-01-01"})

    assert ids(found)[0] == "lantern-act/art-1/2"
    wording = found.structured_content["provisions"][0]
    assert (wording["label"], wording["act"], wording["layer"]) == ("Art. 1(2)", "Lantern Act", "digest")
    assert (wording["in_force"]["until"], wording["applies"][0]["from"]) == ("2025-07-01", "2021-01-01")
    assert "14 days" in wording["text"]
    assert text(found).startswith(
        "As of 2025-01-01.\n\nArt. 1(2) Lantern Act (digest, law://lantern-act/art-1/2?as_of=2025-01-01)\n"
    )


def test_without_a_day_it_is_today_and_that_is_said(talk: Talk) -> None:
    found = call(talk, "read_provision", {"ids": ["lantern-act/art-2"]})

    assert (found.structured_content["as_of"], found.structured_content["today"]) == (str(today()), True)
    assert f"As of {today()}, which is today: no day was named." in text(found)


def test_what_finds_nothing_says_so(talk: Talk) -> None:
    found = call(talk, "search_law", {"query": "lamp", "as_of": "1999-01-01"})

    assert (ids(found), text(found)) == ([], "As of 1999-01-01.\n\nNothing was found.")


def test_two_wordings_are_compared(talk: Talk) -> None:
    told = {
        "id": "lantern-act/art-1/2",
        "first": "2025-01-01",
        "second": "2026-01-01",
        "as_of": "2026-11-20",
    }

    (result,) = call(talk, "compare_wordings", told).structured_content["results"]

    assert "14 days" in str(result["steps"])
    assert "3 days" in str(result["steps"])


def test_a_text_that_is_closed_is_not_found(served: Listening, talk: Talk) -> None:
    limited = served.key("officer", audiences=())

    found = call(talk, "search_law", {"query": "glass thieves in Vine Street", "top": 10}, key=limited)
    read = call(talk, "read_provision", {"ids": ["policy/watch-list/1.1"]}, key=limited)
    never_was = call(talk, "read_provision", {"ids": ["policy/never-was/1.1"]}, key=limited)

    assert not any("watch-list" in name for name in ids(found))
    assert read.is_error
    assert text(read).replace("watch-list", "never-was") == text(never_was)
    assert (
        ids(call(talk, "read_provision", {"ids": ["policy/watch-list/1.1"]}))[0] == "policy/watch-list/1.1"
    )


@pytest.mark.parametrize(
    ("name", "told", "said"),
    [
        ("search_law", {}, "query: Field required"),
        ("search_law", {"query": "oil", "as_of": "soon"}, "write a day like 2026-07-27"),
        ("search_law", {"query": "oil", "tops": 3}, "tops: Extra inputs are not permitted"),
        ("ask", {"question": ""}, "question: String should have at least 1 character"),
        ("classify_ai_system", {"description": "A lamp.", "facts": {"colour": {"red": True}}}, "colour"),
        ("read_provision", {"ids": ["lantern-act/art-9"]}, "lantern-act holds no art-9"),
        ("read_provision", {"ids": ["Art. 9"]}, "is not the id of a provision"),
        (
            "read_provision",
            {"ids": ["lantern-act/art-3"], "as_of": "2024-01-01"},
            "had no wording on 2024-01-01",
        ),
    ],
)
def test_arguments_that_cannot_be_used_are_told_as_a_result(
    name: str, told: dict[str, Any], said: str, talk: Talk
) -> None:
    found = call(talk, name, told)

    assert found.is_error
    assert said in text(found)
    assert "Traceback" not in text(found)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_tool_that_there_is_not_is_an_error_of_the_protocol(mode: str, talk: Talk) -> None:
    async def brewed(client: Client) -> None:
        with pytest.raises(MCPError, match="There is no tool 'brew_coffee'") as caught:
            await client.call_tool("brew_coffee", {})
        assert caught.value.code == INVALID_PARAMS

    talk(brewed, mode=mode)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_what_nobody_foresaw_tells_nothing_of_the_inside(
    mode: str, talk: Talk, served: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks() -> None:
        raise ZeroDivisionError("secret of the house")

    monkeypatch.setattr(served.service.texts(), "searcher", breaks)

    async def broken(client: Client) -> None:
        with pytest.raises(MCPError, match=r"^Something went wrong that nobody foresaw\.$") as caught:
            await client.call_tool("search_law", {"query": "oil"})
        assert (caught.value.code, caught.value.data) == (INTERNAL_ERROR, None)

    talk(broken, mode=mode)


def test_a_search_that_takes_long_keeps_nobody_else_waiting(
    talk: Talk, served: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, opened = Flag(), Flag(), served.service.texts().searcher

    def slowly() -> Searcher:
        begun.set()
        go_on.wait(30)
        return opened()

    monkeypatch.setattr(served.service.texts(), "searcher", slowly)
    found: list[Any] = []

    async def searched(client: Client) -> None:
        async def search() -> None:
            found.append(await client.call_tool("search_law", {"query": "oil"}))

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(search)
            assert await run_sync(begun.wait, 30)
            others = await client.call_tool("read_provision", {"ids": ["lantern-act/art-2"]})
            assert (ids(others), found) == (["lantern-act/art-2"], [])
            go_on.set()

    talk(searched)
    assert ids(found[0])
