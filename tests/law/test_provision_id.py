import pytest
from pydantic import BaseModel, ValidationError

from copilot.errors import UnknownProvision
from copilot.law import ProvisionId


@pytest.mark.parametrize(
    ("text", "instrument", "segments"),
    [
        ("eu-ai-act/art-26/6", "eu-ai-act", ("art-26", "6")),
        ("nist-ai-rmf/govern-1.1", "nist-ai-rmf", ("govern-1.1",)),
        ("sfdr-rts/anx-1/pai-4", "sfdr-rts", ("anx-1", "pai-4")),
        ("eu-ai-act", "eu-ai-act", ()),
        ("policy/personal-dealing/3.2/a", "policy/personal-dealing", ("3.2", "a")),
        ("policy/personal-dealing", "policy/personal-dealing", ()),
    ],
)
def test_an_id_is_an_instrument_and_the_way_down(
    text: str, instrument: str, segments: tuple[str, ...]
) -> None:
    provision_id = ProvisionId.parse(text)

    assert (provision_id.instrument, provision_id.segments) == (instrument, segments)
    assert str(provision_id) == text


@pytest.mark.parametrize(
    "text", ["", "/", "eu-ai-act/", "EU-AI-Act/art-26", "eu-ai-act/art 26", "eu-ai-act//6", "eu-ai-act/Ä"]
)
def test_what_is_written_in_no_known_form_is_no_id(text: str) -> None:
    with pytest.raises(UnknownProvision, match="is not the id of a provision") as error:
        ProvisionId.parse(text)

    assert "copilot law list" in error.value.remedy


def test_an_id_knows_the_units_above_and_below_it() -> None:
    paragraph = ProvisionId.parse("eu-ai-act/art-6/3")

    assert paragraph.child("a") == ProvisionId.parse("eu-ai-act/art-6/3/a")
    assert paragraph.parent == ProvisionId.parse("eu-ai-act/art-6")
    assert ProvisionId("eu-ai-act").parent is None


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("eu-ai-act/art-6/3/a", "eu-ai-act/art-6", True),
        ("eu-ai-act/art-6", "eu-ai-act/art-6", True),
        ("eu-ai-act/art-6", "eu-ai-act", True),
        ("eu-ai-act/art-60", "eu-ai-act/art-6", False),
        ("eu-ai-act/art-6", "eu-ai-act/art-6/3", False),
        ("gdpr/art-6/3", "eu-ai-act/art-6", False),
    ],
)
def test_a_unit_lies_within_those_it_is_a_part_of(part: str, whole: str, expected: bool) -> None:
    assert ProvisionId.parse(part).within(ProvisionId.parse(whole)) is expected


class _Citing(BaseModel):
    basis: ProvisionId


def test_a_model_holds_an_id_and_writes_it_as_text() -> None:
    from_text = _Citing.model_validate({"basis": "eu-ai-act/art-26/6"})

    assert from_text == _Citing(basis=ProvisionId.parse("eu-ai-act/art-26/6"))
    assert from_text.model_dump_json() == '{"basis":"eu-ai-act/art-26/6"}'
    assert _Citing.model_validate_json(from_text.model_dump_json()) == from_text


def test_a_model_refuses_what_is_no_id() -> None:
    with pytest.raises(ValidationError, match="is not the id of a provision"):
        _Citing.model_validate({"basis": "Article 26"})
