from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.routes.conftest import Printed

AS_OF = "2026-11-20"
BANK = {"credit_institution": True, "portfolio_management": True, "average_employees": "620"}
BANK_IN_A_FILE = "credit_institution: yes\nportfolio_management: yes\naverage_employees: 620\n"
GREEN = {"kind": "portfolio", "promotes_characteristics": True}
GREEN_IN_A_FILE = "kind: portfolio\npromotes_characteristics: yes\n"


@pytest.mark.parametrize(
    ("about", "facts", "in_a_file", "settled"),
    [
        ("entity", BANK, BANK_IN_A_FILE, ("capacities", "capacity", "financial market participant")),
        ("product", GREEN, GREEN_IN_A_FILE, ("regimes", "provision", "sfdr/art-8/1")),
    ],
)
def test_what_is_owed_is_said_as_on_the_command_line(
    about: str,
    facts: dict[str, object],
    in_a_file: str,
    settled: tuple[str, str, str],
    ruling: TestClient,
    printed: Printed,
    tmp_path: Path,
) -> None:
    (tmp_path / "facts.yaml").write_text(in_a_file, encoding="utf-8")
    found = ruling.post(f"/v1/sfdr/{about}", json={"facts": facts, "as_of": AS_OF}).json()

    name, key, value = settled
    assert value in {one[key] for one in found[name]}
    assert found == printed("sfdr", about, "--facts", str(tmp_path / "facts.yaml"), "--as-of", AS_OF)


@pytest.mark.parametrize(
    ("about", "facts", "kind"),
    [
        ("entity", {"average_employees": -1}, "tool-input-error"),
        ("entity", {"average_employees": True}, "invalid-request"),
        ("entity", {"lanterns": True}, "invalid-request"),
        ("product", {"kind": "ucits", "maker": "iorp"}, "contradictory-facts"),
        ("product", {"kind": "lantern"}, "invalid-request"),
    ],
)
def test_facts_that_cannot_be_are_a_problem(
    about: str, facts: dict[str, object], kind: str, ruling: TestClient
) -> None:
    answer = ruling.post(f"/v1/sfdr/{about}", json={"facts": facts, "as_of": AS_OF})

    assert (answer.status_code, answer.json()["type"]) == (422, f"urn:regulatory-copilot:{kind}")
