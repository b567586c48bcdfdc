"""Builders that are killed (SIGKILL), and builders at once: real processes, see ``benchmarks/kills.py``."""

from pathlib import Path

import pytest

from benchmarks.builders import Host, write_texts
from benchmarks.kills import kill_builders
from tests.chroma import held_by


def _texts(folder: Path, *oils: str) -> list[Path]:
    return [write_texts(folder / oil, oil) for oil in oils]


@pytest.mark.parametrize(("after", "kills"), [(0.0, 20), (0.8, 10)])
def test_a_killed_builder_leaves_the_old_index_or_the_new_one_whole(
    after: float, kills: int, tmp_path: Path
) -> None:
    tally = kill_builders(tmp_path, kills=kills, seed=11, after=after)

    assert tally.broken == []
    assert tally.left.total() == kills


def test_a_killed_builder_leaves_nothing_half_written_on_a_server(tmp_path: Path, chroma: str) -> None:
    tally = kill_builders(tmp_path, kills=10, seed=12, server=chroma)

    assert tally.broken == []
    assert tally.left.total() == 10
    with held_by(chroma) as client:
        held = client.list_collections()
        assert {collection.count() for collection in held} == {200}
        assert [collection.name for collection in held if "part" in collection.name] == []


def test_of_two_builders_of_the_same_texts_one_has_nothing_to_do(tmp_path: Path) -> None:
    (texts,) = _texts(tmp_path, "olive")
    host = Host(tmp_path / "data")

    builders = [host.builder(texts) for _ in range(2)]

    assert sorted(bool(builder.told()) for builder in builders) == [False, True]
    assert host.look(texts) == (texts, "whole")


@pytest.mark.parametrize("on_a_server", [False, True])
def test_of_builders_of_different_texts_the_last_leaves_its_index_whole(
    on_a_server: bool, tmp_path: Path, chroma: str
) -> None:
    texts = _texts(tmp_path, "olive", "walnut", "linseed")
    host = Host(tmp_path / "data", chroma if on_a_server else None)

    builders = [host.builder(folder) for folder in texts]

    assert [builder.told() for builder in builders] == [True, True, True]
    left, said = host.look(*texts)
    assert left in texts, said


def test_hosts_that_build_the_same_on_a_server_at_once_share_it_in_the_end(
    tmp_path: Path, chroma: str
) -> None:
    (texts,) = _texts(tmp_path, "olive")
    hosts = [Host(tmp_path / name, chroma) for name in ("first", "second", "third")]

    builders = [host.builder(texts) for host in hosts]

    assert [builder.told() for builder in builders] == [True, True, True]
    assert [host.look(texts) for host in hosts] == [(texts, "whole")] * 3
    with held_by(chroma) as client:
        assert len(client.list_collections()) == 1
