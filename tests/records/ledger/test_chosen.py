from __future__ import annotations

from pathlib import Path

import pytest

from copilot.errors import RecordsUnavailable, SettingsError
from copilot.records import Question
from copilot.records.ledger import chosen_ledger
from copilot.settings import Settings, read_settings
from tests.chroma import free_port
from tests.records.conftest import Place


def test_without_an_address_the_ledger_is_in_the_data_folder(question: Question, tmp_path: Path) -> None:
    with chosen_ledger(Settings(data_dir=tmp_path)) as ledger:
        ledger.append(question)

    assert (tmp_path / "records" / "ledger.db").is_file()
    assert (tmp_path / "records").stat().st_mode & 0o077 == 0
    assert (tmp_path / "ledger.key").stat().st_mode & 0o077 == 0


def test_the_database_that_is_named_and_the_key_beside_none_of_it(
    place: Place, question: Question, tmp_path: Path
) -> None:
    address = place.url.set(drivername=place.url.get_backend_name()).render_as_string(hide_password=False)
    settings = read_settings(
        {
            "COPILOT_DATABASE_URL": address,
            "COPILOT_LEDGER_KEY_FILE": str(tmp_path / "keys" / "ledger.key"),
            "COPILOT_DATA_DIR": str(tmp_path / "data"),
        },
        tmp_path / ".env",
    )

    with chosen_ledger(settings) as ledger:
        assert ledger.append(question) == 1

    with chosen_ledger(settings, must_exist=True) as ledger:
        assert [entry.sequence for entry in ledger.entries()] == [1]
    assert (tmp_path / "keys" / "ledger.key").is_file()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "address",
    ["sesame", "mysql://keeper:sesame@127.0.0.1/records", "sqlite://", "postgresql://keeper:sesame@x"],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(address: str, tmp_path: Path) -> None:
    settings = read_settings(
        {"COPILOT_DATABASE_URL": address, "COPILOT_DATA_DIR": str(tmp_path)}, tmp_path / ".env"
    )

    with pytest.raises(SettingsError, match="COPILOT_DATABASE_URL") as error:
        chosen_ledger(settings)

    assert "sesame" not in f"{error.value} {error.value.remedy} {settings!r}"


def test_a_password_in_the_address_is_told_to_nobody(tmp_path: Path) -> None:
    address = f"postgresql://keeper:sesame@127.0.0.1:{free_port()}/records"
    settings = read_settings({"COPILOT_DATABASE_URL": address}, tmp_path / ".env")

    with pytest.raises(RecordsUnavailable) as error:
        chosen_ledger(settings)

    assert "sesame" not in f"{error.value} {error.value.remedy} {settings!r} {settings.model_dump_json()}"
