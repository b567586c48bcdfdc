"""Fetching from a server that is good, slow or broken, or that lies."""

import hashlib
import socket
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from copilot.errors import DownloadError, MachineError
from copilot.law.installing import Fetched, Patience, fetch
from tests.law.installing.lantern_publisher import Publisher

BODY = bytes(range(256)) * 1000
HALF = len(BODY) // 2
QUICK = Patience(connect=5, read=0.2)
TAG = '"one"'


def _fetch(publisher: Publisher, to: Path, path: str = "/act", **limits: int) -> Fetched:
    return fetch(publisher.address + path, to, lambda done, total: None, **limits)


def _left(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_file_arrives_whole_with_its_hash_and_progress(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answer("/act", BODY)
    told: list[tuple[int, int]] = []

    fetched = fetch(f"{publisher.address}/act", tmp_path / "act", lambda *at: told.append(at))

    assert fetched == Fetched(tmp_path / "act", hashlib.sha256(BODY).hexdigest(), len(BODY))
    assert (tmp_path / "act").read_bytes() == BODY
    assert told[-1] == (len(BODY), len(BODY))
    assert _left(tmp_path) == {"act"}


def test_a_file_moved_elsewhere_is_followed(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answer("/old", b"", 302, Location="/act")
    publisher.answer("/act", BODY)

    assert _fetch(publisher, tmp_path / "act", "/old").size == len(BODY)


def test_a_file_of_unannounced_length_is_taken(publisher: Publisher, tmp_path: Path) -> None:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(BODY)

    publisher.answers["/act"] = send

    assert _fetch(publisher, tmp_path / "act").size == len(BODY)


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (404, {}, "answered 404 Not Found"),
        (202, {}, "answered 202 Accepted"),
        (302, {"Location": "/act"}, "leads on more than 5 times"),
        (302, {"Location": "ftp://elsewhere/act"}, "no address of the web"),
        (200, {"Content_Encoding": "gzip"}, "compressed"),
        (206, {"Content_Range": "bytes 5-9/100"}, "another part"),
        (206, {}, "another part"),
    ],
)
def test_an_answer_that_is_not_the_file_is_said(
    status: int, headers: dict[str, str], said: str, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.answer("/act", b"Sorry.", status, **headers)

    with pytest.raises(DownloadError, match=said) as error:
        _fetch(publisher, tmp_path / "act")

    assert "--from FILE" in error.value.remedy
    assert _left(tmp_path) == set()


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://127.0.0.1/act", "act.html", "http://a:b/"]
)
def test_only_addresses_of_the_web_are_fetched(address: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="no address of the web"):
        fetch(address, tmp_path / "act", lambda done, total: None)


def test_offline_it_says_so_and_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(DownloadError, match="cannot be reached") as error:
        fetch(f"http://127.0.0.1:{port}/act", tmp_path / "act", lambda done, total: None, patience=QUICK)

    assert "Go online" in error.value.remedy
    assert "--from FILE" in error.value.remedy
    assert _left(tmp_path) == set()


def test_a_server_that_stalls_is_not_waited_for(publisher: Publisher, tmp_path: Path) -> None:
    def stall(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(BODY)))
        handler.end_headers()
        handler.wfile.write(BODY[:HALF])
        publisher.closing.wait(5)

    publisher.answers["/act"] = stall

    with pytest.raises(DownloadError, match=r"stalled: nothing came for 0\.2 seconds"):
        fetch(f"{publisher.address}/act", tmp_path / "act", lambda done, total: None, patience=QUICK)

    kept = tmp_path / "act.part"
    assert not kept.exists() or BODY.startswith(kept.read_bytes())
    assert not (tmp_path / "act").exists()


