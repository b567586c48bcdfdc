from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.law import ProvisionId, load_corpus
from copilot.law.references import InstrumentNames, parse
from tests.law.known_names import NAMES, instrument


@pytest.mark.parametrize(
    ("provision_id", "citation"),
    [
        ("eu-ai-act/art-26/6", "Art. 26(6) AI Act"),
        ("eu-ai-act", "AI Act"),
        ("nist-ai-rmf/govern-1.1", "GOVERN 1.1 NIST AI RMF"),
        ("policy/personal-dealing/3.2", "§ 3.2 Personal account dealing and restricted list policy"),
    ],
)
def test_a_provision_is_cited_with_itsinstrument(provision_id: str, citation: str) -> None:
    assert NAMES.cite(ProvisionId.parse(provision_id)) == citation


def test_a_name_that_two_share_names_neither() -> None:
    names = InstrumentNames.of(
        (instrument("mar", "MAR", "regulation"), instrument("uk-mar", "MAR", "regulation", "British MAR"))
    )

    assert [str(found.id) for found in parse("Article 12 MAR", names)] == ["mar/art-12"]
    assert names.cite(ProvisionId.parse("uk-mar/art-12")) == "Art. 12 British MAR"


_letter = st.sampled_from(["a", "b", "i", "iii", "v", "x", "ba", "note"])
_number = st.from_regex(r"[1-9][0-9]{0,2}[a-c]?", fullmatch=True)
_division = st.sampled_from(["sec-a", "sec-1", "sec-ii", "table-2", "part-c", "appendix-a", "note-1"])
_made_in_no_known_way = st.from_regex(r"[a-z0-9]{1,5}(?:[.-][a-z0-9]{1,3}){0,2}", fullmatch=True)
_top = st.one_of(
    _number.map("art-{}".format),
    _number.map("rec-{}".format),
    st.sampled_from(["anx-1", "anx-14", "anx-39", "anx-3a", "anx-a"]),
    st.sampled_from(["govern-1.1", "measure-2.11", "manage-4", "risk-4", "characteristic-2"]),
    st.sampled_from(["3", "3.2", "20-871", "6-1-1702", "a.6.2.3", "cc7.2", "p1.1"]),
    _division,
    _made_in_no_known_way,
)
_below = st.one_of(
    _letter,
    _number,
    st.sampled_from(["3.1", "4.10", "pai-4", "gv-1.1-001", "ms-2.11-012"]),
    st.integers(2, 30).map("sub-{}".format),
    st.integers(1, 12).map("i{}".format),
    _division,
    _top,
)
_acts = st.sampled_from([instrument for instrument, kind in NAMES.kinds.items() if kind != "policy"])
_policies = st.sampled_from([instrument for instrument, kind in NAMES.kinds.items() if kind == "policy"])
_sections = st.sampled_from(["3", "3.2", "10.2.4"])


def _is_written(provision_id: ProvisionId) -> bool:
    """Whether the format knows such an id; sections of a standard are numbers without a word."""
    of_standard = NAMES.kinds[provision_id.instrument] == "standard"
    return not (of_standard and provision_id.segments[0].startswith("sec-"))


@given(
    _acts.map(ProvisionId)
    | st.builds(ProvisionId, _acts, st.tuples(_top)).filter(_is_written)
    | st.builds(ProvisionId, _acts, st.tuples(_top, _below)).filter(_is_written)
    | st.builds(ProvisionId, _acts, st.tuples(_top, _below, _below, _below)).filter(_is_written)
    | st.builds(ProvisionId, _policies, st.tuples(_sections, _letter | _number))
)
def test_every_id_is_read_back_from_its_citation(provision_id: ProvisionId) -> None:
    assert [found.id for found in parse(NAMES.cite(provision_id), NAMES)] == [provision_id]


def test_every_id_of_the_corpus_is_read_back_from_its_citation() -> None:
    corpus = load_corpus(policies=None)
    names = InstrumentNames.of(corpus.instruments.values())
    held = {ProvisionId(instrument) for instrument in corpus.instruments}
    held.update(wording.id for wording in corpus.wordings())

    misread = [one for one in held if [found.id for found in parse(names.cite(one), names)] != [one]]

    assert misread == []


_words = st.sampled_from(
    (
        "Article Articles Art. Annex Annexes point points paragraph Section of to and or , ( ) (a) (b) (i) (1) "
        "1 2 9 15 4a 3.1 III first second subparagraph this that its Regulation GDPR MAR AI Act 2014/33/EU § "
        "thereof – recitals unit sentence Chapter GOVERN 1.1 PAI CC7.2 GV-1.1-001 personal dealing policy Table "
        "UK EU ’ s . ;"
    ).split()
)
_texts = st.one_of(
    st.text(),
    st.lists(_words, max_size=25).map("\u00a0".join),
    st.lists(_words, max_size=25).map("\n".join),
    st.lists(_words, max_size=12).map("".join),
)
_places = st.sampled_from(
    [
        "eu-ai-act",
        "eu-ai-act/art-6/3/sub-2",
        "eu-ai-act/anx-3/5/b",
        "gdpr/rec-5",
        "policy/inside-lists/3.2/b",
    ]
).map(ProvisionId.parse)


@given(_texts, st.none() | _places, st.none() | _acts)
def test_any_text_is_read_and_only_the_units_of_a_range_share_words(
    text: str, within: ProvisionId | None, default: str | None
) -> None:
    found = parse(text, NAMES, within=within, default=default)

    assert all(text[one.start : one.end] == one.text != "" for one in found)
    assert all(ProvisionId.parse(str(one.id)) == one.id for one in found)
    places = [(one.start, one.end) for one in found]
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(places))
