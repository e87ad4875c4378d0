"""Annotates articles on a Spark cluster: reads JSON lines, Parquet or CSV, and writes Parquet, a row an article.

    spark-submit annotate.py --saidso target/release/saidso --keep date,section articles.jsonl out/

Each task gives its articles to the binary in batches and returns rows; it writes nothing itself. A task that is run
again gives the same rows, and Spark takes those of one attempt, so nothing is lost and nothing is there twice.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles, TaskContext
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

import process
import rows

# A process for each batch costs 10 ms to start; a batch of 2 MB takes a second, and 200 MB of memory with its answers.
BATCH_BYTES, BATCH_ROWS = 2 << 20, 2000
# From this attempt on, a task looks for the article that the binary dies of.
SUSPICIOUS = 2

Batches = Iterator[pa.RecordBatch]


@dataclass
class Job:
    """What is asked for."""

    source: str
    target: str
    saidso: str
    format: str = "jsonl"
    id: str = "id"
    text: str = "text"
    keep: list[str] = field(default_factory=list)
    overwrite: bool = False


def run(spark: SparkSession, job: Job) -> None:
    """Annotates every article of `job.source` and commits the rows to `job.target`."""
    share(spark, job.saidso)
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH_ROWS))
    spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", str(BATCH_BYTES))
    schema = rows.schema(job.keep)
    annotated = lines(spark, job).mapInArrow(task(Path(job.saidso).name, schema), from_arrow_schema(schema))
    mode = "overwrite" if job.overwrite else "errorifexists"
    annotated.write.mode(mode).option("compression", "zstd").parquet(job.target)


def share(spark: SparkSession, saidso: str) -> None:
    """Sends the binary and our modules to every executor, also to those that come later."""
    spark.sparkContext.addFile(saidso)
    for module in (process.__file__, rows.__file__, __file__):
        spark.sparkContext.addPyFile(str(module))


def lines(spark: SparkSession, job: Job) -> DataFrame:
    """The articles as JSON lines, in `line`, and the fields that go along."""
    if job.format == "jsonl":
        return _json_lines(spark, job)
    read = spark.read.option("header", True).option("multiLine", True).option("escape", '"')
    articles = read.format(job.format).load(job.source)
    kept = [F.col(f"`{name}`").cast("string").alias(name) for name in job.keep]
    return articles.select(_line(F.col(f"`{job.id}`"), F.col(f"`{job.text}`")), *kept)


def _json_lines(spark: SparkSession, job: Job) -> DataFrame:
    """Lines as they are, bad ones too: the binary says what is wrong with them."""

    def named(name: str) -> Column:
        return F.get_json_object("value", f"$['{name}']")

    as_is = (job.id, job.text) == ("id", "text")
    line = F.col("value").cast("binary").alias("line") if as_is else _line(named(job.id), named(job.text))
    articles = spark.read.option("lineSep", "\n").text(job.source).where(F.trim("value") != "")
    return articles.select(line, *(named(name).alias(name) for name in job.keep))


def _line(identifier: Column, text: Column) -> Column:
    return F.to_json(F.struct(identifier.alias("id"), text.alias("text"))).cast("binary").alias("line")


def task(saidso: str, schema: pa.Schema) -> Callable[[Batches], Batches]:
    """The work on one partition: batch by batch, rows for lines."""

    def work(batches: Batches) -> Batches:
        command = [SparkFiles.get(saidso), "--jsonl", "--offsets", "codepoint", "-j", "1"]
        attempt = TaskContext.get()
        suspicious = attempt is not None and attempt.attemptNumber() >= SUSPICIOUS
        ask = process.answers_one_by_one if suspicious else process.answers
        for batch in batches:
            yield _annotated(batch, lambda asked: ask(command, asked), schema)

    return work


def _annotated(
    batch: pa.RecordBatch, ask: Callable[[list[bytes]], list[bytes]], schema: pa.Schema
) -> pa.RecordBatch:
    records = batch.to_pylist()
    asked = [record.pop("line").removeprefix(b"\xef\xbb\xbf").strip() for record in records]
    found = zip(asked, ask(asked), records, strict=True)
    return pa.RecordBatch.from_pylist([{**kept, **rows.row(line, answer)} for line, answer, kept in found], schema)


def arguments() -> Job:
    """The command line, read."""
    parser = argparse.ArgumentParser(description="Annotates articles on a Spark cluster.")
    parser.add_argument("source", help="a file, folder or pattern: .jsonl (also .gz), .parquet or .csv")
    parser.add_argument("target", help="the folder for the Parquet files")
    parser.add_argument("--saidso", required=True, help="the binary; it is sent to the executors")
    parser.add_argument("--format", choices=["jsonl", "parquet", "csv"], default="jsonl")
    parser.add_argument("--id", default="id", help="the field that names an article")
    parser.add_argument("--text", default="text", help="the field with its text")
    parser.add_argument("--keep", default=[], type=lambda names: names.split(","), help="fields that go along: a,b,c")
    parser.add_argument("--overwrite", action="store_true", help="replace what stands in the target")
    return Job(**vars(parser.parse_args()))


if __name__ == "__main__":
    session = SparkSession.builder.appName("saidso annotate").getOrCreate()
    run(session, arguments())
    session.stop()
