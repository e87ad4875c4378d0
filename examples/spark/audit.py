"""Audits what annotate.py wrote: who is quoted across all articles, counted in parts that are then put together.

    spark-submit audit.py --saidso target/release/saidso --csv sources --out sources.csv out/

`saidso audit --json` counts each batch of reports, and counts of parts again give counts. Their order does not matter,
so a task that is run again changes nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pyspark import RDD, SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

import process

# How many counts one task puts together, and how many reports, of 40 KB as a rule, are counted at once.
FAN_IN, BATCH = 32, 500
# Fields of annotate.py's --keep that an audit groups by, where they are there.
GROUPS = ("title", "outlet", "author", "section", "date")


def counts(spark: SparkSession, saidso: str, source: str) -> bytes:
    """The counts of all reports in `source`, as `saidso audit --json` writes them."""
    spark.sparkContext.addFile(saidso)
    for module in (process.__file__, __file__):
        spark.sparkContext.addPyFile(str(module))
    name = Path(saidso).name
    articles = spark.read.parquet(source).where(F.col("report").isNotNull())
    kept = [field for field in GROUPS if field in articles.columns]
    rows = articles.select("id", "report", *kept).rdd
    parts = rows.mapPartitions(lambda found: _counted(name, map(_line, found)))
    return _together(parts, name)


def _together(parts: RDD[bytes], saidso: str) -> bytes:
    """Reduces counts as a tree: each round has a part in `FAN_IN` of the tasks, until one is left."""
    while (tasks := parts.getNumPartitions()) > 1:
        # A partition holds one line, so each goes to the same task again if it is made anew.
        parts = parts.repartition(-(-tasks // FAN_IN)).mapPartitions(lambda found: _counted(saidso, found))
    return b"\n".join(parts.take(1))


def _line(row: Any) -> bytes:
    """A line for the audit; the report goes in as it was written."""
    known = row.asDict()
    report = known.pop("report")
    head = json.dumps({name: value for name, value in known.items() if value is not None})
    return f'{head[:-1]}, "report": {report}}}'.encode()


def _counted(saidso: str, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The counts of one partition: batch by batch, then of the batches."""
    command = [SparkFiles.get(saidso), "audit", "--json", "-j", "1"]
    parts = [_ask(command, batch) for batch in _batches(lines)]
    if parts:
        yield parts[0] if len(parts) == 1 else _ask(command, parts)


def _ask(command: list[str], lines: list[bytes]) -> bytes:
    return process.run(command, lines, answered=(0,)).strip()


def _batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for line in lines:
        batch.append(line)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def printed(saidso: str, whole: bytes, *options: str) -> bytes:
    """A table or page of the counts: `--csv sources`, `--html`; see `saidso audit --help`."""
    return subprocess.run([saidso, "audit", *options], input=whole + b"\n", stdout=subprocess.PIPE, check=True).stdout


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Audits the reports that annotate.py wrote.")
    parser.add_argument("source", help="the folder that annotate.py wrote")
    parser.add_argument("--saidso", required=True, help="the binary; it is sent to the executors")
    parser.add_argument("--csv", metavar="TABLE", help="sources, apart, namings, cues or groups")
    parser.add_argument("--html", action="store_true", help="a page instead of a table")
    parser.add_argument("--out", help="the file to write (default: standard output)")
    asked = parser.parse_args()
    session = SparkSession.builder.appName("saidso audit").getOrCreate()
    whole = counts(session, asked.saidso, asked.source)
    session.stop()
    options = ["--csv", asked.csv] if asked.csv else ["--html" if asked.html else "--json"]
    page = printed(asked.saidso, whole, *options)
    if asked.out:
        Path(asked.out).write_bytes(page)
    else:
        sys.stdout.buffer.write(page)


if __name__ == "__main__":
    main()
