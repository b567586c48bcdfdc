from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api.access.issuer import Issuer, issuing


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    """An issuer of tokens that is well."""
    with issuing() as issuer:
        yield issuer
