"""Questions in another language: said to be so, rather than answered badly."""

from __future__ import annotations

import re

from copilot.grounding import Refusal

_WORDS = {
    "English": "the is are of to a and what which who when how does do must may can we our for a an in on by with not",
    "German": """der die das und ist sind nicht wir unser ein eine einer wer was wann wie welche welches für mit von
        muss müssen darf dürfen gilt gelten ab unter den dem des im auf als""",
    "French": """le la les et est sont nous notre un une qui que quand comment quelle quelles quel pour avec du des doit
        doivent peut dans sur par au aux ce cette""",
    "Spanish": """el los las y es son nosotros un una quién qué cuándo cómo cuál para con del debe deben puede en
        por al se aplica""",
    "Italian": """il lo gli e è sono noi nostro un una chi che quando come quale quali per con del della deve devono può
        su si applica""",
    "Dutch": "de het en is zijn wij onze een wie wat wanneer hoe welke voor met van moet moeten mag niet geldt op",
    "Polish": "jest są i nie my nasz kto co kiedy jak który która dla z od musi muszą może w na czy się",
    "Portuguese": """o os as e é são nós nosso um uma quem que quando como qual para com do da deve devem pode em por ao
        se aplica""",
}
_KNOWN = {
    language: frozenset(word for word in words.split() if len(word) > 1)
    for language, words in _WORDS.items()
}
_ONLY = {language: words - _KNOWN["English"] for language, words in _KNOWN.items() if language != "English"}
_LEAST = 2


def other_language(question: str) -> Refusal | None:
    """The refusal of a question that is plainly not in English; none where it may well be."""
    language = language_of(question)
    if language is None:
        return None
    return Refusal(
        kind="out_of_scope",
        reason=f"The question seems to be in {language}. The texts held are in English, and so are the answers.",
        settled_by="Ask the same in English; names of acts and articles are understood as they are.",
    )


def language_of(text: str) -> str | None:
    """The language of a text that is plainly not in English; none where it may well be."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
    letters = "".join(words)
    if letters and sum(letter > "ͯ" for letter in letters) > len(letters) / 2:
        return "a script that is not Latin"
    counts = {language: sum(word in known for word in words) for language, known in _ONLY.items()}
    language = max(counts, key=lambda name: counts[name])
    english = sum(word in _KNOWN["English"] for word in words)
    return language if counts[language] >= _LEAST and counts[language] > english else None
