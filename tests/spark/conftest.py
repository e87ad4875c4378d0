"""Owns one run on a cluster of two executors, in which one executor is killed and the binary dies once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import SparkSession

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "examples/spark"))
os.environ["PYSPARK_PYTHON"] = sys.executable

import annotate  # noqa: E402
import articles  # noqa: E402
from killer import Killer  # noqa: E402

SAIDSO = os.environ.get("SAIDSO", str(ROOT / "target/debug/saidso"))
COUNT = 2000
# A line that is cut off, one without a text, one whose text is none, and an empty one, which is no record.
BROKEN = ['{"id":"cut","text":"Mayor Ana Brook sa', '{"id":"empty"}', '{"id":7,"text":7}', ""]


@dataclass
class Run:
    """What one run on the cluster read, wrote and went through."""

    source: Path
    target: Path
    wrapper: Path
    killer: Killer
    died: Path


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """A cluster of this machine: two workers, each with an executor as a process of its own."""
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("saidso tests")
    settings = {
        "spark.executor.memory": "512m",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.files.maxPartitionBytes": "400k",
        "spark.log.level": "ERROR",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    work = Path(pyspark.__file__).parent / "work" / session.sparkContext.applicationId
    yield session
    session.stop()
    # Workers of `local-cluster` keep what their executors were sent.
    shutil.rmtree(work, ignore_errors=True)


@pytest.fixture(scope="session")
def run(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """2,000 articles and some broken records, annotated while an executor is killed and the binary dies."""
    folder = tmp_path_factory.mktemp("spark")
    source, target, died = folder / "articles.jsonl", folder / "out", folder / "died"
    lines = list(articles.lines(COUNT))
    for place, line in zip((1500, 900, 400, 100), BROKEN, strict=True):
        lines.insert(place, line)
    # Begins with a byte order mark, and has one line as Windows ends them.
    source.write_bytes(("\ufeff" + "\n".join(lines).replace("\n", "\r\n", 1) + "\n").encode())
    wrapper = dying_once(folder / "saidso", died)
    with Killer(spark) as killer:
        job = annotate.Job(str(source), str(target), str(wrapper), keep=["date", "section", "outlet"])
        annotate.run(spark, job)
    return Run(source, target, wrapper, killer, died)


def dying_once(path: Path, died: Path) -> Path:
    """A program that is saidso, but for the first time it is killed in the middle of its answers."""
    path.write_text(f"""#!/bin/sh
if [ "$1" = --jsonl ] && mkdir '{died}' 2>/dev/null; then
    '{SAIDSO}' "$@" | head -c 100000
    kill -9 $$
fi
exec '{SAIDSO}' "$@"
""")
    path.chmod(0o755)
    return path


@pytest.fixture(scope="session")
def single(run: Run) -> list[bytes]:
    """What one machine says of the same input, line by line."""
    command = [SAIDSO, "--jsonl", "--offsets", "codepoint"]
    with run.source.open("rb") as source:
        return subprocess.run(command, stdin=source, stdout=subprocess.PIPE, check=False).stdout.splitlines()
