import socket
from collections.abc import Callable

import pytest

Copilot = Callable[..., tuple[int, str, str]]


def test_a_port_in_use_is_named(copilot: Copilot) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, _, err = copilot("serve", "--port", str(port))

    assert (code, f"port {port} on 127.0.0.1 is in use" in err) == (6, True)


def test_an_address_others_can_reach_is_refused(copilot: Copilot) -> None:
    code, _, err = copilot("serve", "--host", "0.0.0.0")

    assert (code, "no login yet" in err) == (3, True)


def test_an_address_of_another_machine_cannot_be_used(
    copilot: Copilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copilot.cli.serve._LOOPBACK", {"192.0.2.1"})

    code, _, err = copilot("serve", "--host", "192.0.2.1")

    assert (code, "cannot be used" in err) == (6, True)
