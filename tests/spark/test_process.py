"""One run of the binary: what it does not answer is never passed over."""

from __future__ import annotations

import json
from pathlib import Path

import process
import pytest
from conftest import SAIDSO


def program(path: Path, script: str) -> list[str]:
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(0o755)
    return [str(path)]


def test_much_goes_in_and_out_at_the_same_time() -> None:
    lines = [b"x" * 1000] * 20_000
    assert process.answers(["cat"], lines) == lines


def test_messages_do_not_fill_their_pipe(tmp_path: Path) -> None:
    assert process.answers(program(tmp_path / "p", "head -c 1000000 /dev/zero >&2\ncat\n"), [b"a"]) == [b"a"]


def test_exit_code_1_with_all_answers_is_an_answer(tmp_path: Path) -> None:
    assert process.answers(program(tmp_path / "p", "cat\nexit 1\n"), [b"a", b"b"]) == [b"a", b"b"]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("head -n 1\nexit 0\n", "gave 1 answers to 2 articles"),
        ("cat\necho 'no such option' >&2\nexit 2\n", "ended with 2: no such option"),
        ("cat\nkill -9 $$\n", "ended with -9: no message"),
        ("exit 0\n", "gave 0 answers to 2 articles"),
    ],
)
def test_what_is_no_answer_is_an_error(tmp_path: Path, script: str, message: str) -> None:
    with pytest.raises(process.Died, match=message):
        process.answers(program(tmp_path / "p", script), [b"a", b"b"])


def test_an_article_that_the_binary_dies_of_gets_an_error_and_the_others_their_reports(tmp_path: Path) -> None:
    script = f'cat > "$0.$$"\ngrep -q deadly "$0.$$" && kill -9 $$\nexec "{SAIDSO}" --jsonl < "$0.$$"\n'
    deadly = program(tmp_path / "p", script)
    lines = [json.dumps({"id": at, "text": "deadly" if at == 3 else "It rains."}).encode() for at in range(8)]
    with pytest.raises(process.Died):
        process.answers(deadly, lines)
    found = [json.loads(answer) for answer in process.answers_one_by_one(deadly, lines)]
    assert [answer["id"] for answer in found] == list(range(8))
    assert [answer["id"] for answer in found if "report" not in answer] == [3]
    assert "ended with -9" in found[3]["error"]
