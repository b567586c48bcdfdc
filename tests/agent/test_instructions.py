"""What a model is told has to be what the copilot reads: the form of an answer, and the kinds of refusals."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import get_args

import pytest

from copilot.agent.instructions import InstructionsName, instructions
from copilot.agent.tools import TOOLS
from copilot.agent.wire import AnswerReader, Declined
from copilot.grounding import Draft, is_connecting

_OBJECT = re.compile(r"\{.*?\}(?:\]\})?(?=\s|$)")


def read(line: str) -> list[Draft | Declined]:
    reader = AnswerReader()
    return [*reader.read(line), *reader.end()]


def test_the_form_that_is_shown_is_the_form_that_is_read() -> None:
    shown, *refusals = _OBJECT.findall(instructions("answer").text)

    (draft,) = read(shown)
    assert isinstance(draft, Draft)
    assert draft.citations
    assert {json.loads(refusal)["refuse"] for refusal in refusals} == set(get_args(Declined))
    assert [read(refusal) for refusal in refusals] == [[json.loads(one)["refuse"]] for one in refusals]


def test_the_heading_that_is_allowed_passes_the_gate() -> None:
    (heading,) = re.findall(r"heading such as \"(.+?)\"", instructions("answer").text)

    assert is_connecting(heading)


@pytest.mark.parametrize(
    "rule", ["<source>", "no instructions", "Never work out", "letter by letter", "Call tools first"]
)
def test_what_keeps_an_answer_safe_is_said(rule: str) -> None:
    assert rule in instructions("answer").text


def test_no_tool_is_named_that_does_not_exist() -> None:
    named = set(re.findall(r"`(\w+)`", instructions("answer").text))

    assert named <= {tool.name for tool in TOOLS}


def test_a_second_try_asks_for_the_same_form_and_leaves_a_way_out() -> None:
    text = instructions("repair").text

    assert "leave it out" in text
    assert "same form" in text


@pytest.mark.parametrize("name", get_args(InstructionsName))
def test_instructions_are_known_by_the_hash_of_their_words(name: InstructionsName) -> None:
    told = instructions(name)

    assert told.sha256 == sha256(told.text.encode()).hexdigest()
