from datetime import date

import pytest

from copilot.errors import NotInForce
from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.rules.binding import binding, cited


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


@pytest.mark.parametrize(
    ("provision", "day", "status", "basis"),
    [
        ("eu-ai-act/art-5/1/a", date(2025, 2, 1), "not-yet", "art-113/a"),
        ("eu-ai-act/art-5/1/a", date(2025, 2, 2), "binds", "art-113/a"),
        ("eu-ai-act/art-50/2", date(2026, 11, 20), "depends", "art-113/sub-2"),
        ("eu-ai-act/art-73/2", date(2026, 11, 20), "disputed", "art-113/sub-2"),
        ("eu-ai-act/art-26/5", date(2026, 11, 20), "not-yet", "art-113/c/i"),
        ("eu-ai-act/art-101/1", date(2026, 8, 1), "not-yet", "art-113/sub-2"),
    ],
)
def test_the_clock_of_application_is_read(
    provision: str, day: date, status: str, basis: str, corpus: Corpus
) -> None:
    found = binding(corpus.as_of(day), ProvisionId.parse(provision))

    assert (found.status, str(found.step.provision)) == (status, f"eu-ai-act/{basis}")
    assert (found.open_question is not None) is (status in ("depends", "disputed"))


def test_parts_with_the_dates_of_their_article_are_asked_about_as_the_article(corpus: Corpus) -> None:
    law = corpus.as_of(date(2026, 11, 20))
    steps = {binding(law, ProvisionId.parse(f"eu-ai-act/art-73/{number}")).step for number in (2, 3, 4)}

    assert [step.question for step in steps] == ["Does Art. 73 AI Act apply on 2026-11-20?"]


def test_a_text_without_dates_of_application_says_so(corpus: Corpus) -> None:
    law = corpus.as_of(date(2026, 11, 20))

    assert binding(law, ProvisionId.parse("nist-ai-rmf/govern-1.1")).status == "unstated"
    assert cited(law, ProvisionId.parse("mar/art-30/2/j/iv")) == "Art. 30(2)(j)(iv) MAR"
    with pytest.raises(NotInForce):
        cited(corpus.as_of(date(2026, 7, 26)), ProvisionId.parse("eu-ai-act/art-99/6a"))
