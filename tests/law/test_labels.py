import pytest

from copilot.law.labels import (
    annex_number,
    arabic,
    label_of,
    ordinal,
    ordinal_number,
    roman,
    segment_of,
)


@pytest.mark.parametrize(
    ("marker", "segment"),
    [
        ("Article 26", "art-26"),
        ("Article 4a", "art-4a"),
        ("Art. 5", "art-5"),
        ("6.", "6"),
        ("1a.", "1a"),
        ("3.1", "3.1"),
        ("(a)", "a"),
        ("(iii)", "iii"),
        ("sub-3", "sub-3"),
        ("Annex III", "anx-3"),
        ("ANNEX XIV", "anx-14"),
        ("Annex IIIa", "anx-3a"),
        ("Annex 3", "anx-3"),
        ("Annex A", "anx-a"),
        ("Section A", "sec-a"),
        ("Recital 58", "rec-58"),
        ("PAI 4", "pai-4"),
        ("GOVERN 1.1", "govern-1.1"),
        ("GV-1.1-001", "gv-1.1-001"),
        ("A.6.2.3", "a.6.2.3"),
        ("note 1", "note-1"),
    ],
)
def test_a_marker_becomes_a_segment(marker: str, segment: str) -> None:
    assert segment_of(marker) == segment


@pytest.mark.parametrize(
    ("way", "label"),
    [
        ("art-26", "Art. 26"),
        ("art-26/6", "Art. 26(6)"),
        ("art-5/1/h/iii", "Art. 5(1)(h)(iii)"),
        ("art-6/3/sub-3", "Art. 6(3), third subparagraph"),
        ("art-113/sub-2", "Art. 113, second paragraph"),
        ("art-6/3/a/sub-2", "Art. 6(3)(a), second subparagraph"),
        ("art-57/9/sub-2/a", "Art. 57(9), second subparagraph, its point (a)"),
        ("art-2/i1", "Art. 2, first indent"),
        ("art-3/sub-22", "Art. 3, 22nd paragraph"),
        ("anx-3", "Annex III"),
        ("anx-3a", "Annex IIIa"),
        ("anx-a", "Annex A"),
        ("anx-3/5/b", "Annex III, point 5(b)"),
        ("anx-7/3.1", "Annex VII, point 3.1"),
        ("anx-2/a", "Annex II, point (a)"),
        ("anx-8/sec-a", "Annex VIII, Section A"),
        ("anx-8/sec-a/2", "Annex VIII, Section A, point 2"),
        ("anx-1/table-2", "Annex I, Table 2"),
        ("anx-1/pai-4", "PAI 4"),
        ("anx-1/table-2/pai-4", "Annex I, Table 2, PAI 4"),
        ("rec-58", "recital 58"),
        ("govern-1.1", "GOVERN 1.1"),
        ("govern-1.1/gv-1.1-001", "GV-1.1-001"),
        ("govern-1.1/gv-1.2-001", "GOVERN 1.1, unit gv-1.2-001"),
        ("note-1", "note 1"),
        ("risk-4", "risk 4"),
        ("characteristic-2", "characteristic 2"),
        ("appendix-a", "Appendix A"),
        ("sec-1.2", "Section 1.2"),
        ("3.2", "§ 3.2"),
        ("3.2/a", "§ 3.2(a)"),
        ("6-1-1702", "§ 6-1-1702"),
        ("a.6.2.3", "A.6.2.3"),
        ("cc7.2", "CC7.2"),
        ("preamble", "unit preamble"),
        ("art-6/step-2", "Art. 6, unit step-2"),
    ],
)
def test_a_way_down_is_labelled_as_people_write_it(way: str, label: str) -> None:
    assert label_of(tuple(way.split("/"))) == label


def test_a_whole_instrument_has_no_label() -> None:
    assert label_of(()) == ""


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "first"),
        (3, "third"),
        (20, "twentieth"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (111, "111th"),
    ],
)
def test_ordinals_are_words_up_to_twenty(number: int, word: str) -> None:
    assert ordinal(number) == word
    assert ordinal_number(word.upper()) == number


@pytest.mark.parametrize("number", range(1, 40))
def test_roman_numerals_are_read_as_they_are_written(number: int) -> None:
    assert arabic(roman(number)) == number
    assert annex_number(roman(number)) == str(number)


@pytest.mark.parametrize("text", ["", "abc", "VX", "IIII", "12"])
def test_what_is_no_roman_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a Roman numeral"):
        arabic(text)


@pytest.mark.parametrize("text", ["", "is", "the", "IIIi", "IIIA", "AB"])
def test_what_is_no_number_of_an_annex_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not the number of an annex"):
        annex_number(text)
