"""The command line beside which the module is laid."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = os.environ.get("SAIDSO_COMMAND", str(ROOT / "target/debug/saidso"))

Lines = Callable[..., list[str]]


@pytest.fixture(scope="session")
def command() -> str:
    """Where the command line is."""
    if not Path(COMMAND).exists():
        pytest.fail(f"there is no {COMMAND}; build it with `cargo build`, or name one in SAIDSO_COMMAND")
    return COMMAND


@pytest.fixture(scope="session")
def reports(command: str) -> Lines:
    """The reports of the command line on texts, as it writes them."""

    def run(texts: list[str], *arguments: str) -> list[str]:
        lines = "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts))
        done = subprocess.run(
            [command, "--jsonl", *arguments], input=lines.encode(), capture_output=True, check=True
        )
        written = done.stdout.decode().split("\n")[:-1]
        heads = [f'{{"id":{n},"report":' for n in range(len(texts))]
        assert [line[: len(head)] for line, head in zip(written, heads, strict=True)] == heads
        return [line[len(head) : -1] for line, head in zip(written, heads, strict=True)]

    return run
