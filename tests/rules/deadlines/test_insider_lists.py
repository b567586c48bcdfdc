from collections.abc import Callable

import pytest

from copilot.errors import NotInForce
from copilot.rules.deadlines import Deadlines


def test_the_list_is_updated_promptly_and_kept_five_years(ask: Callable[..., Deadlines]) -> None:
    update, provide, keep = ask("mar insider-access", "2028-02-29T10:00+01:00").deadlines

    assert (update.pace, update.due) == ("promptly", None)
    assert provide.only_if == "the competent authority requests it"
    assert (keep.sense, keep.due and keep.due.isoformat()) == ("keep", "2033-03-02T00:00:00+01:00")


def test_the_rule_is_written_for_the_wording_since_2021(ask: Callable[..., Deadlines]) -> None:
    with pytest.raises(NotInForce, match="was written for"):
        ask("mar insider-access", "2020-12-31T10:00+01:00", as_of="2020-12-31")
