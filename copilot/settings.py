"""Every setting of the copilot, read once from ``COPILOT_*`` and a ``.env`` file.

The edge (command line, API) calls ``read_settings`` and passes on what others need; nothing further
in reads the environment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, get_args

from dotenv.parser import parse_stream
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from copilot.errors import SettingsError
from copilot.setting_values import Issuer, Origins, ServerUrl, Token

PREFIX = "COPILOT_"
ENV_FILE = Path(".env")


class Settings(BaseModel):
    """What can be set. Each field's description is its documentation."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

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
        "the name or folder of a sentence-transformers model, or a name that the endpoint knows.",
    )
    embedding_url: ServerUrl | None = Field(
        default=None,
        description="Base address of an OpenAI-compatible endpoint that embeds texts, "
        "like `http://127.0.0.1:11434/v1`; without one, this machine does.",
    )
    embedding_key: Token | None = Field(default=None, description="Key for the embedding endpoint.")
    chroma_url: ServerUrl | None = Field(
        default=None,
        description="Address of a Chroma server that holds the vectors, like `http://127.0.0.1:8100`; "
        "without one, they lie in the data folder.",
    )
    chroma_token: Token | None = Field(
        default=None, description="Token sent to the Chroma server as `Authorization: Bearer`."
    )
    model: str = Field(
        default="extractive",
        description="Model that words answers: `extractive` (needs no network), or the name of one that the "
        "model endpoint knows.",
    )
    model_url: ServerUrl | None = Field(
        default=None,
        description="Base address of an OpenAI-compatible endpoint for that model, like `http://127.0.0.1:11434/v1`.",
    )
    model_key: Token | None = Field(default=None, description="Key for the model endpoint.")
    model_timeout: float = Field(
        default=60.0, gt=0, le=600, description="Seconds to wait for the model's next words."
    )
    model_retries: int = Field(
        default=2, ge=0, le=10, description="How often a busy or broken model is asked again."
    )
    model_budget: int = Field(
        default=60_000, ge=1_000, description="Tokens that one answer may cost, read and written together."
    )
    model_fallback: bool = Field(
        default=True,
        description="Whether the extractive model answers, and says so, where the other cannot be had.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="Address of the database of the ledger, like `postgresql://user:password@host:5432/records`; "
        "without one, it is a SQLite file in the data folder.",
    )
    ledger_key_file: Path | None = Field(
        default=None,
        description="File of the key that seals the ledger, made at its first use; without one, `ledger.key` in the "
        "data folder. Keep it where who can change the database cannot read it.",
    )
    retention_days: int | None = Field(
        default=None,
        ge=1,
        description="Days after which `copilot audit archive` moves entries out of the ledger; without, they stay.",
    )
    mask: Path | None = Field(
        default=None,
        description="YAML file of the firm's own patterns (`DEAL: Falcon|Nightingale`) that are masked, beside names, "
        "numbers and secrets, before anything is sent to a model that is elsewhere.",
    )
    answers_at_once: int = Field(
        default=8,
        ge=1,
        le=256,
        description="How many answers one process of `copilot serve` works on at a time; others wait.",
    )
    answers_waiting: int = Field(
        default=200,
        ge=0,
        le=10_000,
        description="How many questions may wait in one process; whoever asks one more is told to come again.",
    )
    answers_waiting_each: int = Field(
        default=20, ge=0, le=10_000, description="How many of them may come with one key or session."
    )
    key_days: int = Field(
        default=365, ge=1, le=3650, description="For how many days an API key is made at most."
    )
    oidc_audience: str | None = Field(
        default=None,
        min_length=1,
        description="Audience that OpenID Connect tokens must be for; needed with COPILOT_OIDC_ISSUER.",
    )
    oidc_issuer: Issuer | None = Field(
        default=None,
        description="Issuer of OpenID Connect tokens that are taken as `Authorization: Bearer`, to the letter as "
        "tokens name it, like `https://login.example/realms/bank`; without one, API keys alone are taken.",
    )
    oidc_name_claim: str = Field(
        default="sub",
        min_length=1,
        description="Claim of a token that names who calls; it must never name two people.",
    )
    oidc_roles_claim: str = Field(
        default="roles",
        min_length=1,
        description="Claim of a token that lists roles; `realm_access.roles` is one inside another.",
    )
    oidc_audiences_claim: str = Field(
        default="audiences",
        min_length=1,
        description="Claim of a token that lists the audiences whose policies are seen, like `groups`.",
    )
    rate_limit: str = Field(
        default="120/minute",
        pattern=r"^[1-9][0-9]*/(second|minute|hour|day)$",
        description="How many requests one key, or one person with tokens, may make.",
    )
    limits_url: SecretStr | None = Field(
        default=None,
        description="Address of a Redis server that counts requests for several processes, like "
        "`redis://:password@host:6379`; without one, each process counts for itself.",
    )
    cors_origins: Origins = Field(
        default=(),
        description="Origins whose pages in a browser may call the API, between commas; none by default.",
    )
    trusted_proxies: str = Field(
        default="127.0.0.1",
        description="Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed, between commas.",
    )
    otel_endpoint: ServerUrl | None = Field(
        default=None,
        description="Address of an OpenTelemetry collector that takes OTLP over HTTP, like `http://127.0.0.1:4318`; "
        "without one, nothing is traced.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severe messages that are logged."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How a log line is written: for a person, or as one JSON object."
    )

    @field_validator("oidc_issuer")
    @classmethod
    def _has_its_audience(cls, issuer: str | None, told: ValidationInfo) -> str | None:
        if issuer is not None and "oidc_audience" in told.data and told.data["oidc_audience"] is None:
            raise ValueError("a token must be meant for us: set COPILOT_OIDC_AUDIENCE, too")
        return issuer

    @property
    def data_folder(self) -> Path:
        """``data_dir`` with ``~`` resolved."""
        return self.data_dir.expanduser().absolute()

    @property
    def records_file(self) -> Path:
        """The SQLite file of the records, where no database is set."""
        return self.data_folder / "records" / "ledger.db"

    @property
    def key_of_the_ledger(self) -> Path:
        """``ledger_key_file`` with ``~`` resolved, or where the key lies by default."""
        return (self.ledger_key_file or self.data_folder / "ledger.key").expanduser().absolute()


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
        value = "" if _holds_a_secret(name, values[name]) else f": {values[name]!r}"
        raise SettingsError(
            f"{variable(name)}{value}: {fault['msg'].removeprefix('Value error, ')}",
            remedy=f"Correct or remove it. {told.description}",
        ) from error


def _holds_a_secret(name: str, value: str) -> bool:
    """Whether a value must not be shown: a key, or an address with a password in it."""
    held = set(_types(Settings.model_fields[name].annotation))
    return SecretStr in held or (HttpUrl in held and "@" in value)


def _types(annotation: object) -> Iterator[object]:
    """A type, and all it is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from _types(part)


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
