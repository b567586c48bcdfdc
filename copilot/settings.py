"""Every setting of the copilot, read once from ``COPILOT_*`` and a ``.env`` file.

The edge (command line, API) calls ``read_settings`` and passes on what others need; nothing further
in reads the environment.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from dotenv.parser import parse_stream
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from copilot.errors import SettingsError

PREFIX = "COPILOT_"
ENV_FILE = Path(".env")


class Settings(BaseModel):
    """What can be set. Each field's description is its documentation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data_dir: Path = Field(
        default=Path("~/.regulatory-copilot"),
        description="Folder for all the copilot writes: the index, installed official texts, records.",
    )
    policies: Path | None = Field(
        default=None,
        description="Folder of the firm's own policies; it replaces the sample firm's.",
    )
    host: str = Field(default="127.0.0.1", description="Address on which `copilot serve` listens.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port on which `copilot serve` listens.")
    embedding_model: str = Field(
        default="bundled",
        description="Model that embeds texts: `bundled` (all-MiniLM-L6-v2, needs no download), "
        "or the name or folder of a sentence-transformers model.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severe messages that are logged."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How a log line is written: for a person, or as one JSON object."
    )

    @property
    def data_folder(self) -> Path:
        """``data_dir`` with ``~`` resolved."""
        return self.data_dir.expanduser().absolute()


def read_settings(environ: Mapping[str, str], env_file: Path = ENV_FILE) -> Settings:
    """The settings in force; ``environ`` counts over the file. A wrong one is named, never passed over."""
    stated = _from_file(env_file) | {key: text for key, text in environ.items() if key.startswith(PREFIX)}
    values = {key.removeprefix(PREFIX).lower(): text for key, text in stated.items()}
    for name in values.keys() - Settings.model_fields.keys():
        raise _unknown(name)
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        fault = error.errors()[0]
        name = str(fault["loc"][0])
        told = Settings.model_fields[name]
        value = "" if told.annotation is SecretStr else f": {values[name]!r}"
        raise SettingsError(
            f"{variable(name)}{value}: {fault['msg']}",
            remedy=f"Correct or remove it. {told.description}",
        ) from error


def variable(name: str) -> str:
    """The environment variable that sets a field."""
    return f"{PREFIX}{name.upper()}"


def _from_file(env_file: Path) -> dict[str, str]:
    """The copilot's lines of a ``.env`` file; a line that cannot be read is an error."""
    try:
        with env_file.open(encoding="utf-8") as stream:
            lines = list(parse_stream(stream))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{env_file} cannot be read: {error}",
            remedy="Make it a readable UTF-8 text file, or remove it.",
        ) from error
    for line in lines:
        if line.error or (line.key is not None and line.value is None):
            raise SettingsError(
                f"{env_file}:{line.original.line}: this line is not NAME=value",
                remedy=f"Write it like {PREFIX}PORT=8000, or put # before it.",
            )
    return {line.key: line.value or "" for line in lines if line.key and line.key.startswith(PREFIX)}


def _unknown(name: str) -> SettingsError:
    close = get_close_matches(name, Settings.model_fields, n=1)
    hint = f"Did you mean {variable(close[0])}? " if close else ""
    return SettingsError(
        f"{variable(name)} is not a setting", remedy=f"{hint}See them all: copilot settings"
    )
