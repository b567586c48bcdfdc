import pytest

from copilot.agent.intake.description import Description, describe


def _denied(text: str, said: str) -> bool:
    description: Description = describe(text)
    for sentence in description.sentences:
        for place, word in enumerate(sentence.words):
            if word.said == said:
                return description.denies(sentence, place, place)
    raise AssertionError(said)


@pytest.mark.parametrize(
    "text",
    [
        "It does not read emotions.",
        "It doesn't read emotions.",
        "It is not used to infer emotions or intentions.",
        "Without any emotions.",
        "It does not read faces, voices or emotions.",
        "It never looks at emotions.",
        "Emotions are not read.",
        "Emotions are excluded.",
    ],
)
def test_a_denial_reaches_what_it_denies(text: str) -> None:
    assert _denied(text, "emotions")


@pytest.mark.parametrize(
    "text",
    [
        "It reads emotions.",
        "It does not store names, but it reads emotions.",
        "It does not store names and reads emotions.",
        "It does not store names. It reads emotions.",
        "It does not store names, reads emotions.",
        "Without human review it reads emotions.",
        "Non-invasive reading of emotions.",
        "It not only counts people, it reads emotions.",
        "There is no human who checks which emotions it reads.",
    ],
)
def test_a_denial_reaches_no_further(text: str) -> None:
    assert not _denied(text, "emotions")


def test_words_keep_their_places() -> None:
    text = "It ranks job‑seekers."

    words = describe(text).sentences[0].words

    assert [text[word.start : word.end] for word in words] == ["It", "ranks", "job", "seekers"]
