from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law import load_corpus

POLICY = '---\nid: {id}\ntitle: {id}\nversion: "{v}"\neffective: {day}\n{until}owner: us\n---\n1.1 Version {v}.\n'


def _write_policy(folder: Path, v: str, day: str, until: str = "") -> None:
    text = POLICY.format(id="gifts", v=v, day=day, until=until and f"until: {until}\n")
    (folder / f"gifts-{v}.md").write_text(text)


def test_a_firms_own_policies_replace_the_samples(texts: Path, tmp_path: Path) -> None:
    _write_policy(tmp_path, "1", "2024-01-01")

    corpus = load_corpus(policies=tmp_path, texts=texts)

    assert [name for name in corpus.instruments if name.startswith("policy/")] == ["policy/gifts"]


def test_a_policy_and_its_superseded_version_are_one_instrument(texts: Path, tmp_path: Path) -> None:
    _write_policy(tmp_path, "2", "2025-01-01")
    _write_policy(tmp_path, "1", "2024-01-01", until="2025-01-01")

    policy = load_corpus(policies=tmp_path, texts=texts).instruments["policy/gifts"]

    assert [version.source for version in policy.versions] == ["version 1", "version 2"]
    assert policy.status == "in force"


def test_several_small_laws_share_a_folder(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    folder = tmp_path / "us"
    folder.mkdir()
    record = (
        "- id: us-{0}\n  title: {0}\n  short: {0}\n  kind: statute\n  jurisdiction: US\n  publisher: X\n"
        "  status: in force\n  versions: [{{from: 2025-01-01, source: x}}]\n"
    )
    (folder / "instruments.yaml").write_text(record.format("one") + record.format("two"))

    assert list(load_corpus(policies=None, texts=tmp_path).instruments) == ["us-one", "us-two"]


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("notes/a.md", b"x", "says nowhere what it holds"),
        ("policies/a.md", b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_folder_that_cannot_be_read_is_named(
    file: str, content: bytes, said: str, tmp_path: Path
) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_bytes(content)

    with pytest.raises(CorpusError, match=said):
        load_corpus(policies=None, texts=tmp_path)


def test_text_of_an_instrument_nobody_declared_is_named(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    act = tmp_path / "act"
    act.mkdir()
    (act / "instrument.yaml").write_text((texts / "lantern-act" / "instrument.yaml").read_text())
    (act / "a.md").write_text(
        "---\ninstrument: neon-act\ntitle: x\nsource: x\nfrom: 2020-01-01\n---\n### Article 1 · x\n\ny\n"
    )

    with pytest.raises(CorpusError, match=r"a\.md:7: there is no instrument 'neon-act'"):
        load_corpus(policies=None, texts=tmp_path)


def test_the_shipped_corpus_reads_without_a_fault() -> None:
    corpus = load_corpus(policies=None)

    assert {"eu-ai-act", "nist-ai-rmf", "policy/personal-dealing"} <= corpus.instruments.keys()
