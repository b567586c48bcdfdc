from hypothesis import given
from hypothesis import strategies as st

from copilot.grounding.plain import plain


def test_typography_is_one_and_places_stay() -> None:
    text = "EUR\u202f35\u00a0000  \u201chigh\u2011risk\u201d\u00ad law\u2019s"

    held = plain(text)

    assert held.folded == 'eur 35 000 "high-risk" law\'s'
    start = held.folded.index("high")
    assert text[slice(*held.original(start, start + 9))] == "high\u2011risk"


@given(st.text(max_size=80))
def test_a_plain_text_is_its_own_plain_form(text: str) -> None:
    once = plain(text)

    assert plain(once.text).text == once.text
    assert len(once.text) == len(once.folded) == len(once.places)
    assert all(0 <= start < end <= len(text) for start, end in once.places)
