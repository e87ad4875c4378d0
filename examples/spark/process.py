"""Owns one run of the binary: lines go in, as many lines come out, or it is an error."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence

# Exit codes of saidso: 0 done, 1 some records failed and have error lines, 2 wrong arguments.
_ANSWERED = (0, 1)


class Died(RuntimeError):
    """The binary did not answer; Spark is to run the task again."""


def run(command: Sequence[str], lines: Sequence[bytes], answered: Sequence[int]) -> bytes:
    """What `command` prints for `lines`; input, output and messages flow at the same time, so no pipe blocks.

    Raises `Died` for an exit code that is not `answered`, with the last of the messages.
    """
    done = subprocess.run(command, input=b"".join(line + b"\n" for line in lines), capture_output=True, check=False)
    if done.returncode not in answered:
        raise Died(f"{command[0]} ended with {done.returncode}: {_last(done.stderr) or 'no message'}")
    return done.stdout


def answers(command: Sequence[str], lines: Sequence[bytes]) -> list[bytes]:
    """One answer a line, in order; raises `Died` if any is missing."""
    found = run(command, lines, _ANSWERED).splitlines() if lines else []
    if len(found) != len(lines):
        raise Died(f"{command[0]} gave {len(found)} answers to {len(lines)} articles")
    return found


def answers_one_by_one(command: Sequence[str], lines: Sequence[bytes]) -> list[bytes]:
    """As `answers`, but articles of which the binary dies get an error line: they are found by halving."""
    try:
        return answers(command, lines)
    except Died as died:
        if len(lines) == 1:
            return [json.dumps({"id": _id(lines[0]), "error": str(died)}).encode()]
    half = len(lines) // 2
    return answers_one_by_one(command, lines[:half]) + answers_one_by_one(command, lines[half:])


def _id(line: bytes) -> object:
    try:
        return json.loads(line).get("id")
    except (ValueError, AttributeError):
        return None


def _last(messages: bytes) -> str:
    return messages.decode(errors="replace").strip()[-500:]
