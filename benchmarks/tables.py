"""Prints the figures of a run as tables."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from benchmarks.results import Articles, Grown, Results


def print_results(results: Results, console: Console) -> None:
    """Quality, cost, growth and articles."""
    if results.sample:
        console.print("[bold]This is a sample: the figures are no result.[/bold]")
    console.print(f"{results.machine}; {results.threads} threads")
    for table in (_quality(results), _differences(results), _cost(results)):
        console.print(table)
    if results.growth:
        console.print(_growth(results.growth, results.growth_questions))
    if results.articles:
        console.print(_articles(results.articles))


def _quality(results: Results) -> Table:
    measures = next(iter(results.contestants[0].quality.values()))
    title = f"{results.passages} passages, {results.questions} questions, 95 % intervals"
    table = Table("Contestant", "Questions", *measures, title=title)
    for contested in results.contestants:
        for part, held in contested.quality.items():
            table.add_row(contested.name, part, *map(str, held.values()))
    return table


def _differences(results: Results) -> Table:
    measures = next(iter(results.contestants[0].quality.values()))
    table = Table("Ours minus", "Questions", *measures, title="Paired, 95 % intervals")
    for contested in results.contestants:
        for part, held in (contested.ours_minus_this or {}).items():
            table.add_row(contested.name, part, *(one.signed for one in held.values()))
    return table


def _cost(results: Results) -> Table:
    table = Table("Contestant", "Build, s", "Query p50, ms", "p95, ms", "Peak memory, MB", title="Cost")
    for contested in results.contestants:
        table.add_row(
            contested.name,
            f"{contested.build_seconds:.0f}",
            f"{contested.query.median:.1f}",
            f"{contested.query.p95:.1f}",
            f"{contested.peak_megabytes:.0f}",
        )
    return table


def _growth(growth: tuple[Grown, ...], questions: int) -> Table:
    columns = (
        "Passages",
        "Contestant",
        "Query p50, ms",
        "p95, ms",
        "Build without embedding, s",
        "Peak, MB",
    )
    table = Table(*columns, title=f"Growth, {questions} questions")
    for grown in growth:
        table.add_row(
            str(grown.passages),
            grown.name,
            f"{grown.query.median:.1f}",
            f"{grown.query.p95:.1f}",
            f"{grown.build_seconds:.0f}",
            f"{grown.peak_megabytes:.0f}",
        )
    return table


def _articles(articles: Articles) -> Table:
    title = f"{articles.questions} questions on the {articles.act}, {articles.passages} texts as of {articles.as_of}"
    table = Table(
        "Contestant",
        "Article first",
        "Among first five",
        "Ours minus, first",
        "Ours minus, five",
        title=title,
    )
    for contested in articles.contestants:
        against = contested.ours_minus_this or {}
        differences = (against[kind].signed if kind in against else "" for kind in ("first", "first five"))
        table.add_row(contested.name, str(contested.first), str(contested.first_five), *differences)
    return table
