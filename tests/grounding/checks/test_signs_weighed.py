import json
from importlib.resources import files

import pytest

from copilot.grounding.signals import signals_of
from tests.grounding.builders import LOG, claim, finding, outcome, verified

FREE = (
    "For each lamp a deployer has to retain a log over half a year or more, except where Union law differs."
)


def test_a_faithful_free_wording_is_checked() -> None:
    assert outcome("signs weighed", FREE) == "pass"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("has to retain", "may retain"),
        ("a deployer", "an importer"),
        ("has to retain", "does not have to retain"),
    ],
)
def test_signs_that_weigh_enough_keep_a_free_wording_back(old: str, new: str) -> None:
    statement = verified(FREE.replace(old, new))

    assert finding("signs weighed", statement).outcome == "fail"
    assert "Worded freely" in statement.check.reasons[-1]


def test_near_the_source_nothing_is_weighed() -> None:
    assert outcome("signs weighed", LOG) == "not_applicable"


def test_every_sign_has_a_weight_that_speaks_against_and_never_for() -> None:
    weights = json.loads(files("copilot.grounding").joinpath("weights.json").read_text())["weights"]

    assert weights.keys() == signals_of(claim(FREE)).keys()
    assert min(weights.values()) >= 0
