"""The ways of finding passages that are measured side by side, one a file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from benchmarks.contestants.contestant import TOP, Contestant, Passage

_CLASSES = {
    "ours": ("ours", "Ours"),
    "ours-shipped": ("ours", "OursAsShipped"),
    "LangChain": ("langchain", "LangChain"),
    "LlamaIndex": ("llama_index", "LlamaIndex"),
    "Haystack": ("haystack", "Haystack"),
}

OURS, OURS_SHIPPED = "ours", "ours-shipped"
KITS = ("LangChain", "LlamaIndex", "Haystack")

__all__ = ["KITS", "OURS", "OURS_SHIPPED", "TOP", "Contestant", "Passage", "contestant"]


def contestant(name: str, folder: Path, model: Path) -> Contestant:
    """One of them, empty, with a folder to keep its index in; only its own libraries are imported."""
    module, kind = _CLASSES[name]
    made: Contestant = getattr(import_module(f"{__name__}.{module}"), kind)(folder, model)
    return made
