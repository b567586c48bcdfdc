from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import CorpusError, NotInForce, UnknownProvision
from copilot.law import Corpus, Period, ProvisionId, load_corpus

REPORTING = ProvisionId.parse("lantern-act/art-1/2")


def test_as_of_gives_the_wording_of_the_day(small_corpus: Corpus) -> None:
    before = small_corpus.as_of(date(2025, 6, 30)).provision(REPORTING)
    after = small_corpus.as_of(date(2025, 7, 1)).provision(REPORTING)

    assert "14 days" in before.text
    assert "3 days" in after.text
    assert before.sha256 != after.sha256


def test_a_timeline_holds_every_wording_in_order(small_corpus: Corpus) -> None:
    wordings = small_corpus.timeline(REPORTING)

    assert [wording.in_force for wording in wordings] == [
        Period(date(2020, 1, 1), date(2025, 7, 1)),
        Period(date(2025, 7, 1)),
    ]


def test_a_passage_is_a_provision_with_its_parts(small_corpus: Corpus) -> None:
    passage = small_corpus.as_of(date(2026, 1, 1)).passage(ProvisionId.parse("lantern-act/art-1"))

    assert [part.label for part in passage] == [
        "Art. 1",
        "Art. 1(1)",
        "Art. 1(1)(a)",
        "Art. 1(1)(b)",
        "Art. 1(2)",
    ]


def test_a_provision_without_a_wording_on_the_day_says_when_it_has_one(small_corpus: Corpus) -> None:
    law = small_corpus.as_of(date(2024, 1, 1))

    with pytest.raises(NotInForce, match="had no wording on 2024-01-01") as error:
        law.provision(ProvisionId.parse("lantern-act/art-3"))
    assert "from 2025-07-01" in error.value.remedy


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lantern-act/art-99", "lantern-act holds no art-99"),
        ("neon-act/art-1", "there is no instrument 'neon-act'"),
    ],
)
def test_an_unknown_provision_says_what_is_unknown(text: str, said: str, small_corpus: Corpus) -> None:
    with pytest.raises(UnknownProvision, match=said):
        small_corpus.timeline(ProvisionId.parse(text))


@given(st.dates(min_value=date(2019, 1, 1), max_value=date(2030, 1, 1)))
def test_on_every_day_each_provision_has_one_wording_or_none(small_corpus: Corpus, day: date) -> None:
    law = small_corpus.as_of(day)

    ids = [wording.id for wording in law]
    assert len(ids) == len(set(ids)) == len(law)
    assert all(day in wording.in_force for wording in law)
    assert (REPORTING in law) == (day >= date(2020, 1, 1))


def _with(texts: Path, tmp_path: Path, file: str, addition: str) -> Path:
    """A copy of the texts with something added to one file."""
    for source in texts.rglob("*"):
        if source.is_file():
            copy = tmp_path / source.relative_to(texts)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(source.read_text())
    with (tmp_path / file).open("a") as stream:
        stream.write(addition)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "addition", "said"),
    [
        ("lantern-act/01-duties.md", "\n### Article 2 · Oil\n\nAgain.\n", "on some days it has two wordings"),
        ("policies/lamp-care.md", "1.1 The same number again.\n", "section 1.1 stands after section 1.2"),
        ("lantern-act/application.yaml", "- {covers: [art-9], binds: 2021-01-01, basis: art-2, "
         "stated: {from: 2020-01-01}}\n", "entry 3 names lantern-act/art-9"),
        ("lantern-act/application.yaml", "- {covers: [all], binds: 2021-01-01, until: 2020-01-01, basis: art-2, "
         "stated: {from: 2020-01-01}}\n", "holds no day"),
        ("lantern-act/instrument.yaml", "colour: brass\n", "colour: Extra inputs are not permitted"),
    ],
)  # fmt: skip
def test_a_fault_across_files_is_named(
    file: str, addition: str, said: str, texts: Path, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError) as error:
        load_corpus(policies=None, texts=_with(texts, tmp_path, file, addition))

    assert said in str(error.value)
    assert Path(file).name in str(error.value)


