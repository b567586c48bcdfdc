from fastapi.testclient import TestClient

from tests.api.routes.conftest import Printed

AS_OF = "2026-11-20"


def test_counterparts_are_found_as_on_the_command_line(ruling: TestClient, printed: Printed) -> None:
    asked = {"as_of": AS_OF, "to": ["nist-ai-rmf", "iso-42001"]}
    found = ruling.get("/v1/crosswalk/eu-ai-act/art-9", params=asked).json()

    assert {pair["to"].partition("/")[0] for pair in found["counterparts"]} == {"nist-ai-rmf", "iso-42001"}
    words = ("crosswalk", "eu-ai-act/art-9", "--to", "nist-ai-rmf,iso-42001", "--as-of", AS_OF)
    assert found == printed(*words)


def test_a_gap_is_measured_as_on_the_command_line(ruling: TestClient, printed: Printed) -> None:
    told = {
        "have": ["soc-2"],
        "want": ["nist-ai-rmf"],
        "ai_in_scope": True,
        "soc_2_categories": ["privacy"],
        "soc_2_type": "II",
        "as_of": AS_OF,
    }
    found = ruling.post("/v1/crosswalk", json=told).json()

    assert {one["cover"] for one in found["asked"]} <= {"covered", "partly", "open", "not at all"}
    assert found == printed(
        *("crosswalk", "gap", "--have", "soc-2", "--want", "nist-ai-rmf", "--ai-in-scope"),
        *("--soc-2-categories", "privacy", "--soc-2-type", "II", "--as-of", AS_OF),
    )


def test_a_framework_that_is_not_compared_is_a_problem(ruling: TestClient) -> None:
    assert ruling.get("/v1/crosswalk/eu-ai-act/art-9", params={"to": "lanterns"}).status_code == 422
    assert ruling.get("/v1/crosswalk/..%2f..%2fetc").status_code == 404
    assert ruling.post("/v1/crosswalk", json={"have": [], "want": ["soc-2"]}).status_code == 422
