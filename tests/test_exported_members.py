import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

import copilot


def _packages() -> list[str]:
    found = pkgutil.walk_packages(copilot.__path__, "copilot.")
    return ["api", "evals", *(module.name for module in found if module.ispkg)]


def _public(package: ModuleType) -> set[str]:
    return {
        name
        for name, value in vars(package).items()
        if not name.startswith("_") and name != "annotations" and not inspect.ismodule(value)
    }


@pytest.mark.parametrize("name", _packages())
def test_each_package_names_what_others_may_use(name: str) -> None:
    package = importlib.import_module(name)

    assert set(package.__all__) == _public(package)
    assert package.__doc__
