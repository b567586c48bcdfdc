from dataclasses import replace
from datetime import date

import pytest

from api.shapes.provision import provision_body
from copilot.actor import Actor
from copilot.errors import NotInForce, UnknownProvision
from copilot.law import Corpus, ProvisionId
from copilot.law.provision import Placed

DAY = date(2026, 1, 1)
ARTICLE, OIL = ProvisionId.parse("lantern-act/art-1"), ProvisionId.parse("lantern-act/art-2")
CLOSED = ProvisionId.parse("policy/watch-list/1.1")
OUTSIDER = Actor("Mr. Wick", frozenset())


@pytest.fixture
def with_official_texts(small_corpus: Corpus) -> Corpus:
    """The corpus with the publisher's words for two provisions, and for one that the digest leaves out."""
    law, act = small_corpus.as_of(DAY), small_corpus.instruments["lantern-act"]
    reporting, oil = law.provision(ARTICLE.child("2")), law.provision(OIL)
    published = (
        replace(
            reporting, layer="official", text="Keepers report breakage within three days.", source="Gazette"
        ),
        replace(oil, layer="official", text="Vegetable oil alone is burnt.", source="Gazette"),
        replace(
            oil, layer="official", id=ProvisionId.parse("lantern-act/art-4"), text="This Act is binding."
        ),
    )
    return small_corpus.joined([(act, tuple(Placed(wording, "gazette.xhtml", 1) for wording in published))])


def test_both_layers_stand_side_by_side(with_official_texts: Corpus, officer: Actor) -> None:
    body = provision_body(with_official_texts, OIL, as_of=DAY, actor=officer)

    assert (body.layer, body.text) == ("digest", "Only vegetable oil may be burnt.")
    assert [(one.layer, one.text) for one in body.wordings] == [
        ("digest", "Only vegetable oil may be burnt."),
        ("official", "Vegetable oil alone is burnt."),
    ]
    assert [one.layer for one in body.timeline] == ["digest", "official"]


def test_so_do_the_parts(with_official_texts: Corpus, officer: Actor) -> None:
    parts = {
        part.label: part
        for part in provision_body(with_official_texts, ARTICLE, as_of=DAY, actor=officer).parts
    }

    assert parts["Art. 1(2)"].official_text == "Keepers report breakage within three days."
    assert parts["Art. 1(1)"].official_text is None


def test_what_the_digest_leaves_out_is_read_in_the_publishers_words(
    with_official_texts: Corpus, officer: Actor
) -> None:
    body = provision_body(
        with_official_texts, ProvisionId.parse("lantern-act/art-4"), as_of=DAY, actor=officer
    )

    assert (body.layer, body.text) == ("official", "This Act is binding.")


def test_a_closed_text_is_unknown_and_one_of_another_day_is_not_in_force(
    small_corpus: Corpus, officer: Actor
) -> None:
    assert provision_body(small_corpus, CLOSED, as_of=DAY, actor=officer).kind == "policy"
    with pytest.raises(UnknownProvision, match="there is no instrument"):
        provision_body(small_corpus, CLOSED, as_of=DAY, actor=OUTSIDER)
    with pytest.raises(NotInForce):
        provision_body(
            small_corpus, ProvisionId.parse("lantern-act/art-3"), as_of=date(2025, 1, 1), actor=OUTSIDER
        )


def test_what_is_closed_to_somebody_refers_to_nothing_for_them(small_corpus: Corpus) -> None:
    body = provision_body(small_corpus, ARTICLE, as_of=DAY, actor=OUTSIDER)

    assert [place.act for place in body.cited_by] == ["Lamp care policy"]
