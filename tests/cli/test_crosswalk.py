import json
from collections.abc import Callable

import pytest

Copilot = Callable[..., tuple[int, str, str]]
TODAY = ("--as-of", "2026-11-20")


@pytest.mark.parametrize("words", [("crosswalk",), ("crosswalk", "show")])
def test_what_belongs_to_an_article(words: tuple[str, ...], copilot: Copilot) -> None:
    code, out, _ = copilot(*words, "eu-ai-act/art-9", "--to", "nist-ai-rmf", *TODAY)

    assert code == 0
    assert out.startswith("In nist-ai-rmf 13 direct")
    assert "GOVERN 1.4 A transparent risk management process (same aim, our reading)" in out


def test_counterparts_as_json_with_hops_marked(copilot: Copilot) -> None:
    code, out, _ = copilot("crosswalk", "eu-ai-act/art-9", "--to", "nist-ai-rmf,soc-2", *TODAY, "--json")

    found = json.loads(out)["counterparts"]
    assert code == 0
    assert {item["to"].split("/")[0] for item in found} == {"nist-ai-rmf", "soc-2"}
    assert {item["via"] for item in found} >= {None, "iso-42001/a.6.2.4"}


def test_a_gap_as_json(copilot: Copilot) -> None:
    code, out, _ = copilot(
        "crosswalk", "gap", "--have", "soc-2", "--want", "nist-ai-rmf,eu-ai-act", *TODAY, "--json"
    )

    told = json.loads(out)
    covers = {item["provision"]: item["cover"] for item in told["asked"]}
    assert code == 0
    assert covers["nist-ai-rmf/govern-6.1"] == "partly"
    assert covers["eu-ai-act/art-43"] == "not at all"
    assert "ai in scope" in {item["fact"] for item in told["open_questions"]}


def test_what_is_known_of_a_report_closes_questions(copilot: Copilot) -> None:
    words = ("--have", "soc-2", "--want", "nist-ai-rmf", "--ai-in-scope", "--soc-2-type", "II")

    code, out, _ = copilot("crosswalk", "gap", *words, "--soc-2-categories", "privacy", *TODAY)

    assert code == 0
    assert "- exceptions:" in out
    assert "- categories:" not in out
    assert " open" not in out.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("gdpr/art-5",), 9, "knows no framework 'gdpr'"),
        (("eu-ai-act/art-999",), 4, "holds no art-999"),
        (("gap", "--have", "soc-2"), 2, "--want"),
        (("gap", "--have", "soc-2", "--want", "soc-2"), 9, "both in place and wanted"),
        (
            ("gap", "--have", "soc-2", "--want", "iso-42001", "--soc-2-categories", "x"),
            9,
            "no category of a SOC 2 report",
        ),
    ],
)
def test_what_cannot_be_asked(words: tuple[str, ...], code: int, message: str, copilot: Copilot) -> None:
    ended, _, err = copilot("crosswalk", *words, *TODAY)

    assert ended == code
    assert message in err
