"""OpenAI's own client, against the service on a real port: answers as they come into being."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any

import httpx
import openai as errors
import pytest
from openai import OpenAI
from openai.types.chat import ChatCompletionChunk

from copilot.errors import RecordsUnavailable
from tests.api.held import Hold
from tests.api.listening import Listening

QUESTION = "When must a broken lantern be reported?"
ASKED: Any = [{"role": "user", "content": QUESTION}]
BODY = {"model": "copilot@2026-11-20", "messages": ASKED}


def streamed(openai: OpenAI, **more: Any) -> list[ChatCompletionChunk]:
    return list(openai.chat.completions.create(**BODY, stream=True, **more))


def content(chunks: list[ChatCompletionChunk]) -> str:
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)


def annotations(chunks: list[ChatCompletionChunk]) -> list[dict[str, Any]]:
    deltas = (chunk.choices[0].delta.to_dict() for chunk in chunks if chunk.choices)
    return list(chain.from_iterable(delta.get("annotations", ()) for delta in deltas))


def test_a_stream_has_the_text_and_the_annotations_of_the_whole_answer(openai: OpenAI) -> None:
    chunks = streamed(openai)

    whole = openai.chat.completions.create(**BODY).choices[0].message
    beginning, _, _ = content(chunks).partition("\n\nAs of 2026-11-20. Record ")
    assert beginning == (whole.content or "").partition("\n\nAs of 2026-11-20. Record ")[0]
    assert annotations(chunks) == [annotation.to_dict() for annotation in whole.annotations or ()] != []


def test_every_annotation_fits_the_text_that_was_streamed(openai: OpenAI) -> None:
    chunks = streamed(openai)

    for annotation in annotations(chunks):
        cited, leaning = annotation["url_citation"], annotation["copilot"]
        note = content(chunks)[cited["start_index"] : cited["end_index"]]
        assert note == f"[{leaning['number']}]"


def test_each_statement_is_a_chunk_and_the_last_one_ends_it(openai: OpenAI) -> None:
    first, *statements, last = streamed(openai)

    assert (first.choices[0].delta.role, first.choices[0].delta.content) == ("assistant", "")
    assert any("within 3 days" in (chunk.choices[0].delta.content or "") for chunk in statements)
    assert {chunk.choices[0].finish_reason for chunk in statements} == {None}
    assert last.choices[0].finish_reason == "stop"
    assert last.to_dict()["copilot"]["as_of"] == "2026-11-20"
    assert len({chunk.id for chunk in (first, *statements, last)}) == 1


def test_usage_comes_in_a_chunk_of_its_own_where_it_is_wanted(openai: OpenAI) -> None:
    *others, last = streamed(openai, stream_options={"include_usage": True})

    whole = openai.chat.completions.create(**BODY)
    assert (last.choices, [chunk.usage for chunk in others]) == ([], [None] * len(others))
    assert last.usage is not None
    assert last.usage.prompt_tokens == whole.usage.prompt_tokens if whole.usage else 0
    assert all(chunk.usage is None for chunk in streamed(openai))


def test_the_client_puts_a_stream_together(openai: OpenAI) -> None:
    with openai.chat.completions.stream(**BODY) as stream:
        whole = stream.get_final_completion()

    message = whole.choices[0].message
    assert "within 3 days" in (message.content or "")
    cited = [annotation.url_citation.title for annotation in message.annotations or ()]
    assert "Art. 1(2) Lantern Act" in cited
    assert len(cited) == len(annotations(streamed(openai)))


def test_a_refusal_is_streamed_as_content_and_as_refusal(openai: OpenAI) -> None:
    asked: Any = [{"role": "user", "content": "Should I take aspirin?"}]

    chunks = list(openai.chat.completions.create(model="copilot", messages=asked, stream=True))

    assert content(chunks).startswith("No answer (out of scope).")
    assert (chunks[-1].choices[0].delta.refusal or "") in content(chunks)
    assert chunks[-1].choices[0].delta.refusal


def test_on_the_wire_what_is_being_done_is_a_comment_and_the_end_is_said(served: Listening) -> None:
    key = {"Authorization": f"Bearer {served.key('officer')}"}

    answer = httpx.post(f"{served.address}/v1/chat/completions", json={**BODY, "stream": True}, headers=key)

    events = answer.text.removesuffix("\n\n").split("\n\n")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert ": Looking through the law" in events
    assert events[-1] == "data: [DONE]"
    assert all(json.loads(event[len("data: ") :]) for event in events[:-1] if event.startswith("data: "))


def test_a_statement_is_there_before_the_answer_is_whole(openai: OpenAI, hold: Hold) -> None:
    held = hold()

    with openai.chat.completions.create(**BODY, stream=True) as stream:
        shown = next(chunk for chunk in stream if chunk.choices[0].delta.content)
        assert not held.go_on.is_set()
        held.go_on.set()
        rest = content([shown, *stream])

    assert "Record" in rest


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            RecordsUnavailable("the disk is full", remedy="Make room."),
            "the disk is full. Make room. .*not recorded",
        ),
        (ZeroDivisionError("secret"), "^The answer broke off.$"),
    ],
)
def test_an_answer_that_breaks_off_says_so_and_is_not_ended(
    error: Exception, said: str, openai: OpenAI, hold: Hold
) -> None:
    hold(error)
    chunks: list[ChatCompletionChunk] = []

    with pytest.raises(errors.APIError, match=said):
        chunks.extend(openai.chat.completions.create(**BODY, stream=True))


def test_who_leaves_leaves_an_answer_that_is_finished_and_recorded(
    openai: OpenAI, served: Listening, hold: Hold
) -> None:
    held = hold()
    stream = openai.chat.completions.create(**BODY, stream=True)
    next(stream)
    assert held.shown.wait(30)

    stream.close()
    held.go_on.set()

    assert held.finished.wait(30)
    assert [entry.kind for entry in served.service.ledger().entries()][-2:] == ["question", "answer"]
