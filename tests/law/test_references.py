import pytest

from copilot.law.references import parse
from tests.law.known_names import NAMES, ids_in


def _under(instrument: str, ways: str) -> list[str]:
    return [f"{instrument}/{way}" for way in ways.split()]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Article 6(3)", "art-6/3"),
        ("Art. 26 (6)", "art-26/6"),
        ("Art.26(6)", "art-26/6"),
        ("ARTICLE 26(6)(A)", "art-26/6/a"),
        ("article\u00a026(6)", "art-26/6"),
        ("Article 5.1(a)", "art-5/1/a"),
        ("Art. 6(1) lit. f", "art-6/1/f"),
        ("Article 4a", "art-4a"),
        ("Article 3, point (63)", "art-3/63"),
        ("Article 3(63)", "art-3/63"),
        ("Article 5(1)(h)(iii)", "art-5/1/h/iii"),
        ("Article 6 paragraph 3 point (a)", "art-6/3/a"),
        ("Article 6(3), third subparagraph", "art-6/3/sub-3"),
        ("Article 6(3), first subparagraph", "art-6/3"),
        ("Article 6(3), second sentence", "art-6/3"),
        ("Article 2, first indent", "art-2/i1"),
        ("Article 113, third paragraph, point (a)", "art-113/a"),
        ("Article 57(9), second subparagraph, its point (a)", "art-57/9/sub-2/a"),
        ("Article 5(1), first subparagraph, points (ba) and (bb)", "art-5/1/ba art-5/1/bb"),
        ("first and second subparagraphs of Article 5(2)", "art-5/2 art-5/2/sub-2"),
        ("point (h)(iii) of Article 5(1)", "art-5/1/h/iii"),
        ("points (a) and (b) of the first subparagraph of Article 5(1)", "art-5/1/a art-5/1/b"),
        ("Article 2, point (11), points (a) and (b)", "art-2/11/a art-2/11/b"),
        ("recital 58", "rec-58"),
        ("Recitals (58) and (59)", "rec-58 rec-59"),
    ],
)
def test_articles_and_recitals_are_found_as_people_write_them(text: str, ways: str) -> None:
    assert ids_in(text, default="eu-ai-act") == _under("eu-ai-act", ways)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Annex III", "anx-3"),
        ("annex iii", "anx-3"),
        ("Annex 3", "anx-3"),
        ("Annex III, point 5(b)", "anx-3/5/b"),
        ("Annex III(5)(b)", "anx-3/5/b"),
        ("Annex III 5(b)", "anx-3/5/b"),
        ("point 5(b) of Annex III", "anx-3/5/b"),
        ("point 1, 6 or 7 of Annex III", "anx-3/1 anx-3/6 anx-3/7"),
        ("points 1, 6 and 7 of Annex III", "anx-3/1 anx-3/6 anx-3/7"),
        ("Annex VII, point 3.1", "anx-7/3.1"),
        ("Annex VIII, Section A", "anx-8/sec-a"),
        ("section a of annex viii", "anx-8/sec-a"),
        ("Section B of Annex I", "anx-1/sec-b"),
        ("point 2 of Section A of Annex I", "anx-1/sec-a/2"),
        ("Table 2 of Annex I", "anx-1/table-2"),
        ("Annex I, Table 2, PAI 4", "anx-1/table-2/pai-4"),
        ("Annexes XI and XII", "anx-11 anx-12"),
    ],
)
def test_annexes_are_found_as_people_write_them(text: str, ways: str) -> None:
    assert ids_in(text, default="eu-ai-act") == _under("eu-ai-act", ways)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Articles 8, 9 and 10", "art-8 art-9 art-10"),
        ("Article 9, Article 10 and Article 11", "art-9 art-10 art-11"),
        ("Articles 9(2) and 10(3)", "art-9/2 art-10/3"),
        ("Article 26(5) and (6)", "art-26/5 art-26/6"),
        ("Article 5(1)(c)(i) or (ii)", "art-5/1/c/i art-5/1/c/ii"),
        ("Articles 6(1)(a), (b) and 8", "art-6/1/a art-6/1/b art-8"),
        ("Articles 9 to 12", "art-9 art-10 art-11 art-12"),
        ("Article 9 to Article 11", "art-9 art-10 art-11"),
        ("Arts 43, 47–49", "art-43 art-47 art-48 art-49"),
        ("Articles 2 to 4a", "art-2 art-4a"),
        ("Articles 6(1) to 7(2)", "art-6/1 art-7/2"),
        ("points (a) and (b) of Articles 9 and 10", "art-9/a art-10/a art-9/b art-10/b"),
        ("Articles 75a to 75c", "art-75a art-75b art-75c"),
        ("Articles 9 to 10 to 11", "art-9 art-10 art-11"),
        ("Annexes XI to XIII", "anx-11 anx-12 anx-13"),
        ("Article 5(1), points (a) to (c)", "art-5/1/a art-5/1/b art-5/1/c"),
        ("points (i) to (iii) of Article 5(1)(h)", "art-5/1/h/i art-5/1/h/ii art-5/1/h/iii"),
        ("Article 73(2), 15 days after it", "art-73/2"),
        ("Articles 9 and 10 days", "art-9"),
        ("Articles 9 and 10 may apply", "art-9 art-10"),
        ("Articles 1 to 9999", "art-1 art-9999"),
    ],
)
def test_lists_and_ranges_name_each_unit(text: str, ways: str) -> None:
    assert ids_in(text, default="eu-ai-act") == _under("eu-ai-act", ways)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Art 26(6) AI Act", "eu-ai-act/art-26/6"),
        ("article 26(6) of the ai act", "eu-ai-act/art-26/6"),
        ("AI Act Art. 26", "eu-ai-act/art-26"),
        ("the AI Act’s Article 26", "eu-ai-act/art-26"),
        ("MAR, Article 12", "mar/art-12"),
        ("Article 12 (MAR)", "mar/art-12"),
        ("Article 12 (Market Abuse Regulation)", "mar/art-12"),
        ("Article 22 GDPR", "gdpr/art-22"),
        ("Article 22 of GDPR and Article 5 of the AI Act", "gdpr/art-22 eu-ai-act/art-5"),
        ("Article 16(2) of Regulation (EU) No 596/2014", "mar/art-16/2"),
        ("Article 3 of Commission Delegated Regulation (EU) 2022/1288", "sfdr-rts/art-3"),
        ("Articles 9 and 10 GDPR", "gdpr/art-9 gdpr/art-10"),
        ("Article 6(1), point (a), and Article 8 GDPR", "gdpr/art-6/1/a gdpr/art-8"),
        ("AI Act Article 9 and Annex IV", "eu-ai-act/art-9 eu-ai-act/anx-4"),
        ("Art. 6(3) AI Act, third subparagraph", "eu-ai-act/art-6/3/sub-3"),
        ("Regulation (EU) 2016/679 and Article 22 of that Regulation", "gdpr gdpr/art-22"),
        ("Regulation (EU) 2016/679 and that Regulation's Article 22", "gdpr gdpr/art-22"),
        ("the GDPR, in particular Article 22 thereof", "gdpr gdpr/art-22"),
        ("the GDPR and its Article 22", "gdpr gdpr/art-22"),
        ("Regulation (EU) 2024/1689", "eu-ai-act"),
        ("What does MAR say in Article 12?", "mar mar/art-12"),
        ("GOVERN 1.1", "nist-ai-rmf/govern-1.1"),
        ("MEASURE 2.11", "nist-ai-rmf/measure-2.11"),
        ("GOVERN 1.1 of the Generative AI Profile", "nist-ai-600-1/govern-1.1"),
        ("GOVERN 1.1 and 1.2", "nist-ai-rmf/govern-1.1 nist-ai-rmf/govern-1.2"),
        ("GV-1.1-001", "nist-ai-600-1/govern-1.1/gv-1.1-001"),
        ("PAI 4", "sfdr-rts/anx-1/pai-4"),
        ("PAI indicators 1 to 3", "sfdr-rts/anx-1/pai-1 sfdr-rts/anx-1/pai-2 sfdr-rts/anx-1/pai-3"),
        ("ISO 42001 A.6.2.3", "iso-42001/a.6.2.3"),
        ("control A.6.2.3 of ISO/IEC 42001", "iso-42001/a.6.2.3"),
        ("clause 6.1.2 of ISO 42001", "iso-42001/6.1.2"),
        ("CC7.2", "soc-2/cc7.2"),
        ("note 1 to Colorado SB 26-189", "us-co-sb-26-189/note-1"),
        ("Maine section 1500-DD", "us-me-1500-dd"),
        ("§ 3.2 of the personal dealing policy", "policy/personal-dealing/3.2"),
        ("§§ 3.2 and 3.3 of the personal dealing policy", "policy/personal-dealing/3.2 policy/personal-dealing/3.3"),
        ("section 3.2(a) of the personal dealing policy", "policy/personal-dealing/3.2/a"),
        ("personal dealing policy, sections 3.2 and 3.4", "policy/personal-dealing/3.2 policy/personal-dealing/3.4"),
        ("the Article 18 (a) and insider lists policy", "policy/inside-lists"),
        ("AI Act paragraph 2", "eu-ai-act"),
        ("GDPR Article 5 of Directive 2014/33/EU", "gdpr"),
    ],
)  # fmt: skip
def test_the_act_is_the_one_that_is_named(text: str, ids: str) -> None:
    assert ids_in(text) == ids.split()


def test_a_reference_knows_its_words() -> None:
    text = "See Articles 9, 10 to 12 and 14 AI Act, and Art. 22 of the GDPR."

    words = {str(found.id): text[found.start : found.end] for found in parse(text, NAMES)}

    assert words == {
        "eu-ai-act/art-9": "Articles 9",
        "eu-ai-act/art-10": "10 to 12",
        "eu-ai-act/art-11": "10 to 12",
        "eu-ai-act/art-12": "10 to 12",
        "eu-ai-act/art-14": "14 AI Act",
        "gdpr/art-22": "Art. 22 of the GDPR",
    }
    assert all(found.text == text[found.start : found.end] for found in parse(text, NAMES))
