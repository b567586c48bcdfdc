import pytest

from tests.law.known_names import ids_in

AI_ACT, DEALING = "eu-ai-act/art-6/3/sub-2", "policy/personal-dealing/3.2/b"


@pytest.mark.parametrize(
    ("within", "text", "ids"),
    [
        (AI_ACT, "Article 9", "eu-ai-act/art-9"),
        (AI_ACT, "this Regulation", "eu-ai-act"),
        (AI_ACT, "this Article", "eu-ai-act/art-6"),
        (AI_ACT, "this paragraph", "eu-ai-act/art-6/3"),
        (AI_ACT, "paragraph 2 of this Article", "eu-ai-act/art-6/2"),
        (AI_ACT, "point (f) of this Article's paragraph 2", "eu-ai-act/art-6/2/f"),
        (AI_ACT, "paragraphs 1 and 2", "eu-ai-act/art-6/1 eu-ai-act/art-6/2"),
        (AI_ACT, "the first subparagraph", "eu-ai-act/art-6/3"),
        (AI_ACT, "the third subparagraph", "eu-ai-act/art-6/3/sub-3"),
        (AI_ACT, "point (a)", "eu-ai-act/art-6/3/a"),
        (AI_ACT, "point (a) of paragraph 1", "eu-ai-act/art-6/1/a"),
        (AI_ACT, "paragraph 1, point (a) and point (b)", "eu-ai-act/art-6/1/a eu-ai-act/art-6/1/b"),
        (AI_ACT, "paragraph (b)", "eu-ai-act/art-6/3/b"),
        ("eu-ai-act/art-5/1/h", "point (ii) of this point", "eu-ai-act/art-5/1/h/ii"),
        (AI_ACT, "paragraph 1, point (a), of this Article and paragraph 2", "eu-ai-act/art-6/1/a eu-ai-act/art-6/2"),
        (AI_ACT, "Annex I to this Regulation", "eu-ai-act/anx-1"),
        (AI_ACT, "Article 22 GDPR and Article 9", "gdpr/art-22 eu-ai-act/art-9"),
        (AI_ACT, "as that Member State says in Article 9", "eu-ai-act/art-9"),
        (AI_ACT, "GOVERN 1.1", "nist-ai-rmf/govern-1.1"),
        ("eu-ai-act/art-5/1/h/ii", "point (i)", "eu-ai-act/art-5/1/h/i"),
        ("eu-ai-act/art-5/1/h", "point (iii)", "eu-ai-act/art-5/1/h/iii"),
        ("eu-ai-act/art-5/1/h/ii", "point (a)", "eu-ai-act/art-5/1/a"),
        ("eu-ai-act/art-22/3/c", "point (b) of this subparagraph", "eu-ai-act/art-22/3/b"),
        ("eu-ai-act/art-3/49", "point (63)", "eu-ai-act/art-3/63"),
        ("eu-ai-act/art-113/a", "the third paragraph", "eu-ai-act/art-113/sub-3"),
        ("eu-ai-act/anx-3/5/b", "points 1 and 6", "eu-ai-act/anx-3/1 eu-ai-act/anx-3/6"),
        ("eu-ai-act/anx-3/5/b", "point (a) of this Annex", "eu-ai-act/anx-3/a"),
        ("eu-ai-act/anx-1/sec-b/3", "Section A", "eu-ai-act/anx-1/sec-a"),
        ("eu-ai-act/anx-1/sec-b/3", "point 4 of this Section", "eu-ai-act/anx-1/sec-b/4"),
        ("eu-ai-act/anx-7/3.1/sub-2", "the first subparagraph", "eu-ai-act/anx-7/3.1"),
        ("nist-ai-600-1/map-1.1", "GOVERN 1.1", "nist-ai-600-1/govern-1.1"),
        ("us-co-sb-26-189/note-2", "note 1", "us-co-sb-26-189/note-1"),
        ("us-co-sb-26-189/note-2", "section 6-1-1702", "us-co-sb-26-189/sec-6-1-1702"),
        (DEALING, "section 3.4(a)", "policy/personal-dealing/3.4/a"),
        (DEALING, "paragraph 3.3 and point (a)", "policy/personal-dealing/3.3 policy/personal-dealing/3.2/a"),
        (DEALING, "this policy", "policy/personal-dealing"),
        (DEALING, "section 4.1 of this policy", "policy/personal-dealing/4.1"),
        (DEALING, "Article 12 of MAR and Article 13", "mar/art-12 mar/art-13"),
    ],
)  # fmt: skip
def test_what_a_provision_says_is_read_from_where_it_stands(within: str, text: str, ids: str) -> None:
    assert ids_in(text, within=within) == ids.split()


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of Directive 2014/33/EU",
        "Articles 5 and 6 of Directive 2014/33/EU",
        "Article 3 or Article 4 of Directive 2014/33/EU",
        "Article 2, points (c) and (e), of Directive 2011/93/EU",
        "Directive 2011/93/EU, Article 2, points (c) and (e)",
        "point (16) of the Annex to Recommendation 2003/361/EC",
        "Article 3 of Council Framework Decision 2002/584/JHA",
        "Article 47 of the Charter",
        "Article 16 TFEU",
        "Article 5 of DORA",
        "Article 5 (DSA)",
        "Article 5 of the UK GDPR",
        "UK GDPR Article 5",
        "Article 9 of the Consumer Credit Act",
        "Directive (EU) 2016/680 and Articles 41 to 44 of that Directive",
        "Directive (EU) 2016/680, in particular Article 41 thereof",
        "§ 1.2 of the gifts and hospitality policy",
        "12 CFR § 1002.9",
        "Chapter III, Section 2",
        "Section 2 of Chapter III",
        "Measure 3.4 of the Code of Practice",
    ],
)
def test_what_belongs_to_an_act_not_held_is_left_out(text: str) -> None:
    assert ids_in(text, within=AI_ACT) == []
    assert ids_in(text, default="eu-ai-act") == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Article 26", ""),
        ("paragraph 2, point (a)", ""),
        ("this Article", ""),
        ("paragraph 2 of the GDPR, or point (a) of the GDPR", ""),
        ("MAR, the GDPR and Article 5", "mar gdpr"),
        ("The GDPR and Directive 2014/33/EU differ. Article 5 too", "gdpr"),
        ("MAR matters.\nArticle 12 does not", "mar"),
        ("A.6.2.3", ""),
        ("5 Mar 2026", ""),
        ("the Annex is long, at this point a provider may measure 2 things", ""),
    ],
)
def test_what_cannot_be_known_is_not_guessed(text: str, ids: str) -> None:
    assert ids_in(text) == ids.split()


@pytest.mark.parametrize(
    "text",
    [
        "under that point (f)",
        "points (a) and (b) of that paragraph",
        "point (d) of the same Article",
        "in particular its points 2(d) and (e)",
        "point 4.3",
        "Article 5 of this Article",
        "this Annex",
        "Section 2",
    ],
)
def test_what_makes_no_sense_where_it_stands_is_left_out(text: str) -> None:
    assert ids_in(text, within=AI_ACT) == []
