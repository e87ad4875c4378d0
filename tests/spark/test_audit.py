"""The audit that a cluster reduces is the audit of one machine."""

from __future__ import annotations

import json
import subprocess

import articles
import audit
import pytest
from conftest import COUNT, SAIDSO, Run
from pyspark.sql import SparkSession

HELP = subprocess.run([SAIDSO, "audit", "--help"], capture_output=True, stdin=subprocess.DEVNULL, check=False)
HAS_AUDIT = HELP.stdout.startswith(b"saidso audit")
pytestmark = pytest.mark.skipif(not HAS_AUDIT, reason="this saidso has no `audit` to reduce with")


@pytest.fixture(scope="module")
def alone(single: list[bytes]) -> list[bytes]:
    """Reports with what is known of their articles, as one machine would audit them."""
    known = {article["id"]: article for article in articles.articles(COUNT)}
    found = []
    for answer in map(json.loads, single):
        if "report" in answer:
            more = {name: known[answer["id"]][name] for name in ("date", "section", "outlet")}
            found.append(json.dumps({"id": answer["id"], "report": answer["report"], **more}).encode())
    return found


@pytest.mark.parametrize("options", [["--csv", "sources"], ["--csv", "groups"], ["--html"], ["--json"]])
def test_parts_add_up(alone: list[bytes], whole: bytes, options: list[str]) -> None:
    assert audit.printed(SAIDSO, whole, *options) == audit.printed(SAIDSO, b"\n".join(alone), *options)


@pytest.fixture(scope="module")
def whole(spark: SparkSession, run: Run) -> bytes:
    """The counts of the cluster, put together in more than one round."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "FAN_IN", 4)
        return audit.counts(spark, str(run.wrapper), str(run.target))
