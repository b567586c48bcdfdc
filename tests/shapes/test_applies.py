from datetime import date

from copilot.law import Application, Condition, Period, ProvisionId
from copilot.rules.ai_act import Binds
from copilot.shapes.applies import AppliesBody, BindsBody

OIL, DATES = ProvisionId.parse("lantern-act/art-2"), ProvisionId.parse("lantern-act/art-3")
DISPUTED = Application(
    covers=OIL,
    binds=Period(date(2026, 1, 1)),
    condition=Condition(operator="deployer"),
    basis=DATES,
    stated=Period(date(2025, 7, 1)),
    reading="from the day of the amendment",
)
SENT = {
    "from": "2026-01-01",
    "until": None,
    "whom": "deployer",
    "basis": "lantern-act/art-3",
    "disputed": True,
    "reading": "from the day of the amendment",
}


def test_a_date_says_whom_it_binds_and_that_it_is_disputed() -> None:
    assert AppliesBody.model_validate(DISPUTED).model_dump(mode="json") == SENT


def test_what_binds_is_sent_with_its_date() -> None:
    binds = BindsBody.model_validate(Binds(OIL, DISPUTED)).model_dump(mode="json")

    assert binds == {"provision": "lantern-act/art-2"} | SENT
