from copilot.grounding.alignment import Alignment
from copilot.grounding.wording import wording_of

SOURCE = (
    "Where it is dark, a keeper shall light every lamp of the street at dusk, and shall keep a log of it."
)


def _beside(statement: str) -> Alignment:
    return Alignment(wording_of(statement), wording_of(SOURCE))


def test_a_statement_is_near_where_it_follows_its_source_or_adds_to_it() -> None:
    assert _beside("A keeper shall light every lamp of the street at dusk.").is_near
    assert _beside(f"{SOURCE[:-1]}, and pay for the oil that the lamps have burnt in the year.").is_near
    assert not _beside("Lamps have to be lit in the evening by whoever keeps the street.").is_near


def test_an_edit_says_what_stands_for_what() -> None:
    (edit,) = _beside("A keeper may light every lamp of the street at dusk.").edits

    assert (edit.added, edit.dropped) == (("may",), ("shall",))


def test_what_is_left_out_before_and_behind_is_no_edit() -> None:
    alignment = _beside("A keeper shall light every lamp")

    assert alignment.edits == ()
    assert alignment.span.written.strip() == "a keeper shall light every lamp"
    assert alignment.kept_of(0, 4) == 0


def test_the_span_has_room_for_words_put_in_the_place_of_others() -> None:
    assert "dusk" in _beside("A keeper shall light every lamp of the street at dawn").span.folded


def test_at_its_ends_an_edit_has_as_many_words_of_the_source_as_stand_in_their_place() -> None:
    (edit,) = _beside("A keeper shall light every lamp of the street at dawn.").edits

    assert (edit.added, edit.dropped) == (("dawn",), ("dusk",))


def test_what_stands_before_the_first_words_is_told_up_to_its_sentence() -> None:
    assert _beside("A keeper shall light every lamp").head == "where it is dark, "
    assert _beside("Where it is dark, a keeper shall light every lamp").head == ""


def test_a_word_or_two_in_the_place_of_others_leave_a_statement_verbatim() -> None:
    assert _beside("A keeper may light every lamp of the street at dusk.").is_verbatim
    assert not _beside("A warden may kindle all lamp of the street at dusk.").is_verbatim
