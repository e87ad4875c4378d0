"""DuckDB's answers to `queries.sql` are those that plain Python counts from one machine's reports."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

import articles
import duckdb
import pytest
from conftest import COUNT, ROOT, Run

Answers = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def asked(run: Run) -> Answers:
    """The rows of each query, by the name in front of it."""
    base = duckdb.connect()
    base.execute(f"SET VARIABLE articles = '{run.target}/*.parquet'")
    found: Answers = {}
    for statement in (ROOT / "examples/spark/queries.sql").read_text().split(";"):
        names = [line[3:].partition(":") for line in statement.splitlines() if line.startswith("-- ")]
        rows = base.execute(statement).fetchall() if "SELECT" in statement else []
        found |= {name: rows for name, colon, _ in names if colon and " " not in name}
    return found


@pytest.fixture(scope="module")
def reports(single: list[bytes]) -> dict[str, dict[str, Any]]:
    read = [json.loads(line) for line in single]
    return {answer["id"]: answer["report"] for answer in read if "report" in answer}


def test_who_is_quoted_most(asked: Answers, reports: dict[str, dict[str, Any]]) -> None:
    statements: Counter[str] = Counter()
    places: defaultdict[str, set[str]] = defaultdict(set)
    for identifier, report in reports.items():
        for source in report["sources"]:
            if source["named"]:
                statements[source["name"]] += len(source["attributions"])
                places[source["name"]].add(identifier)
    expected = [(who, count, len(places[who])) for who, count in statements.items()]
    expected.sort(key=lambda row: (-row[1], row[0]))
    assert asked["most-quoted"] == expected[:20]


def test_the_share_of_unnamed_sources_by_month_and_section(asked: Answers, reports: dict[str, dict[str, Any]]) -> None:
    said: Counter[tuple[str, str]] = Counter()
    unnamed: Counter[tuple[str, str]] = Counter()
    for article in articles.articles(COUNT):
        where = (article["date"][:7], article["section"])
        report = reports[article["id"]]
        for attribution in report["attributions"]:
            if attribution["source"] is not None:
                said[where] += 1
                unnamed[where] += not report["sources"][attribution["source"]]["named"]
    counted = [(*where, said[where], unnamed[where]) for where in sorted(said)]
    assert [row[:4] for row in asked["unnamed"]] == counted
    assert len(counted) == 48 and sum(unnamed.values()) > 1000
    for row in asked["unnamed"]:
        assert row[4] == pytest.approx(100 * row[3] / row[2], abs=0.051)


def test_claims_without_a_source(asked: Answers, reports: dict[str, dict[str, Any]]) -> None:
    expected = [(name, report["stats"]["unsourcedClaims"]) for name, report in reports.items()]
    expected.sort(key=lambda row: (-row[1], row[0]))
    assert [row[:2] for row in asked["unsourced"]] == expected[:20]
    text = {article["id"]: article["text"] for article in articles.articles(COUNT)}
    assert all(first.split(" … ")[0] in text[name] for name, _, first in asked["unsourced"])
