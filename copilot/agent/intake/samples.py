"""The sample descriptions of ``examples.yaml``, and their vectors, which are kept in the data folder once made."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import yaml
from pydantic import ConfigDict, TypeAdapter

from copilot.agent.intake.proposal import Value
from copilot.errors import MachineError
from copilot.retrieval import Embedder, Vectors

_FILE = "examples.yaml"


@dataclass(frozen=True, slots=True)
class Samples:
    """Descriptions that fall under one provision, and the facts they have in common."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    provision: str
    proposes: dict[str, Value]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllSamples:
    """Those under a provision, and those under none."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    provisions: tuple[Samples, ...]
    neither: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them in one order."""
        return (*(text for held in self.provisions for text in held.examples), *self.neither)


_samples = TypeAdapter(AllSamples)


@cache
def shipped_samples() -> AllSamples:
    """The samples that come with the copilot."""
    text = files("copilot.agent.intake").joinpath(_FILE).read_text(encoding="utf-8")
    return _samples.validate_python(yaml.safe_load(text))


def vectors_of(texts: Sequence[str], embedder: Embedder, folder: Path | None) -> Vectors:
    """A vector a text; read from the folder where the same model made them of the same texts before."""
    if folder is None:
        return np.stack([embedder.embed_query(text) for text in texts])
    name = sha256("\n".join((embedder.model, *texts)).encode()).hexdigest()[:16]
    file = folder / f"intake-samples-{name}.npy"
    kept = _kept(file, len(texts))
    if kept is None:
        kept = vectors_of(texts, embedder, None)
        _keep(kept, file)
    return kept


def _kept(file: Path, count: int) -> Vectors | None:
    """What the file holds; a file that is missing or broken is made anew."""
    try:
        vectors: Vectors = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError, BadZipFile):
        return None
    return vectors if len(vectors) == count else None


def _keep(vectors: Vectors, file: Path) -> None:
    """Write a file beside and put it in place in one step, so that nobody reads half of it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
            np.save(part, vectors)
        Path(part.name).replace(file)
        for older in file.parent.glob("intake-samples-*.npy"):
            if older != file:
                older.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError(
            f"{file.parent} cannot be written: {error.strerror}",
            remedy="Let COPILOT_DATA_DIR name a folder that can be written.",
        ) from error
