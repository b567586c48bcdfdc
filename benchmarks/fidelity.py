"""Measures the ruler: cuts elements from digest units on purpose, and counts how often `law check` would notice.

python benchmarks/fidelity.py FOLDER_OF_OFFICIAL_FILES
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from copilot.law import ProvisionId, load_corpus
from copilot.law.fidelity import editions_in
from copilot.law.fidelity.elements import adds_a_duty, lost_elements

_IF = r"where|if|provided that|in so far as|to the extent that?|unless"
_FITTING = r"appropriate|applicable|relevant|necessary|possible"
_CUTS = {
    "condition clause cut": (rf"\b(?:{_IF})\b[^,.;:]{{8,120}}[,.;:]", ""),
    "exception cut": (r"\b(?:unless|except|save|with the exception of|other than)\b[^,.;:]{5,120}", ""),
    "without prejudice cut": (r"[^.;]*\bwithout prejudice\b[^,.;]*[,.;]", ""),
    "shall not becomes shall": (r"\b(shall|may|must) not\b", r"\1"),
    "shall becomes may": (r"\bshall\b(?! not)", "may"),
    "may becomes shall": (r"\bmay\b(?! not)", "shall"),
    "at least cut": (r"\bat least\b", ""),
    "only, solely cut": (r"\b(?:solely|only|exclusively)\b ?", ""),
    "without undue delay cut": (r"\bwithout undue (?:further )?delay\b", ""),
    "provider becomes deployer": (r"\bprovider(s?)\b", r"deployer\1"),
    "where appropriate cut": (rf",? ?\b(?:where|as) (?:{_FITTING})\b,?", ""),
}


def main() -> None:
    """Cut every element that law and digest both have in these words, one kind at a time."""
    corpus = load_corpus(policies=None)
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for edition in editions_in(Path(sys.argv[1]), corpus.instruments.values()):
        law = corpus.as_of(edition.version.start)
        for unit in edition.units():
            provision_id = ProvisionId(edition.instrument.id, unit.path)
            wording = law.provision(provision_id) if provision_id in law else None
            for name, (pattern, instead) in _CUTS.items() if wording else ():
                harmed = re.sub(pattern, instead, wording.text, flags=re.IGNORECASE)
                if harmed != wording.text and re.search(pattern, unit.text, re.IGNORECASE):
                    tried[name] += 1
                    recital = provision_id.segments[0].startswith("rec-")
                    lost = lost_elements(unit.text, harmed, context=wording.title, condensed=recital)
                    noticed[name] += bool(lost) or adds_a_duty(unit.text, harmed)
    table = Table("Harm", "Noticed", "Of", "Share")
    for name in _CUTS:
        table.add_row(
            name, str(noticed[name]), str(tried[name]), f"{noticed[name] / (tried[name] or 1):.0%}"
        )
    Console().print(table)


if __name__ == "__main__":
    main()
