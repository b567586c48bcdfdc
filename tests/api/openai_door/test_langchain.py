"""``langchain-openai``, against the service on a real port."""

from __future__ import annotations

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from tests.api.listening import Listening

QUESTION = "When must a broken lantern be reported?"


@pytest.fixture(scope="module")
def chat(served: Listening) -> ChatOpenAI:
    key = SecretStr(served.key("officer"))
    return ChatOpenAI(
        model="copilot@2026-11-20", base_url=f"{served.address}/v1", api_key=key, max_retries=0
    )


def test_a_question_is_answered_with_its_notes(chat: ChatOpenAI) -> None:
    answered = chat.invoke(QUESTION)

    assert "within 3 days" in answered.text
    assert "[1] [Art. 1(2) Lantern Act](http" in answered.text
    assert answered.response_metadata["finish_reason"] == "stop"
    assert answered.usage_metadata


def test_a_conversation_is_gone_on_with(chat: ChatOpenAI) -> None:
    said = [
        SystemMessage("Be brief."),
        HumanMessage(QUESTION),
        AIMessage("Soon."),
        HumanMessage("And as of 2025-01-01?"),
    ]

    assert "within 14 days" in chat.invoke(said).text


def test_an_answer_is_streamed(chat: ChatOpenAI) -> None:
    chunks = list(chat.stream(QUESTION))

    assert sum(1 for chunk in chunks if chunk.text) > 2
    whole = "".join(chunk.text for chunk in chunks)
    assert "within 3 days" in whole
    assert "[1] [Art. 1(2) Lantern Act](http" in whole


def test_a_refusal_can_be_told(chat: ChatOpenAI) -> None:
    answered = chat.invoke("Should I take aspirin?")

    assert answered.additional_kwargs["refusal"] in answered.text
