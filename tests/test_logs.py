import json
import logging
from typing import Literal

import pytest

from copilot.logs import configure_logging, logger
from copilot.settings import Settings


def _logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_question_and_a_secret_are_withheld_at_info(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_format="json"))

    logger("copilot.test").info("asked", question="may we buy X?", api_key="sk-1", words=4)

    (line,) = _logged(capsys)
    assert (line["question"], line["api_key"], line["words"]) == ("[withheld]", "[withheld]", 4)
    assert (line["event"], line["level"]) == ("asked", "info")


def test_words_are_shown_at_debug_and_secrets_never(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_format="json", log_level="debug"))

    logger("copilot.test").debug("asked", question="may we buy X?", password="hunter2")

    (line,) = _logged(capsys)
    assert (line["question"], line["password"]) == ("may we buy X?", "[withheld]")


def test_other_libraries_are_heard_from_warning_on(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings(log_format="json", log_level="debug"))

    logging.getLogger("httpx").info("POST with all it holds")
    logging.getLogger("httpx").warning("slow")

    assert [line["event"] for line in _logged(capsys)] == ["slow"]


def test_text_for_a_person_keeps_the_traceback_of_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(Settings())

    try:
        raise ValueError("no oil")
    except ValueError:
        logger("copilot.test").exception("failed", lantern=3)

    shown = capsys.readouterr().err
    assert "failed" in shown
    assert "ValueError: no oil" in shown


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_traceback_shows_no_values(
    log_format: Literal["text", "json"], capsys: pytest.CaptureFixture[str]
) -> None:
    def burn(lantern: str) -> None:
        raise ValueError(f"{len(lantern)} letters")

    configure_logging(Settings(log_format=log_format))
    try:
        burn("hunter" + "2")
    except ValueError:
        logger("copilot.test").exception("failed")

    logged = capsys.readouterr().err
    assert "7 letters" in logged
    assert "hunter2" not in logged
