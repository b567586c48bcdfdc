"""A made-up act with its official page and its digest, for holding one against the other."""

from __future__ import annotations

from pathlib import Path

INSTRUMENT = """\
id: oil-act
title: Oil Act
short: Oil Act
kind: regulation
jurisdiction: EU
publisher: Council of Lamplighters
status: in force
versions:
  - {from: 2020-01-01, source: Lantern Gazette 2/2020, celex: 32020R0002}
"""
PAGE = """\
<html><body>
<div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p>
<div class="eli-title"><p class="oj-sti-art">Oil</p></div>
<div id="001.001"><p class="oj-normal">1.   A provider shall keep at least 30 litres
of oil in each public store.</p></div>
<div id="001.002"><p class="oj-normal">2.   The Commission may inspect a store.</p></div></div>
<div class="eli-subdivision" id="art_2"><p class="oj-ti-art">Article 2</p>
<div class="eli-title"><p class="oj-sti-art">Wicks</p></div>
<p class="oj-normal">Wicks shall be dry.</p></div>
</body></html>
"""
HEAD = "---\ninstrument: oil-act\ntitle: Oil\nsource: Lantern Gazette 2/2020\nfrom: 2020-01-01\n---\n"
FAITHFUL = (
    "### Article 1 · Oil\n- **1.** In every public store, 30 litres of oil at least must be kept by a provider.\n"
    "- **2.** Stores may be inspected by the Commission.\n### Article 2 · Wicks\n\nA wick must be dry.\n"
)


def write_oil_act(folder: Path, cut: str, instead: str) -> tuple[Path, Path]:
    """Write the act, with ``cut`` replaced in its digest; return the folders of texts and of official files."""
    texts, official = folder / "texts", folder / "official"
    for made in (texts / "policies", texts / "oil-act", official):
        made.mkdir(parents=True)
    (texts / "oil-act" / "instrument.yaml").write_text(INSTRUMENT)
    (texts / "oil-act" / "01.md").write_text(
        HEAD + FAITHFUL.replace(cut, instead) if cut else HEAD + FAITHFUL
    )
    (official / "32020R0002.oj.xhtml").write_text(PAGE)
    return texts, official
