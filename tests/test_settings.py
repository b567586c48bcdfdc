from pathlib import Path

import pytest

from copilot.errors import SettingsError
from copilot.settings import read_settings


def test_without_anything_set_the_defaults_hold(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path / ".env")

    assert (settings.host, settings.port, settings.policies) == ("127.0.0.1", 8000, None)
    assert settings.data_folder.is_absolute()


def test_the_environment_counts_over_the_file(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text('COPILOT_PORT=8001\nCOPILOT_HOST="localhost"  # ours\nOTHER=ignored\n')

    settings = read_settings({"COPILOT_PORT": "8002", "PATH": "/bin"}, env_file)

    assert (settings.port, settings.host) == (8002, "localhost")


@pytest.mark.parametrize(
    ("environ", "env_text", "said"),
    [
        ({"COPILOT_PORT": "many"}, "", "COPILOT_PORT: 'many'"),
        ({"COPILOT_PORT": "70000"}, "", "less than or equal to 65535"),
        ({"COPILOT_PROT": "8000"}, "", "COPILOT_PROT is not a setting"),
        ({}, "COPILOT_PORT=8000\nwhat is this\n", ":2: this line is not NAME=value"),
        ({}, "COPILOT_PORT\n", ":1: this line is not NAME=value"),
        ({}, 'COPILOT_HOST="127.0.0.1\n', ":1: this line is not NAME=value"),
        ({"COPILOT_CHROMA_URL": "127.0.0.1:8100"}, "", "COPILOT_CHROMA_URL: '127.0.0.1:8100'"),
        ({"COPILOT_CHROMA_URL": "ftp://chroma.example"}, "", "should be 'http' or 'https'"),
        ({"COPILOT_EMBEDDING_URL": "http://lamps.example/v1?key=1"}, "", "an address only"),
        ({"COPILOT_EMBEDDING_KEY": ""}, "", "COPILOT_EMBEDDING_KEY: it is empty"),
        ({"COPILOT_OIDC_ISSUER": "https://login.example"}, "", "set COPILOT_OIDC_AUDIENCE, too"),
        (
            {"COPILOT_OIDC_ISSUER": "http://login.example", "COPILOT_OIDC_AUDIENCE": "copilot"},
            "",
            "has to be reached over https",
        ),
        ({"COPILOT_CORS_ORIGINS": "https://a.example, *"}, "", "an origin is like"),
        ({"COPILOT_RATE_LIMIT": "often"}, "", "COPILOT_RATE_LIMIT: 'often'"),
    ],
)
def test_a_wrong_setting_is_named(
    environ: dict[str, str], env_text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(env_text)

    with pytest.raises(SettingsError) as error:
        read_settings(environ, tmp_path / ".env")

    assert said in str(error.value)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COPILOT_EMBEDDING_KEY", "sesame opens"),
        ("COPILOT_CHROMA_TOKEN", "sesame\nopens"),
        ("COPILOT_CHROMA_URL", "http://keeper:sesame@chroma.example"),
    ],
)
def test_a_secret_is_told_to_nobody_not_even_where_it_is_wrong(
    name: str, value: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match=name) as error:
        read_settings({name: value}, tmp_path / ".env")

    assert "sesame" not in f"{error.value} {error.value.remedy} {error.value.__cause__}"


def test_secrets_do_not_show_in_the_settings(tmp_path: Path) -> None:
    settings = read_settings(
        {"COPILOT_EMBEDDING_KEY": "sesame", "COPILOT_CHROMA_TOKEN": "sesame"}, tmp_path / ".env"
    )

    assert settings.embedding_key is not None
    assert settings.embedding_key.get_secret_value() == "sesame"
    assert "sesame" not in f"{settings!r} {settings.model_dump_json()}"


def test_a_misspelled_setting_is_told_its_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({"COPILOT_PROT": "8000"}, tmp_path / ".env")

    assert "Did you mean COPILOT_PORT?" in error.value.remedy


def test_an_env_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings({}, tmp_path / ".env")


def test_an_issuer_is_kept_to_the_letter(tmp_path: Path) -> None:
    for name in ("https://login.example", "https://login.example/", "http://127.0.0.1:9/realms/bank"):
        stated = {"COPILOT_OIDC_ISSUER": name, "COPILOT_OIDC_AUDIENCE": "copilot"}
        assert read_settings(stated, tmp_path / ".env").oidc_issuer == name


def test_several_values_stand_between_commas(tmp_path: Path) -> None:
    stated = {"COPILOT_CORS_ORIGINS": "https://a.example, http://b.example:8080,"}

    assert read_settings(stated, tmp_path / ".env").cors_origins == (
        "https://a.example",
        "http://b.example:8080",
    )
