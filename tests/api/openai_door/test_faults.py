"""What OpenAI's own client is told when a request cannot be answered."""

from __future__ import annotations

from typing import Any

import httpx
import openai as errors
import pytest
from fastapi import FastAPI
from openai import OpenAI

from copilot.errors import IndexUnavailable, NoRoom, TooMuch
from tests.api.listening import Listening

ASKED: Any = [{"role": "user", "content": "When must a broken lantern be reported?"}]


def told(error: errors.APIStatusError) -> dict[str, Any]:
    """The body of an error; a client has unpacked it."""
    body = error.body
    assert isinstance(body, dict)
    assert set(body) == {"message", "type", "param", "code"}
    return body


@pytest.mark.parametrize(
    ("wrong", "param", "code"),
    [
        ({"messages": []}, "messages", "invalid_value"),
        ({"messages": "Hello"}, "messages", "invalid_value"),
        ({"messages": [{"role": "judge", "content": "Hello"}]}, "messages[0].role", "invalid_value"),
        ({"messages": [{"role": "user", "content": 7}]}, "messages[0].content", "invalid_value"),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]},
            "messages[0].content",
            "unsupported_value",
        ),
        ({"messages": [*ASKED, {"role": "assistant", "content": "Within"}]}, "messages", "invalid_value"),
        ({"messages": [{"role": "system", "content": "Be brief."}]}, "messages", "invalid_value"),
        ({"stream": "often"}, "stream", "invalid_value"),
        ({"stream_options": {"include_usage": True}}, "stream_options", "invalid_value"),
        ({"as_of": "soon"}, "as_of", "invalid_value"),
        ({"conversation": "mine"}, "conversation", "invalid_value"),
        ({"n": 2}, "n", "unsupported_parameter"),
        ({"tools": [{"type": "function"}]}, "tools", "unsupported_parameter"),
        ({"tool_choice": "required"}, "tool_choice", "unsupported_parameter"),
        ({"functions": [{"name": "f"}]}, "functions", "unsupported_parameter"),
        ({"response_format": {"type": "json_schema"}}, "response_format", "unsupported_parameter"),
        ({"response_format": {"type": "json_object"}}, "response_format", "unsupported_parameter"),
        ({"modalities": ["text", "audio"]}, "modalities", "unsupported_parameter"),
        ({"audio": {"voice": "x", "format": "wav"}}, "audio", "unsupported_parameter"),
        ({"logprobs": True}, "logprobs", "unsupported_parameter"),
        ({"top_logprobs": 3}, "top_logprobs", "unsupported_parameter"),
        ({"web_search_options": {}}, "web_search_options", "unsupported_parameter"),
        ({"moderation": {"model": "x"}}, "moderation", "unsupported_parameter"),
    ],
)
def test_a_request_that_cannot_be_taken_names_the_field(
    wrong: dict[str, Any], param: str, code: str, openai: OpenAI
) -> None:
    asked: dict[str, Any] = {"model": "copilot", "messages": ASKED} | wrong

    with pytest.raises(errors.BadRequestError) as caught:
        openai.post("/chat/completions", body=asked, cast_to=object)

    fault = told(caught.value)
    assert (fault["param"], fault["code"], fault["type"]) == (param, code, "invalid_request_error")


def test_what_asks_for_nothing_is_taken(openai: OpenAI) -> None:
    nothing: dict[str, Any] = {
        "n": 1, "tools": [], "tool_choice": "none", "functions": [], "modalities": ["text"], "logprobs": False,
        "stream": None, "something_new": {"of": "next year"},
    }  # fmt: skip

    answered = openai.post(
        "/chat/completions", body={"model": "copilot", "messages": ASKED} | nothing, cast_to=dict[str, Any]
    )

    assert answered["choices"][0]["finish_reason"] == "stop"


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"{", "invalid_json"), (b"[]", "invalid_value"), (b"", "missing_required_parameter")],
)
def test_a_body_that_is_no_request(body: bytes, code: str, served: Listening) -> None:
    headers = {"Authorization": f"Bearer {served.key('officer')}", "Content-Type": "application/json"}

    answer = httpx.post(f"{served.address}/v1/chat/completions", content=body, headers=headers)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


