"""Writes the figures of a run into ``docs/benchmarks.md``, between two marks, and draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.plot import draw
from benchmarks.results import Articles, Results
from copilot.errors import CorpusError

_PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_PICTURE = "benchmarks-retrieval.svg"
_BEGIN, _END = "<!-- retrieval: begin (written by benchmarks/report.py) -->", "<!-- retrieval: end -->"

_CAVEATS = """\
- All use the bundled all-MiniLM-L6-v2 on the CPU with the same number of threads. No contestant has a model that
  rewrites questions or a cross-encoder that ranks again. Questions are asked one at a time, after five to warm up.
- The documentation of each kit offers choices. Of those, and of 10 or 30 candidates, we took what found most on
  400 of these questions over 3,000 of these passages, which flatters the kits a little. Some of what ours
  weighs was compared on questions of this set, too; the halves show how much chance there is in the figures.
- The kits get the passages without the headings above them: with the headings, each of them found less on that
  sample. Ours takes the headings from the keys of the passages, and filters by day and audience at every question.
  Of the corpus that ships the kits get each text in its context, with which they found more, and its vector; ours
  lists no paragraph twice there, which helps it among the first five.
- LangChain: its documentation advises NLTK's `word_tokenize`, which is run without the cutting into sentences that
  needs a download. Haystack: Chroma is kept in memory, as its documentation begins; on disk its store takes several
  times as long to fill.
- Building counts importing the libraries and loading the model. Peak memory is that of the whole process, the
  building with PyTorch included.
- Chroma finds neighbours approximately; ours compares every vector.
- Growth: above the size of the set, passages are made of its sentences, and all vectors are real ones moved towards
  one another. That measures time, not quality. Chroma is filled in pages for Haystack, whose store writes its
  documents one by one."""


def write_report(results: Results) -> None:
    """Put the figures where the older ones stand, and the picture beside the page."""
    text = _PAGE.read_text(encoding="utf-8")
    before, mark, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not mark or not end:
        raise CorpusError(
            "the marks between which the figures are written are gone",
            remedy=f"Write {_BEGIN} and {_END} on lines of their own.",
            file=str(_PAGE),
        )
    _PAGE.write_text(f"{before}{_BEGIN}\n\n{section(results)}\n\n{_END}{after}", encoding="utf-8")
    draw(results, _PAGE.with_name(_PICTURE))


def section(results: Results) -> str:
    """The figures as Markdown."""
    sample = "**This is a sample: the figures are no result.** " if results.sample else ""
    parts = [
        f"{sample}{results.questions:,} questions over {results.passages:,} passages, {results.taken_on}, on "
        f"{results.machine}, {results.threads} threads: `{results.command}`. In brackets the 95 % interval by "
        "bootstrap over the questions.",
        _table(("contestant", *_measures(results)), _quality(results, "all")),
        "Ours minus each, question by question (paired bootstrap): where the interval does not hold zero, the "
        "difference is hardly chance.",
        _table(("ours minus", "questions", *_measures(results)), _differences(results)),
        _table(
            ("contestant", "build, s", "query, median, ms", "95th percentile, ms", "peak memory, MB"),
            _cost(results),
        ),
        *([_growth(results)] if results.growth else []),
        f"![Quality and growth]({_PICTURE})",
        *([_articles(results.articles)] if results.articles else []),
        "Ours by halves of the questions:",
        _table(("questions", *_measures(results)), _halves(results)),
        "How each is set up, and in which versions:",
        "\n".join(_set_up(results)),
        "What to bear in mind:",
        _CAVEATS,
    ]
    return "\n\n".join(part for part in parts if part)


def _measures(results: Results) -> tuple[str, ...]:
    return tuple(results.contestants[0].quality["all"])


def _quality(results: Results, part: str) -> Iterator[Sequence[str]]:
    for contested in results.contestants:
        yield contested.name, *map(str, contested.quality[part].values())


def _differences(results: Results) -> Iterator[Sequence[str]]:
    for contested in results.contestants:
        for part, held in (contested.ours_minus_this or {}).items():
            yield contested.name, part, *(one.signed for one in held.values())


def _halves(results: Results) -> Iterator[Sequence[str]]:
    for part, held in results.contestants[0].quality.items():
        yield part, *map(str, held.values())


def _cost(results: Results) -> Iterator[Sequence[str]]:
    for contested in results.contestants:
        yield (
            contested.name,
            f"{contested.build_seconds:.0f}",
            f"{contested.query.median:.1f}",
            f"{contested.query.p95:.1f}",
            f"{contested.peak_megabytes:,.0f}",
        )


def _growth(results: Results) -> str:
    sizes = sorted({grown.passages for grown in results.growth})
    cells = {
        (grown.name, grown.passages): f"{grown.query.median:.1f} / {grown.query.p95:.1f}"
        for grown in results.growth
    }
    names = dict.fromkeys(name for name, _ in cells)
    rows = ((name, *(cells[name, size] for size in sizes)) for name in names)
    said = f"Milliseconds for a query, median / 95th percentile of {results.growth_questions}, as the passages grow:"
    return f"{said}\n\n{_table(('contestant', *(f'{size:,}' for size in sizes)), rows)}"


def _articles(articles: Articles) -> str:
    rows = []
    for contested in articles.contestants:
        against = contested.ours_minus_this or {}
        differences = (against[kind].signed if kind in against else "" for kind in ("first", "first five"))
        rows.append((contested.name, str(contested.first), str(contested.first_five), *differences))
    said = (
        f"{articles.questions} questions on the {articles.act} that one article answers, over the "
        f"{articles.passages:,} texts that ship and are in force on {articles.as_of}: the share whose article, "
        "or a part of it, comes first or among the first five. The questions are few, and a few of them name an "
        "article that answers something else:"
    )
    columns = ("contestant", "first", "among five", "ours minus, first", "ours minus, five")
    return f"{said}\n\n{_table(columns, rows)}"


def _set_up(results: Results) -> Iterator[str]:
    for contested in results.contestants:
        versions = ", ".join(f"{package} {version}" for package, version in contested.versions.items())
        yield f"- **{contested.name}**: {contested.how} ({versions})"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
