"""Annotating on a cluster gives what one machine gives, whatever dies on the way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import annotate
import articles
import pyarrow.parquet as pq
import pytest
from conftest import COUNT, Run
from pyspark.sql import SparkSession

Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows(run: Run) -> list[Row]:
    return pq.read_table(run.target).to_pylist()


def test_an_executor_was_killed_halfway_and_the_binary_died(run: Run) -> None:
    assert run.killer.killed, "no executor was killed: the job was over before half of its tasks were seen done"
    assert run.killer.done_then < run.killer.tasks
    assert not Path(f"/proc/{run.killer.killed}/exe").exists()
    assert run.died.exists()


def test_nothing_is_lost_and_nothing_is_there_twice(rows: list[Row], single: list[bytes]) -> None:
    ids = sorted(row["id"] for row in rows if row["report"])
    assert ids == [article["id"] for article in articles.articles(COUNT)]
    assert len(rows) == len(single)


def test_reports_are_the_same_bytes_as_those_of_one_machine(rows: list[Row], single: list[bytes]) -> None:
    ours = {row["id"]: row["report"].encode() for row in rows if row["report"]}
    different = []
    for line in single:
        answer = json.loads(line)
        # The report is the last field but what may be passed through, so the bytes are looked for as they are.
        if "report" in answer and b'"report":' + ours[answer["id"]] not in line:
            different.append(answer["id"])
    assert len(ours) == COUNT
    assert not different


def test_broken_records_are_rows_with_their_error_and_what_stood_there(rows: list[Row]) -> None:
    failed = {row["record"]: row for row in rows if row["error"]}
    assert set(failed) == {b'{"id":"cut","text":"Mayor Ana Brook sa', b'{"id":"empty"}', b'{"id":7,"text":7}'}
    assert {row["id"] for row in failed.values()} >= {"empty", "7"}
    assert all(row["report"] is None and row["claims"] is None for row in failed.values())
    assert "text" in failed[b'{"id":"empty"}']["error"]


def test_fields_go_along_and_words_are_those_of_the_text(rows: list[Row]) -> None:
    found = {row["id"]: row for row in rows}
    for article in articles.articles(50):
        row, text = found[article["id"]], " ".join(article["text"].split())
        assert (row["date"], row["section"]) == (article["date"], article["section"])
        assert row["attributions"] and row["claims"] and row["sources"]
        words = [mark["cue"] for mark in row["attributions"]] + [mark["words"] for mark in row["hedges"]]
        words += [piece for mark in row["claims"] for piece in mark["words"].split(" … ")]
        assert not [word for word in words if word not in text]


def test_the_commit_is_sparks_own(run: Run) -> None:
    names = {path.name for path in run.target.iterdir() if not path.name.startswith(".")}
    assert "_SUCCESS" in names and "_temporary" not in names
    assert all(name == "_SUCCESS" or name.endswith(".parquet") for name in names)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_with_columns_of_other_names_are_read(spark: SparkSession, run: Run, tmp_path: Path, kind: str) -> None:
    some = [{"url": one["id"], "body": one["text"], "date": one["date"]} for one in articles.articles(20)]
    some_and_none = [*some, {"url": "none", "body": None, "date": None}]
    table = spark.createDataFrame(some_and_none, "url string, body string, date string")
    table.coalesce(1).write.option("header", True).option("escape", '"').format(kind).save(str(tmp_path / "in"))
    places = [str(tmp_path / "in"), str(tmp_path / "out"), str(run.wrapper)]
    job = annotate.Job(*places, format=kind, id="url", text="body", keep=["date"])
    annotate.run(spark, job)
    found = {row["id"]: row for row in pq.read_table(tmp_path / "out").to_pylist()}
    assert len(found) == 21 and "text" in found["none"]["error"]
    for one in some:
        blocks = json.loads(found[one["url"]]["report"])["blocks"]
        assert blocks[-1]["end"] == len(one["body"]) and found[one["url"]]["date"] == one["date"]