def test_a_missing_field_is_named(openai: OpenAI) -> None:
    with pytest.raises(errors.BadRequestError) as caught:
        openai.post("/chat/completions", body={"messages": ASKED}, cast_to=object)

    assert (told(caught.value)["param"], told(caught.value)["code"]) == (
        "model",
        "missing_required_parameter",
    )


@pytest.mark.parametrize("words", ["", " ? ", "why " * 3_000])
def test_a_question_that_is_none(words: str, openai: OpenAI) -> None:
    with pytest.raises(errors.BadRequestError) as caught:
        openai.chat.completions.create(model="copilot", messages=[{"role": "user", "content": words}])

    assert told(caught.value)["code"] == "unusable_question"


@pytest.mark.parametrize("stream", [False, True])
def test_an_unknown_model(stream: bool, openai: OpenAI) -> None:
    with pytest.raises(errors.NotFoundError) as caught:
        openai.chat.completions.create(model="gpt-6-astra", messages=ASKED, stream=stream)

    assert (told(caught.value)["param"], told(caught.value)["code"]) == ("model", "model_not_found")


def test_a_key_that_is_not_known(served: Listening) -> None:
    served.key("officer")

    with (
        OpenAI(base_url=f"{served.address}/v1", api_key="cpk_forged", max_retries=0) as client,
        pytest.raises(errors.AuthenticationError) as caught,
    ):
        client.chat.completions.create(model="copilot", messages=ASKED)

    assert told(caught.value)["code"] == "invalid_api_key"
    assert caught.value.response.headers["www-authenticate"] == "Bearer"


def test_a_key_that_may_not_ask(served: Listening) -> None:
    key = served.key("auditor")

    with (
        OpenAI(base_url=f"{served.address}/v1", api_key=key, max_retries=0) as client,
        pytest.raises(errors.PermissionDeniedError) as caught,
    ):
        client.models.list()

    assert told(caught.value)["code"] == "not_permitted"


def test_a_request_that_is_too_large(openai: OpenAI) -> None:
    with pytest.raises(errors.APIStatusError) as caught:
        openai.chat.completions.create(
            model="copilot", messages=[{"role": "user", "content": "x" * 3_000_000}]
        )

    assert caught.value.status_code == 413
    assert told(caught.value)["type"] == "invalid_request_error"


def test_who_asks_too_much_is_told_when_to_come_again(
    openai: OpenAI, served: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise TooMuch(
            "more was asked than may be at a time", remedy="Try again in 7 seconds.", retry_after=7
        )

    monkeypatch.setattr(served.service, "answering", refuse)

    with pytest.raises(errors.RateLimitError) as caught:
        openai.chat.completions.create(model="copilot", messages=ASKED)

    assert (told(caught.value)["code"], told(caught.value)["type"]) == (
        "rate_limit_exceeded",
        "rate_limit_error",
    )
    assert caught.value.response.headers["retry-after"] == "7"


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoRoom("no more questions can wait", remedy="Ask again shortly.", retry_after=5), "no_room"),
        (IndexUnavailable("there is no index yet", remedy="Build it."), "index_unavailable"),
    ],
)
def test_a_service_that_cannot_answer_now(
    error: Exception,
    code: str,
    stream: bool,
    openai: OpenAI,
    served: Listening,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        raise error

    monkeypatch.setattr(served.service, "answering", refuse)

    with pytest.raises(errors.InternalServerError) as caught:
        openai.chat.completions.create(model="copilot", messages=ASKED, stream=stream)

    assert caught.value.status_code == 503
    assert (told(caught.value)["code"], told(caught.value)["type"]) == (code, "server_error")


def test_an_address_beside_ours_is_told_of_problems_as_ever(app: FastAPI, served: Listening) -> None:
    key = {"Authorization": f"Bearer {served.key('officer')}"}

    beside = httpx.get(f"{served.address}/v1/nothing", headers=key)
    ours = httpx.get(f"{served.address}/v1/chat/nothing", headers=key)

    assert (beside.status_code, beside.json()["type"]) == (404, "about:blank")
    assert (ours.status_code, ours.json()["error"]["type"]) == (404, "invalid_request_error")
