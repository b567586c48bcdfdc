import subprocess
import sys

import pytest

from copilot.grounding import sentences_in, without_list_number


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Under Art. 26(6) logs are kept. See pt. 5(b).",
            ["Under Art. 26(6) logs are kept.", "See pt. 5(b)."],
        ),
        (
            "See Annex III. Regulation (EU) No 575/2013 applies.",
            ["See Annex III.", "Regulation (EU) No 575/2013 applies."],
        ),
        ("The fine is EUR 7.5 million. It is high.", ["The fine is EUR 7.5 million.", "It is high."]),
        ("1. Light it. 2. Keep it.", ["Light it.", "Keep it."]),
        (
            "The rules:\n- light it\n(a) keep it;\n(b) sell it.",
            ["The rules:", "light it", "keep it;", "sell it."],
        ),
        ("", []),
    ],
)
def test_sentences_are_cut_as_lawyers_read_them(text: str, sentences: list[str]) -> None:
    found = sentences_in(text)

    assert [sentence.text for sentence in found] == sentences
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [("2. Light it.", "Light it."), ("(iv) Light it.", "Light it."), ("2026 was dark.", "2026 was dark.")],
)
def test_the_number_in_a_list_is_no_part_of_a_sentence(text: str, said: str) -> None:
    assert without_list_number(text) == said


def test_the_splitter_is_not_loaded_with_the_package() -> None:
    code = "import sys, copilot.grounding; print('nupunkt' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout == "False\n"
