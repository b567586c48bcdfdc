import re
from datetime import date

import pytest

from copilot.errors import CorpusError
from copilot.law import Corpus, load_corpus
from copilot.rules.crosswalk import CrosswalkTable, read_crosswalk, shipped_crosswalk

TODAY = date(2026, 11, 20)
_HEAD = """\
sources:
  - {id: ours, kind: our reading, title: Ours}
frameworks:
  - {id: eu-ai-act, units: "art-4"}
  - {id: soc-2, units: "cc1.4"}
"""
_APART = "apart:\n  - {unit: eu-ai-act/art-43, to: [soc-2], reason: None.}\n"
_PAIR = "  - {of: eu-ai-act/art-4, and: soc-2/cc1.4, strength: partial, source: ours, reason: Yes.}\n"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


@pytest.fixture(scope="module")
def table(corpus: Corpus) -> CrosswalkTable:
    return shipped_crosswalk(corpus)


def test_the_shipped_table_is_large_and_every_pair_says_whose_reading_it_is(table: CrosswalkTable) -> None:
    assert len(table.pairs) >= 90
    assert {table.source_of(pair).kind for pair in table.pairs} == {"our reading"}


@pytest.mark.parametrize("article", [4, *range(9, 21), 26, 27, 49, 50, 72, 73])
def test_the_articles_asked_for_are_paired(article: int, table: CrosswalkTable) -> None:
    paired = {
        pair.to.instrument
        for pair in table.both_ways
        if pair.of.instrument == "eu-ai-act" and pair.of.segments[0] == f"art-{article}"
    }

    assert {"nist-ai-rmf", "iso-42001"} <= paired


def test_every_subcategory_of_the_framework_is_paired_with_the_standard(
    table: CrosswalkTable, corpus: Corpus
) -> None:
    subcategory = re.compile(r"nist-ai-rmf/(govern|map|measure|manage)-\d\.\d+")
    asked = {str(unit.id) for unit in corpus.as_of(TODAY) if subcategory.fullmatch(str(unit.id))}
    paired = {str(pair.of) for pair in table.both_ways if pair.to.instrument == "iso-42001"}

    assert len(asked) == 72
    assert asked <= paired


def test_nothing_in_soc_2_is_said_to_have_the_aim_of_the_ai_act(table: CrosswalkTable) -> None:
    assert {
        pair.strength
        for pair in table.both_ways
        if (pair.of.instrument, pair.to.instrument) == ("eu-ai-act", "soc-2")
    } == {"partial"}


def test_a_table_is_read(corpus: Corpus) -> None:
    (pair,) = read_crosswalk(f"{_HEAD}{_APART}pairs:\n{_PAIR}", "x.yaml", corpus).pairs

    assert (str(pair.of), str(pair.to), pair.strength) == ("eu-ai-act/art-4", "soc-2/cc1.4", "partial")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("soc-2/cc1.4", "soc-2/cc9.9", 9, "holds no cc9.9"),
        ("soc-2/cc1.4", "gdpr/art-5", 9, "of no framework listed"),
        ("soc-2/cc1.4", "SOC 2", 9, "not the id of a provision"),
        ("soc-2/cc1.4", "eu-ai-act/art-9", 9, "of one framework"),
        ("strength: partial", "strength: strong", 9, "strength"),
        ("source: ours", "source: theirs", 9, "no source is called 'theirs'"),
        ("reason: Yes.", "reason: ''", 9, "reason"),
        ("reason: Yes.", "note: Yes.", 9, "reason"),
        ("art-43", "art-430", 7, "holds no art-430"),
        ("art-43", "art-4", 7, "has a counterpart after all"),
        ("pairs:", "pairs: {", 9, "not YAML"),
    ],
)
def test_a_fault_names_file_and_line(old: str, new: str, line: int, message: str, corpus: Corpus) -> None:
    text = f"{_HEAD}{_APART}pairs:\n{_PAIR}".replace(old, new)

    with pytest.raises(CorpusError) as caught:
        read_crosswalk(text, "x.yaml", corpus)

    assert message in str(caught.value)
    assert (caught.value.file, caught.value.line) == ("x.yaml", line)


def test_a_pair_stands_once_in_whichever_direction(corpus: Corpus) -> None:
    turned = "  - {of: soc-2/cc1.4, and: eu-ai-act/art-4, strength: partial, source: ours, reason: Yes.}\n"

    with pytest.raises(CorpusError, match="paired twice") as caught:
        read_crosswalk(f"{_HEAD}{_APART}pairs:\n{_PAIR}{turned}", "x.yaml", corpus)
    assert caught.value.line == 10
