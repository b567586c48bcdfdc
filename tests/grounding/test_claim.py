from dataclasses import replace

from copilot.actor import Actor
from copilot.grounding import Draft, DraftCitation
from copilot.grounding.claim import Claim
from tests.grounding.builders import DAY, LOG, RULE, claim, evidence, layered, provision

POINT = provision("eu-ai-act/art-12/2/a", "sell a broken lamp;")


def test_the_official_wording_is_quoted_where_it_has_the_words() -> None:
    both = evidence(layered("digest", RULE), layered("official", RULE))
    ours = evidence(layered("digest", RULE), layered("official", "Other words altogether."))

    assert [cited.citation().layer for cited in claim("x", held=both).cited] == ["official"]  # type: ignore[union-attr]
    assert [cited.citation().layer for cited in claim("x", held=ours).cited] == ["digest"]  # type: ignore[union-attr]


def test_a_point_is_read_with_the_words_that_introduce_it() -> None:
    chapeau = provision("eu-ai-act/art-12/2", "No importer shall:")
    held = replace(evidence(POINT), context=(chapeau,))

    about = claim(
        "No importer shall sell a broken lamp.", "sell a broken lamp", "eu-ai-act/art-12/2/a", held=held
    )

    assert about.aligned.source.written == "No importer shall: sell a broken lamp;"
    assert about.aligned.is_near


def test_a_closed_unit_above_is_not_read_with_its_point() -> None:
    chapeau = provision("eu-ai-act/art-12/2", "No importer shall:", audience=frozenset({"control-room"}))
    held = replace(evidence(POINT), context=(chapeau,))
    draft = Draft("x", (DraftCitation("eu-ai-act/art-12/2/a", "sell a broken lamp"),))

    assert Claim(draft, held, DAY, Actor("anybody", frozenset())).cited[0].lead == ()
    assert Claim(draft, held, DAY, Actor("guard", frozenset({"control-room"}))).cited[0].lead == (
        "No importer shall:",
    )


def test_a_statement_is_held_against_the_sentence_of_its_quote() -> None:
    about = claim("Logs are kept for six months.", LOG)

    assert about.aligned.source.written == LOG
    assert "inspect" not in about.window.folded
    assert "inspect" in about.around.folded
