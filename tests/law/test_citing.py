from datetime import date

from copilot.actor import Actor
from copilot.law import Citing, Corpus, ProvisionId

DAY = date(2026, 1, 1)
REPORTING = ProvisionId.parse("lantern-act/art-1/2")


def test_a_text_is_cited_by_what_refers_to_it_or_to_its_parts(small_corpus: Corpus) -> None:
    citing = Citing.of(small_corpus)

    for cited in (REPORTING, ProvisionId.parse("lantern-act/art-1")):
        assert [str(wording.id) for wording in citing.cited_by(cited, DAY)] == ["policy/lamp-care/1.2"]
    assert citing.cited_by(ProvisionId.parse("lantern-act/art-2"), DAY) == ()


def test_only_what_is_in_force_on_the_day_cites(small_corpus: Corpus) -> None:
    assert Citing.of(small_corpus).cited_by(REPORTING, date(2023, 12, 31)) == ()


def test_a_passage_cites_what_stands_outside_of_it(small_corpus: Corpus) -> None:
    policy = small_corpus.as_of(DAY).passage(ProvisionId.parse("policy/lamp-care/1.2"))

    assert Citing.of(small_corpus).cites(policy) == (REPORTING,)


def test_what_is_closed_to_somebody_cites_nothing_for_them(small_corpus: Corpus) -> None:
    outsider = small_corpus.open_to(Actor("Mr. Wick", frozenset()))

    assert "watch-list" not in str(Citing.of(outsider))
