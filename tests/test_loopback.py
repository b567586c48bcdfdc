import pytest

from copilot.loopback import is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_this_machine_alone_reaches_it(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    ["", "0.0.0.0", "::", "192.0.2.7", "localhost.example", "127.0.0.1.example", "127.1", "2130706433"],
)
def test_others_may_reach_it(host: str) -> None:
    assert not is_loopback(host)
