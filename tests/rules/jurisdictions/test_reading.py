from decimal import Decimal

import pytest

from copilot.errors import ToolInputError
from copilot.rules.ai_act import form
from copilot.rules.jurisdictions import LAUNCH_FACTS, LaunchFacts, launch_form, read_launch


def test_a_launch_is_read_beside_its_system() -> None:
    launch = read_launch(
        "employment: no\ntask: {profiling: yes}\nlaunch: {us_bank: yes, total_assets_usd: 40000000000}\n",
        "x.yaml",
    )

    assert launch.system.employment.involved is False
    assert launch.system.task.profiling is True
    assert launch.facts.us_bank is True
    assert launch.facts.total_assets_usd == Decimal(40_000_000_000)
    assert launch.facts.fca_regulated is None


@pytest.mark.parametrize("text", ["", "launch:", "launch: unknown", "name: Lamp rater"])
def test_what_is_not_told_is_open(text: str) -> None:
    assert read_launch(text, "x.yaml").facts == LaunchFacts()


def test_the_form_holds_every_fact_as_unknown() -> None:
    text = f"{form()}\n\n{launch_form()}"

    assert read_launch(text, "form.yaml").facts == LaunchFacts()
    assert all(f"  {key.removeprefix('launch.')}: unknown" in text for key in LAUNCH_FACTS)


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ("launch: {us_banks: yes}", "there is no fact 'launch.us_banks'", "Did you mean us_bank"),
        ("launch: {us_bank: maybe}", "launch.us_bank: write yes, no or unknown, not 'maybe'", "--form"),
        ("launch: {total_assets_usd: -1}", "launch.total_assets_usd", "--form"),
        ("launch: yes", "launch holds no facts", "--form"),
        ("lamps: yes", "there is no fact 'lamps'", "--form"),
        ("launch: {", "x.yaml is not YAML", "--form"),
        ("just words", "holds no topics of facts", "--form"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, said: str, remedy: str) -> None:
    with pytest.raises(ToolInputError) as caught:
        read_launch(text, "x.yaml")

    assert said in str(caught.value)
    assert remedy in caught.value.remedy
