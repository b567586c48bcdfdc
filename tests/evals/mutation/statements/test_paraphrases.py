from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law import load_corpus
from evals.mutation.statements import Paraphrase, read_paraphrases
from evals.mutation.statements.paraphrases import FILE


@pytest.fixture(scope="module")
def paraphrases() -> tuple[Paraphrase, ...]:
    return read_paraphrases()


def test_each_quote_is_verbatim_and_in_force_on_its_day(paraphrases: tuple[Paraphrase, ...]) -> None:
    corpus = load_corpus(policies=None)
    laws = {day: corpus.as_of(day) for day in {one.as_of for one in paraphrases}}

    lost = [one.id for one in paraphrases if one.quote not in laws[one.as_of].provision(one.source).text]
    assert lost == []


def test_there_are_enough_of_each_instrument(paraphrases: tuple[Paraphrase, ...]) -> None:
    count = Counter(one.source.instrument.partition("/")[0] for one in paraphrases)

    assert len(paraphrases) >= 250
    assert count["sfdr"] + count["sfdr-rts"] >= 40
    assert all(count[name] >= 20 for name in ("eu-ai-act", "mar", "gdpr", "nist-ai-rmf", "policy"))


def test_none_is_told_twice_and_none_is_the_quote(paraphrases: tuple[Paraphrase, ...]) -> None:
    assert len({one.id for one in paraphrases}) == len(paraphrases)
    assert len({one.text for one in paraphrases}) == len(paraphrases)
    assert all(one.text not in one.quote for one in paraphrases)


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_text('\n{"id": "x", "source": "mar/art-15"}\n')

    with pytest.raises(CorpusError, match=r"paraphrases\.jsonl:2: quote: Field required"):
        read_paraphrases(tmp_path / FILE.name)


def test_the_day_is_one_on_which_the_suite_reads_the_law(paraphrases: tuple[Paraphrase, ...]) -> None:
    assert {one.as_of for one in paraphrases} == {date(2026, 11, 20)}