def test_two_wordings_that_do_not_overlap_are_no_fault(texts: Path, tmp_path: Path) -> None:
    day = date(2019, 1, 1)
    addition = f"\n### Article 2 · Oil {{from {day} until {day + timedelta(days=30)}}}\n\nWhale oil may be burnt.\n"
    with pytest.raises(CorpusError, match="holds no day"):
        load_corpus(policies=None, texts=_with(texts, tmp_path, "lantern-act/01-duties.md", addition))


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return load_corpus(policies=None)


@given(st.dates(min_value=date(2016, 1, 1), max_value=date(2035, 1, 1)))
@settings(max_examples=60, deadline=None)
def test_the_shipped_law_has_one_wording_of_each_provision_on_every_day(shipped: Corpus, day: date) -> None:
    law = shipped.as_of(day)

    ids = [wording.id for wording in law]
    assert len(ids) == len(set(ids))
    assert all(day in wording.in_force for wording in law)
    assert all(law.provision(provision_id).id == provision_id for provision_id in ids[:50])


def test_what_counts_is_all_there(shipped: Corpus) -> None:
    law = shipped.as_of(date(2026, 11, 20))

    def tops(instrument: str, kind: str) -> int:
        return len(
            {
                wording.id.segments[0]
                for wording in law
                if wording.instrument == instrument and wording.id.segments[0].startswith(kind)
            }
        )

    assert (tops("eu-ai-act", "art-"), tops("eu-ai-act", "anx-"), tops("eu-ai-act", "rec-")) == (
        119,
        14,
        180,
    )
    assert (tops("sfdr", "art-"), tops("sfdr-rts", "art-"), tops("mar", "art-")) == (22, 68, 41)
    ids = {str(wording.id) for wording in law}
    assert all(f"sfdr-rts/anx-1/pai-{number}" in ids for number in range(1, 19))
    assert all(f"sfdr-rts/anx-1/table-2/{number}" in ids for number in range(1, 23))
    assert all(f"sfdr-rts/anx-1/table-3/{number}" in ids for number in range(1, 25))
    assert "eu-ai-act/art-10/5" not in ids
    actions = [name for name in ids if name.startswith("nist-ai-600-1/") and name.count("/") == 2]
    assert sum("-0" in name.rpartition("/")[2] for name in actions) == 212


def test_what_is_closed_to_somebody_is_as_unknown_to_them_as_what_is_not_held(small_corpus: Corpus) -> None:
    outsider = small_corpus.open_to(Actor("Mr. Wick", frozenset()))
    closed, nothing = (ProvisionId.parse(f"policy/{name}/1.1") for name in ("watch-list", "watch-none"))

    said = []
    for unknown in (closed, nothing):
        with pytest.raises(UnknownProvision) as error:
            outsider.as_of(date(2026, 1, 1)).provision(unknown)
        said.append((str(error.value), error.value.remedy))
    assert said[0] == tuple(text.replace("watch-none", "watch-list") for text in said[1])
    assert "policy/watch-list" not in outsider.instruments


def test_who_is_meant_sees_what_is_closed_to_others(small_corpus: Corpus) -> None:
    closed = ProvisionId.parse("policy/watch-list/1.1")
    insider = small_corpus.open_to(Actor("Ms. Flint", frozenset({"control-room", "lighters"})))

    assert insider.timeline(closed) == small_corpus.timeline(closed)
    assert small_corpus.open_to(Actor("officer", frozenset({EVERY_AUDIENCE}))) is small_corpus


def test_those_who_may_see_the_same_share_what_they_see(small_corpus: Corpus) -> None:
    first, second = (Actor(name, frozenset({"lighters", name})) for name in ("Mr. Wick", "Ms. Vane"))

    assert small_corpus.open_to(first) is small_corpus.open_to(second)


def test_the_provisions_of_one_act_come_in_the_order_of_the_text(small_corpus: Corpus) -> None:
    law = small_corpus.as_of(date(2026, 1, 1))

    assert [str(wording.id) for wording in law.of_instrument("policy/lamp-care")] == [
        "policy/lamp-care/1",
        "policy/lamp-care/1.1",
        "policy/lamp-care/1.2",
    ]
    with pytest.raises(UnknownProvision):
        law.of_instrument("no-such-act")
