from datetime import date

from api.pages.audit_filter import read_filter


def test_what_is_left_empty_narrows_nothing() -> None:
    wanted = read_filter(kind="", who=" ", since="", until="")

    assert (wanted.kind, wanted.who, wanted.since, wanted.until, wanted.query) == (None, "", None, None, "")


def test_a_filter_is_read_and_written_back_into_an_address() -> None:
    wanted = read_filter(kind="key-changed", who="Ms. Flint & Co", since="2026-01-31")

    assert (wanted.kind, wanted.since) == ("key-changed", date(2026, 1, 31))
    assert wanted.query == "kind=key-changed&who=Ms.+Flint+%26+Co&since=2026-01-31"


def test_a_kind_that_is_none_and_a_day_that_is_none() -> None:
    wanted = read_filter(kind="secret", since="soon", until="2026-02-30")

    assert wanted.kind is None
    assert wanted.faults == {
        "since": "“soon” is not a day; write it like 2026-07-27",
        "until": "“2026-02-30” is not a day; write it like 2026-07-27",
    }
