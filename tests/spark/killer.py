"""Owns the killing of one executor in the middle of a job."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from types import TracebackType

from pyspark.sql import SparkSession


class Killer:
    """Within its block, ends one executor of the session by `kill -9` once half of a stage's tasks are done."""

    def __init__(self, spark: SparkSession) -> None:
        self.killed: int | None = None
        self.done_then = self.tasks = 0
        self._tracker = spark.sparkContext.statusTracker()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Killer:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            for stage in map(self._tracker.getStageInfo, self._tracker.getActiveStageIds()):
                if stage and stage.numTasks > 2 and 2 * stage.numCompletedTasks >= stage.numTasks:
                    self.done_then, self.tasks = stage.numCompletedTasks, stage.numTasks
                    self.killed = min(executors())
                    os.kill(self.killed, signal.SIGKILL)
                    return


def executors() -> list[int]:
    """The processes of executors that this process or one of its children has started."""
    found = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [process for process in found if "CoarseGrainedExecutorBackend" in _command(process) and _is_ours(process)]


def _command(process: int) -> str:
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    return " ".join(word.decode(errors="replace") for word in words) if words[0].endswith(b"java") else ""


def _is_ours(process: int) -> bool:
    while process > 1 and process != os.getpid():
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return process == os.getpid()
