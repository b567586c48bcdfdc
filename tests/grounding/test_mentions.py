import pytest

from copilot.grounding.figures import figures_in
from copilot.grounding.mentions import is_numbered_in, mentions_in, numbered_as
from copilot.law import ProvisionId
from tests.law.known_names import NAMES

WITHIN = ProvisionId.parse("eu-ai-act/art-26/6")


def test_what_is_named_is_known_by_its_id_or_by_its_words() -> None:
    mentions = mentions_in(
        "Article 6(2) AI Act, paragraph 3, gdpr/art-22 and Article 27(1) of Directive (EU) 2016/680",
        NAMES,
        within=WITHIN,
    )

    assert {str(named.id) for named in mentions.provisions} == {
        "eu-ai-act/art-6/2",
        "eu-ai-act/art-26/3",
        "gdpr/art-22",
    }
    assert mentions.acts == {"eu-ai-act", "gdpr"}
    assert ("article", "27 1") in mentions.numbered


@pytest.mark.parametrize(
    "text",
    [
        "Articles 6 and 7 AI Act",
        "NIST AI 600-1",
        "point (a) of Annex III",
        "Chapter III",
        "ISO 42001, A.6.2.3",
    ],
)
def test_numbers_of_provisions_are_no_figures(text: str) -> None:
    assert figures_in(mentions_in(text, NAMES, within=WITHIN).rest) == ()


def test_figures_beside_a_reference_stay() -> None:
    rest = mentions_in("Under Article 73(2) it is 15 days and 3 %.", NAMES, within=WITHIN).rest

    assert [figure.canonical for figure in figures_in(rest)] == ["15 day", "3 %"]


def test_a_unit_is_named_by_the_steps_of_its_id() -> None:
    known = frozenset(numbered_as(WITHIN))

    assert is_numbered_in(("article", "26"), known)
    assert is_numbered_in(("article", "26 6"), known)
    assert is_numbered_in(("paragraph", "6"), known)
    assert not is_numbered_in(("article", "27"), known)
    assert ("annex", "iii") in set(numbered_as(ProvisionId.parse("eu-ai-act/anx-3/5/b")))