def test_a_server_that_announces_more_than_it_sends_leaves_a_part(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.answer("/act", BODY, Content_Length=str(len(BODY) + 1))

    with pytest.raises(DownloadError, match="cut off") as error:
        _fetch(publisher, tmp_path / "act")

    assert "goes on where this ended" in error.value.remedy
    assert _left(tmp_path) == {"act.part"}


def test_of_a_server_that_sends_more_than_it_announces_only_the_announced_counts(
    publisher: Publisher, tmp_path: Path
) -> None:
    """By HTTP the file ends there; that it is no whole act is found when it is read."""
    publisher.answer("/act", BODY, Content_Length=str(HALF))

    assert _fetch(publisher, tmp_path / "act").size == HALF


def _cut_off(publisher: Publisher, tmp_path: Path, **headers: str) -> None:
    """Leave a part: the first half, and a mark if the server gave one."""
    publisher.answer("/act", BODY[:HALF], Content_Length=str(len(BODY)), **headers)
    with pytest.raises(DownloadError, match="cut off"):
        _fetch(publisher, tmp_path / "act")
    assert not (tmp_path / "act").exists()


@pytest.mark.parametrize(
    "mark", [{"ETag": TAG}, {"ETag": 'W/"1"', "Last_Modified": "Mon, 01 Jul 2024 00:00:00 GMT"}]
)
def test_what_was_cut_off_goes_on_from_there(
    mark: dict[str, str], publisher: Publisher, tmp_path: Path
) -> None:
    _cut_off(publisher, tmp_path, **mark)
    publisher.answer("/act", BODY[HALF:], 206, Content_Range=f"bytes {HALF}-{len(BODY) - 1}/{len(BODY)}")

    fetched = _fetch(publisher, tmp_path / "act")

    assert publisher.asked[-1]["range"] == f"bytes={HALF}-"
    assert publisher.asked[-1]["if-range"] in mark.values()
    assert fetched.sha256 == hashlib.sha256(BODY).hexdigest()
    assert _left(tmp_path) == {"act"}


@pytest.mark.parametrize("mark", [{}, {"ETag": 'W/"1"'}])
def test_a_part_without_a_strong_mark_is_fetched_anew(
    mark: dict[str, str], publisher: Publisher, tmp_path: Path
) -> None:
    _cut_off(publisher, tmp_path, **mark)
    publisher.answer("/act", BODY)

    assert _fetch(publisher, tmp_path / "act").size == len(BODY)
    assert "range" not in publisher.asked[-1]


def test_a_part_of_another_address_is_not_gone_on_with(publisher: Publisher, tmp_path: Path) -> None:
    _cut_off(publisher, tmp_path, ETag=TAG)
    publisher.answer("/other", b"other")

    assert _fetch(publisher, tmp_path / "act", "/other").size == len(b"other")
    assert "range" not in publisher.asked[-1]


def test_a_server_that_knows_no_ranges_sends_all(publisher: Publisher, tmp_path: Path) -> None:
    _cut_off(publisher, tmp_path, ETag=TAG)
    publisher.answer("/act", BODY)

    assert _fetch(publisher, tmp_path / "act").sha256 == hashlib.sha256(BODY).hexdigest()


def test_a_part_longer_than_the_file_is_fetched_anew(publisher: Publisher, tmp_path: Path) -> None:
    _cut_off(publisher, tmp_path, ETag=TAG)

    def send(handler: BaseHTTPRequestHandler) -> None:
        short = b"short"
        handler.send_response(416 if "Range" in handler.headers else 200)
        handler.send_header("Content-Length", str(len(short)))
        handler.end_headers()
        handler.wfile.write(short)

    publisher.answers["/act"] = send

    assert _fetch(publisher, tmp_path / "act").path.read_bytes() == b"short"


def test_a_rest_that_is_cut_off_is_kept_with_the_part(publisher: Publisher, tmp_path: Path) -> None:
    _cut_off(publisher, tmp_path, ETag=TAG)

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(206)
        handler.send_header("Content-Range", f"bytes {HALF}-{len(BODY) - 1}/{len(BODY)}")
        handler.end_headers()
        handler.wfile.write(BODY[HALF:-1])

    publisher.answers["/act"] = send

    with pytest.raises(DownloadError, match="cut off"):
        _fetch(publisher, tmp_path / "act")

    assert (tmp_path / "act.part").read_bytes() == BODY[:-1]


def test_a_rest_of_another_length_is_refused_and_the_part_dropped(
    publisher: Publisher, tmp_path: Path
) -> None:
    _cut_off(publisher, tmp_path, ETag=TAG)
    publisher.answer("/act", b"rest", 206, Content_Range=f"bytes {HALF}-{len(BODY) - 1}/{len(BODY)}")

    with pytest.raises(DownloadError, match="another part"):
        _fetch(publisher, tmp_path / "act")

    assert _left(tmp_path) == set()


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_too_large_is_not_taken(announced: bool, publisher: Publisher, tmp_path: Path) -> None:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        if announced:
            handler.send_header("Content-Length", str(len(BODY)))
        handler.end_headers()
        handler.wfile.write(BODY)

    publisher.answers["/act"] = send

    with pytest.raises(DownloadError, match="more than 1,000 bytes"):
        _fetch(publisher, tmp_path / "act", largest=1000)

    assert _left(tmp_path) == set()


def test_a_folder_that_cannot_be_written_is_said(publisher: Publisher, tmp_path: Path) -> None:
    publisher.answer("/act", BODY)

    with pytest.raises(MachineError, match="cannot be written"):
        _fetch(publisher, tmp_path / "nowhere" / "act")
