import pytest

from api.pagination import page_of
from copilot.errors import UnknownPlace

LAMPS = ["arc", "gas", "oil", "tallow"]


def test_a_page_says_after_what_the_next_one_begins() -> None:
    first, following = page_of(LAMPS, after=None, limit=2, name=str)
    second, end = page_of(LAMPS, after=following, limit=2, name=str)

    assert (first, following) == (["arc", "gas"], "gas")
    assert (second, end) == (["oil", "tallow"], None)


def test_a_page_is_not_shifted_by_what_is_added_before_it() -> None:
    _, following = page_of(LAMPS, after=None, limit=2, name=str)

    assert page_of(["acetylene", *LAMPS], after=following, limit=2, name=str)[0] == ["oil", "tallow"]


def test_an_empty_list_has_one_page() -> None:
    assert page_of([], after=None, limit=2, name=str) == ([], None)


def test_after_something_that_is_not_there_nothing_follows() -> None:
    with pytest.raises(UnknownPlace):
        page_of(LAMPS, after="whale", limit=2, name=str)
