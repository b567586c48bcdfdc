"""The law as resources, read by the SDK's own client."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, PromptReference, ResourceTemplateReference

from api.dependencies import today
from tests.api.listening import Listening
from tests.api.mcp_door.conftest import Talk

TEMPLATE = ResourceTemplateReference(uri="law://{+id}{?as_of}")


def read(talk: Talk, uri: str, **who: Any) -> str:
    async def reading(client: Client) -> str:
        (contents,) = (await client.read_resource(uri)).contents
        assert (contents.uri, contents.mime_type) == (uri, "text/markdown")
        return contents.text

    return talk(reading, **who)


def refused(talk: Talk, uri: str, **who: Any) -> str:
    async def refusing(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await client.read_resource(uri)
        assert caught.value.code == INVALID_PARAMS
        return caught.value.message

    said: str = talk(refusing, **who)
    return said


def test_a_provision_reads_as_it_was_worded_on_the_day(talk: Talk) -> None:
    before, after = (
        read(talk, f"law://lantern-act/art-1/2?as_of={day}") for day in ("2025-06-30", "2025-07-01")
    )

    assert before.startswith(
        "# Art. 1(2) Lantern Act\nChapter I · Duties › Article 1 · Lighting duty\nAs of 2025-06-30. Worded from 2020"
    )
    assert ("14 days" in before, "3 days" in before) == (True, False)
    assert ("14 days" in after, "3 days" in after) == (False, True)
    assert "Applies from 2026-01-01: deployer (Art. 2)." in after


def test_an_article_is_read_with_its_parts(talk: Talk) -> None:
    text = read(talk, "law://lantern-act/art-1?as_of=2026-11-20")

    assert "Art. 1(1)(b) (digest): the lantern is in working order." in text


def test_an_act_tells_what_it_holds_on_the_day(talk: Talk) -> None:
    first, now = (read(talk, f"law://lantern-act?as_of={day}") for day in ("2025-01-01", "2026-11-20"))

    assert "# Regulation on lanterns in public streets" in now
    assert "- Art. 3 Inspectors: law://lantern-act/art-3?as_of=2026-11-20" in now
    assert "Art. 3" not in first


def test_without_a_day_it_is_today(talk: Talk) -> None:
    assert f"As of {today()}." in read(talk, "law://lantern-act/art-2")


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("law://lantern-act/art-9", "lantern-act holds no art-9"),
        ("law://lantern-act/art-3?as_of=2024-01-01", "had no wording on 2024-01-01"),
        ("law://lantern-act/art-1?as_of=soon", "'soon' is not a day"),
        ("law://torch-act", "there is no instrument 'torch-act'"),
        ("file:///etc/passwd", "is no resource of this server"),
        ("law://", "is not the id of a provision"),
    ],
)
def test_what_cannot_be_read_is_said(uri: str, said: str, talk: Talk) -> None:
    assert said in refused(talk, uri)


def test_acts_are_listed_page_by_page(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.mcp_door.resources._PAGE", 2)

    async def paged(client: Client) -> None:
        first = await client.list_resources()
        second = await client.list_resources(cursor=first.next_cursor)
        uris = [resource.uri for resource in (*first.resources, *second.resources)]
        assert sorted(uris) == ["law://lantern-act", "law://policy/lamp-care", "law://policy/watch-list"]
        assert (len(first.resources), second.next_cursor) == (2, None)
        with pytest.raises(MCPError, match="cursor"):
            await client.list_resources(cursor="torch-act")

    talk(paged)


def test_the_form_of_a_name_is_told(talk: Talk) -> None:
    async def told(client: Client) -> None:
        (template,) = (await client.list_resource_templates()).resource_templates
        assert template.uri_template == TEMPLATE.uri

    talk(told)


def test_ids_and_days_are_completed(talk: Talk) -> None:
    async def completed(client: Client) -> None:
        ids = await client.complete(TEMPLATE, {"name": "id", "value": "lantern-act/art-1/1"})
        days = await client.complete(
            TEMPLATE, {"name": "as_of", "value": "20"}, {"id": "lantern-act/art-1/2"}
        )
        none = await client.complete(TEMPLATE, {"name": "as_of", "value": ""}, {"id": "Art. 1"})
        assert ids.completion.values == [
            "lantern-act/art-1/1", "lantern-act/art-1/1/a", "lantern-act/art-1/1/b",
        ]  # fmt: skip
        assert (ids.completion.total, ids.completion.has_more) == (3, False)
        assert days.completion.values == ["2020-01-01", "2025-07-01"]
        assert none.completion.values == []
        with pytest.raises(MCPError, match="Nothing is completed"):
            await client.complete(PromptReference(name="any"), {"name": "id", "value": ""})

    talk(completed)


def test_a_text_that_is_closed_is_neither_read_nor_listed_nor_completed(
    served: Listening, talk: Talk
) -> None:
    limited = served.key("officer", audiences=())

    async def look(client: Client) -> None:
        uris = [resource.uri for resource in (await client.list_resources()).resources]
        ids = await client.complete(TEMPLATE, {"name": "id", "value": "policy/"})
        assert "law://policy/watch-list" not in uris
        assert ids.completion.values
        assert not any("watch-list" in name for name in ids.completion.values)

    talk(look, key=limited)
    for closed in ("law://policy/watch-list/1.1", "law://policy/watch-list"):
        never_was = refused(talk, closed.replace("watch-list", "never-was"), key=limited)
        assert refused(talk, closed, key=limited).replace("watch-list", "never-was") == never_was
    assert "Vine Street" in read(talk, "law://policy/watch-list/1.1")
