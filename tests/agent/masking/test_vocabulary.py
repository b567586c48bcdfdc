from copilot.agent.masking.vocabulary import Vocabulary, begins_sentence
from copilot.law import Corpus


def test_the_words_of_the_law_are_known(vocabulary: Vocabulary) -> None:
    for word in "Annex III Market Abuse AI Office Recital Deployers GPAI Colorado CVs AI-driven".split():
        assert vocabulary.knows(word)


def test_a_name_in_a_policy_of_the_firm_is_not_learned(
    vocabulary: Vocabulary, small_corpus: Corpus
) -> None:
    assert not vocabulary.knows("Meridian")
    assert not Vocabulary.of(small_corpus).knows("Vine")
    assert Vocabulary.of(small_corpus).knows("lantern")


def test_a_capital_says_nothing_where_a_sentence_begins() -> None:
    text = "Ask. Price rose; 1.2 Price fell for J. Price"
    places = [place for place in range(len(text)) if text.startswith("Price", place)]

    assert [begins_sentence(text, place) for place in (0, *places)] == [True, True, False, False]
