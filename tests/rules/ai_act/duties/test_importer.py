from tests.rules.ai_act.builders import plain, yes
from tests.rules.ai_act.duties.lookup import HIRING, duty_of, owed

_IMPORTS = {"roles": yes("imports", "in_union")}


def test_the_importer_of_a_high_risk_system_verifies_and_keeps() -> None:
    assert owed(plain(**HIRING, **_IMPORTS)) == {
        "importer-verify",
        "importer-hold-back",
        "importer-name",
        "importer-storage",
        "importer-keep-documents",
        "importer-information",
        "importer-cooperation",
    }
    assert owed(plain(**_IMPORTS)) == set()


def test_importers_are_fined_by_a_point_of_their_own() -> None:
    assert duty_of(plain(**HIRING, **_IMPORTS), "importer-verify").fined == "Art. 99(4)(c)"


def test_the_importer_is_named_on_the_system_and_on_its_packaging() -> None:
    what = duty_of(plain(**HIRING, **_IMPORTS), "importer-name").what

    assert "on the system and, where applicable, on its packaging" in what
