from pathlib import Path

from copilot.law import load_corpus
from copilot.law.dangling import find_dangling

_INSTRUMENT = """\
id: lantern-act
title: Regulation on lanterns
short: Lantern Act
kind: regulation
jurisdiction: EU
publisher: Council of Lamplighters
status: in force
versions:
  - {from: 2020-01-01, source: Lantern Gazette 1/2020}
"""
_DUTIES = """\
---
instrument: lantern-act
title: Duties
source: Lantern Gazette 1/2020
from: 2020-01-01
---

### Article 1 · Lighting

- **1.** {until 2025-01-01} A keeper shall light each lantern of Article 2, save under paragraph 3.
- **1.** {from 2025-01-01} A keeper shall light each lantern of Article 2 and of Article 5 of Directive 2014/33/EU.
- **2.** Paragraph 1 and Articles 2 to 4 apply at dusk, and so does this Regulation.

### Article 2 · Oil {until 2025-01-01}

Only vegetable oil may be burnt.

### Article 4 · Glass

Glass is clean, as point 2 of Annex I asks, not point 3 of Annex I.

### Annex I · Glass

#### Section A · Panes

- **2.** Wipe it.
"""


def test_references_that_lead_nowhere_are_listed_with_the_wording_they_stand_in(tmp_path: Path) -> None:
    folder = tmp_path / "lantern-act"
    folder.mkdir()
    (folder / "instrument.yaml").write_text(_INSTRUMENT)
    (folder / "duties.md").write_text(_DUTIES)
    (tmp_path / "policies").mkdir()

    found = find_dangling(load_corpus(policies=None, texts=tmp_path))

    assert [str(one) for one in found] == [
        "lantern-act/art-1/1: 'paragraph 3' is lantern-act/art-1/3, which is not held",
        "lantern-act/art-1/2: 'Articles 2 to 4' is lantern-act/art-3, which is not held",
        "lantern-act/art-4: 'point 3 of Annex I' is lantern-act/anx-1/3, which is not held",
    ]
    assert found[0].stands_in.text.startswith("A keeper shall light")


def test_every_reference_inside_the_shipped_corpus_leads_somewhere() -> None:
    assert [str(one) for one in find_dangling(load_corpus(policies=None))] == []
