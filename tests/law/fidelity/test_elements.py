import pytest

from copilot.law.fidelity.elements import adds_a_duty, lost_elements

OFFICIAL = (
    "Without prejudice to Article 9, a provider shall, where necessary, immediately inform the importer, "
    "unless the authority has been told at least once; it may only do so in writing."
)
FAITHFUL = (
    "Article 9 is unaffected: where necessary, a provider must inform the importer at once, except where the "
    "authority knows already, having heard at least once. It may only do so in writing."
)


def test_a_faithful_restatement_loses_nothing() -> None:
    assert lost_elements(OFFICIAL, FAITHFUL) == ()


@pytest.mark.parametrize(
    ("cut", "instead", "lost"),
    [
        ("importer", "other party", ("actor", "importer")),
        ("must inform", "informs", ("force", "duty")),
        ("It may only do", "It only does", ("force", "permission")),
        (
            "except where the authority knows already",
            "the authority knows already",
            ("exception", "exception"),
        ),
        ("Article 9 is unaffected: w", "W", ("exception", "without prejudice")),
        ("at least once", "once", ("qualifier", "at least")),
        ("at once", "in time", ("qualifier", "immediately")),
        ("may only", "may", ("qualifier", "only")),
    ],
)
def test_each_element_cut_from_the_restatement_is_missed(
    cut: str, instead: str, lost: tuple[str, str]
) -> None:
    assert cut in FAITHFUL

    assert lost in lost_elements(OFFICIAL, FAITHFUL.replace(cut, instead))


def test_institutions_in_the_name_of_an_act_are_no_actors() -> None:
    official = "Regulation (EU) 2016/679 of the European Parliament and of the Council applies."

    assert lost_elements(official, "Regulation (EU) 2016/679 applies.") == ()


def test_an_actor_may_be_named_by_the_title() -> None:
    assert lost_elements("Deployers keep logs.", "Logs are kept.", context="Duties of deployers") == ()


@pytest.mark.parametrize(
    ("official", "digest"),
    [
        ("The Commission shall notify the Board.", "To the Board, the Commission shall notify it."),
        ("A deployer may notify the Board.", "It may notify the Board, being a deployer."),
        ("Lamps are lit not only at dusk but at dawn.", "Lamps are lit at dusk and at dawn alike."),
    ],
)
def test_a_word_that_only_looks_like_an_element_is_none(official: str, digest: str) -> None:
    assert lost_elements(official, digest) == ()


def test_what_is_notified_stays_a_duty() -> None:
    assert lost_elements("A deployer shall notify it.", "A deployer notifies it.") == (("force", "duty"),)


@pytest.mark.parametrize(
    ("official", "digest", "lost"),
    [
        (
            "A provider shall act if oil is dear.",
            "A provider that sells oil shall act.",
            ("condition", "condition"),
        ),
        ("It shall not be lit.", "It shall be lit, and this is not disputed.", ("force", "prohibition")),
        (
            "It is lit, where appropriate.",
            "It is lit for any need, properly.",
            ("qualifier", "where appropriate"),
        ),
    ],
)
def test_a_word_that_merely_stands_about_does_not_stand_for_an_element(
    official: str, digest: str, lost: tuple[str, str]
) -> None:
    assert lost in lost_elements(official, digest)


def test_a_second_condition_has_to_be_kept_beside_the_first() -> None:
    official = "Where oil is dear, lamps may be dimmed if nobody is near."
    digest = "Lamps may be dimmed where oil is dear."

    assert lost_elements(official, digest) == (("condition", "condition"),)
    assert lost_elements(official, f"{digest[:-1]} if nobody is near.") == ()


def test_a_condensed_unit_keeps_an_element_by_saying_it_once() -> None:
    official = "Where oil is dear, lamps may be dimmed if nobody is near."

    assert lost_elements(official, "Lamps may be dimmed where oil is dear.", condensed=True) == ()


def test_one_shall_may_carry_several_duties() -> None:
    assert lost_elements("It shall be lit and shall be kept.", "It shall be lit and kept.") == ()


def test_a_duty_of_our_own_making_is_noticed() -> None:
    assert adds_a_duty("A provider may light a lamp.", "A provider shall light a lamp.")
    assert not adds_a_duty("A provider is required to light a lamp.", "A provider shall light a lamp.")
