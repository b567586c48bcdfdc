from pathlib import Path

from copilot.grounding import checks
from copilot.grounding.checks import CHECKS

_NO_CHECKS = {"__init__", "registry", "said"}


def test_every_check_is_registered_once() -> None:
    written = {file.stem for file in Path(checks.__file__).parent.glob("*.py")} - _NO_CHECKS

    assert sorted(check.function.__name__ for check in CHECKS) == sorted(written)


def test_every_check_says_what_it_is_for() -> None:
    assert all(check.function.__doc__ for check in CHECKS)
