from datetime import date

from copilot.grounding import Evidence
from copilot.law import Corpus, ProvisionId
from tests.grounding.builders import ARTICLE, DAY, evidence, layered, provision, result


def test_each_source_has_the_name_it_is_cited_by() -> None:
    held = evidence(provision(), results=(result(), result()))

    assert [name for name, _ in held] == [ARTICLE, "tool:lamp_check/1", "tool:lamp_check/2"]
    assert held.called(" tool:lamp_check/2 ") == (result(),)
    assert held.called("tool:lamp_check/3") == ()


def test_the_official_wording_comes_first() -> None:
    digest, official = layered("digest", "Ours."), layered("official", "Theirs.")

    assert evidence(digest, official).called(ARTICLE) == (official, digest)


def test_a_point_is_gathered_with_what_introduces_its_list(small_corpus: Corpus) -> None:
    point = ProvisionId.parse("lantern-act/art-1/1/a")
    unit = small_corpus.as_of(DAY).provision(point)

    held = Evidence.gathered(small_corpus, [unit], as_of=DAY)

    assert [str(above.id) for above in held.chapeau_of(unit, DAY)] == [
        "lantern-act/art-1",
        "lantern-act/art-1/1",
    ]
    assert held.called("lantern-act/art-1/1") == (), "context is read, and not cited"


def test_evidence_grows_behind_and_numbers_go_on(small_corpus: Corpus) -> None:
    day = date(2025, 1, 1)
    first = Evidence.gathered(small_corpus, results=[result()], as_of=day)
    oil = small_corpus.as_of(day).provision(ProvisionId.parse("lantern-act/art-2"))

    grown = first.joined(small_corpus, [oil, oil], [result()], as_of=day)

    assert [name for name, _ in grown] == ["lantern-act/art-2", "tool:lamp_check/1", "tool:lamp_check/2"]
    assert len(list(first)) == 1
