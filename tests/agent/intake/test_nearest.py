import pytest

from copilot.agent.intake import Intake, Nearest, propose_facts
from copilot.retrieval import SentenceTransformersEmbedder


@pytest.fixture(scope="module")
def nearest(embedder: SentenceTransformersEmbedder) -> Nearest:
    return Nearest(embedder)


def _by_meaning(intake: Intake) -> dict[str, str]:
    return {one.fact: one.nearest for one in intake.proposals if one.nearest}


def test_a_description_that_no_phrase_speaks_for_is_held_beside_samples(nearest: Nearest) -> None:
    text = "Reads from the snapshots of club guests whether they are homosexual."

    assert not _by_meaning(propose_facts(text, None))
    found = propose_facts(text, nearest)
    assert _by_meaning(found)["biometrics.infers_special"] == "eu-ai-act/art-5/1/g"
    assert {one.confidence for one in found.proposals if one.nearest} == {"low"}
    assert next(one.words for one in found.proposals if one.nearest) == text[:-1]


def test_something_harmless_is_near_to_nothing(nearest: Nearest) -> None:
    assert not _by_meaning(propose_facts("Bakes bread by the smell of the crust in the oven.", nearest))


def test_where_phrases_speak_it_is_silent(nearest: Nearest) -> None:
    assert not _by_meaning(
        propose_facts("Ranks CVs of applicants and proposes whom to interview.", nearest)
    )


def test_it_does_not_speak_against_what_lessens(nearest: Nearest) -> None:
    text = "Compares the portrait of the guest with the picture in the file to verify the account holder by face."

    proposals = propose_facts(text, nearest).proposals
    assert "biometrics.verification_only" in {one.fact for one in proposals if one.lessens}
    assert not [one.fact for one in proposals if one.nearest and one.fact.startswith("biometrics")]


def test_a_sentence_that_denies_something_is_left_to_the_phrases(nearest: Nearest) -> None:
    text = "Reads from the snapshots of club guests whether they are homosexual."

    assert not _by_meaning(propose_facts(f"It is not so that it {text[0].lower()}{text[1:]}", nearest))
