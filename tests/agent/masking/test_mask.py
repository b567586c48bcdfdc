from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.agent.masking import Mask, Recogniser
from copilot.agent.masking.mask import PuttingBack

_BRICKS = st.sampled_from(
    ["<NAME_1>", "NAME_1", "<name 1>", "&lt;NAME_1&gt;", "\\u003cTEXT_2\\u003e", "<", ">", "_1", "\\", '"', "\n", " ",
     "Jane Kowalska", "Kowalska", "jane@bank.example", "DE89370400440532013000", "Project Falcon", "password: x1y2",
     "Article 5", "&lt;", "TEXT", "EMAIL_", "1", ". ", "Mr ", "'s"]
)  # fmt: skip
_ANY = st.one_of(st.text(max_size=60), st.lists(_BRICKS, max_size=12).map("".join))


def test_the_same_words_get_the_same_mark_throughout(mask: Mask) -> None:
    masked = mask.mask_all(("Jane Price met Kowalska.", "Kowalska told Jane Price, and Price sold."))

    assert masked == ("<NAME_1> met <NAME_2>.", "<NAME_2> told <NAME_1>, and <NAME_3> sold.")
    assert mask.put_back("<NAME_3> owes <NAME_2> nothing.") == "Price owes Kowalska nothing."


def test_a_part_of_a_name_is_masked_in_what_left_before_it_was_known(mask: Mask) -> None:
    first = mask.mask_all(("The Light file?", "It is about Project Light."))

    assert first == ("The <CODE_2> file?", "It is about <CODE_1>.") or first == (
        "The <CODE_1> file?",
        "It is about <CODE_2>.",
    )


@pytest.mark.parametrize(
    "written",
    ["<NAME_1>", "<name_1>", "< NAME 1 >", "<NAME-1>", "NAME_1", "&lt;NAME_1&gt;", "\\u003cNAME_1\\u003e"],
)
def test_a_mark_that_a_model_wrote_otherwise_is_put_back(written: str, mask: Mask) -> None:
    mask.mask("Jane Kowalska")

    assert mask.put_back(f"Tell {written}.") == "Tell Jane Kowalska."


@pytest.mark.parametrize("invented", ["<NAME_7>", "<PERSON_1>", "NAME_12", "<NAME>", "name_1"])
def test_a_mark_nobody_gave_out_stays(invented: str, mask: Mask) -> None:
    mask.mask("Jane Kowalska")

    assert mask.put_back(f"Tell {invented}.") == f"Tell {invented}."


def test_what_is_put_back_into_json_is_written_as_json_has_it(mask: Mask) -> None:
    key = '-----BEGIN PRIVATE KEY-----\n"a\\b"\n-----END PRIVATE KEY-----'
    masked = mask.mask(key)

    assert json.loads(mask.put_back(json.dumps({"say": masked}), in_json=True)) == {"say": key}


def test_there_and_back_gives_the_very_text(recogniser: Recogniser) -> None:
    @settings(max_examples=300, deadline=None)
    @given(texts=st.lists(_ANY, min_size=1, max_size=4))
    def holds(texts: list[str]) -> None:
        mask = Mask(recogniser)

        assert [mask.put_back(masked) for masked in mask.mask_all(texts)] == texts

    holds()


def test_no_mark_is_torn_however_a_reply_is_cut(recogniser: Recogniser) -> None:
    @settings(max_examples=300, deadline=None)
    @given(reply=_ANY, cuts=st.lists(st.integers(1, 9), min_size=1, max_size=30))
    def holds(reply: str, cuts: list[int]) -> None:
        mask = Mask(recogniser)
        mask.mask('Jane Kowalska, password: a"b\\c and <TEXT_1>')
        stream = PuttingBack(mask)
        shown, rest = "", reply
        for cut in cuts:
            shown, rest = shown + stream.read(rest[:cut]), rest[cut:]

        assert shown + stream.read(rest) + stream.end() == mask.put_back(reply, in_json=True)

    holds()
