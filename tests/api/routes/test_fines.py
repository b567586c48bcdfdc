import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs
from tests.api.routes.conftest import Printed

PROHIBITED = {
    "infringement": "prohibited-practice",
    "who": "undertaking",
    "turnover": "900000000.50",
    "as_of": "2026-11-20",
}


def test_a_fine_is_limited_as_on_the_command_line(ruling: TestClient, printed: Printed) -> None:
    found = ruling.post("/v1/fines", json=PROHIBITED).json()

    assert found["ceiling_at_most"] == "63000000.0350"
    assert found == printed(
        *("fines", "prohibited-practice", "--who", "undertaking", "--turnover", "900000000.50"),
        *("--as-of", "2026-11-20"),
    )


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"turnover": 900000000.5}, 422),
        ({"turnover": "-1"}, 422),
        ({"turnover": "1e9"}, 422),
        ({"turnover": "NaN"}, 422),
        ({"turnover": "1_000"}, 422),
        ({"turnover": "٩"}, 422),
        ({"infringement": "lanterns"}, 422),
        ({"infringement": "eu-ai-act/art-999"}, 404),
        ({"infringement": "../../etc/passwd"}, 404),
        ({"who": "lamplighter"}, 422),
    ],
)
def test_what_cannot_be_fined_is_a_problem(
    wrong: dict[str, object], status: int, ruling: TestClient
) -> None:
    assert ruling.post("/v1/fines", json=PROHIBITED | wrong).status_code == status


def test_a_closed_policy_is_as_unknown_to_the_rules_as_one_that_does_not_exist(client_as: ClientAs) -> None:
    outsider = client_as("officer", audiences=())

    closed, nothing = (
        outsider.post("/v1/fines", json={"infringement": f"policy/{name}/1.1", "as_of": "2026-11-20"})
        for name in ("watch-list", "watch-none")
    )

    assert closed.status_code == nothing.status_code
    assert closed.text.replace("watch-list", "watch-none") == nothing.text
