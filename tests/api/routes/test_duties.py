from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.routes.conftest import Printed

AS_OF = "2026-11-20"
CHATBOT = {
    "nature": {
        "machine_based": True,
        "autonomous": True,
        "infers": True,
        "influences": True,
        "model_only": False,
    },
    "nexus": {"deployer_in_union": True},
    "roles": {"uses": True},
    "conversation": {"direct": True},
}
CHATBOT_IN_A_FILE = """\
nature: {machine_based: yes, autonomous: yes, infers: yes, influences: yes, model_only: no}
nexus: {deployer_in_union: yes}
roles: {uses: yes}
conversation: {direct: yes}
"""
HIRING = {"employment": {"recruitment": True}}
HIRING_IN_A_FILE = "employment: {recruitment: yes}\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """The same facts as the command line takes them."""
    now, then = tmp_path / "now.yaml", tmp_path / "then.yaml"
    now.write_text(CHATBOT_IN_A_FILE, encoding="utf-8")
    then.write_text(HIRING_IN_A_FILE, encoding="utf-8")
    return str(now), str(then)


def test_duties_are_listed_as_on_the_command_line(
    ruling: TestClient, printed: Printed, files: tuple[str, str]
) -> None:
    told = {"facts": CHATBOT, "as_of": AS_OF, "role": "deployer"}
    found = ruling.post("/v1/duties", json=told).json()

    assert {duty["role"] for duty in found["duties"]} <= {"deployer", "everyone"}
    literacy = next(duty for duty in found["duties"] if "eu-ai-act/art-4" in duty["provisions"])
    assert literacy["evidence"]
    assert literacy["applies"][0]["from"] == "2025-02-02"
    assert found == printed("duties", "--facts", files[0], "--as-of", AS_OF, "--role", "deployer")


def test_a_change_is_weighed_as_on_the_command_line(
    ruling: TestClient, printed: Printed, files: tuple[str, str]
) -> None:
    now, then = files
    told = {"facts": CHATBOT, "as_of": AS_OF, "change": "change-purpose", "then": HIRING}
    found = ruling.post("/v1/duties/change", json=told).json()

    assert found["becomes_provider"] == "possible"
    assert "Art. 25(1)(c)" in found["verdict"]
    words = ("duties", "--facts", now, "--as-of", AS_OF, "--if", "change-purpose", "--then", then)
    assert found == printed(*words)


def test_a_new_purpose_has_to_be_told(ruling: TestClient) -> None:
    told = {"facts": CHATBOT, "as_of": AS_OF, "change": "change-purpose"}
    answer = ruling.post("/v1/duties/change", json=told)

    assert (answer.status_code, answer.json()["type"]) == (422, "urn:regulatory-copilot:tool-input-error")


def test_a_role_that_is_none_is_a_problem(ruling: TestClient) -> None:
    answer = ruling.post("/v1/duties", json={"facts": {}, "role": "lamplighter"})

    assert answer.status_code == 422
