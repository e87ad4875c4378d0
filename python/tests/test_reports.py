"""A report is the command line's, byte for byte, and its offsets fit Python's strings."""

import json
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
import saidso
from conftest import Lines
from texts import ALL, EDGES, LONG, drawn

SOME = [*EDGES, *(drawn(seed, 6) for seed in range(100, 120))]


def test_json_is_the_command_lines_byte_for_byte(reports: Lines) -> None:
    assert len(LONG.encode()) > 200_000
    assert [saidso.annotate_json(text) for text in ALL] == reports(ALL, "--offsets", "codepoint")


@pytest.mark.parametrize("offsets", ["utf16", "utf8"])
def test_other_units_are_the_command_lines_too(reports: Lines, offsets: str) -> None:
    made = [saidso.annotate_json(text, offsets=offsets) for text in SOME]  # type: ignore[arg-type]
    assert made == reports(SOME, "--offsets", offsets)


@pytest.mark.parametrize(
    ("hedges", "signals"), [("all", "all"), ("vague", "none"), ("modal,report", "passive,loaded")]
)
def test_kinds_are_named_as_on_the_command_line(reports: Lines, hedges: str, signals: str) -> None:
    expected = reports(SOME, "--offsets", "codepoint", "--hedges", hedges, "--signals", signals)
    assert [saidso.annotate_json(text, hedges=hedges, signals=signals) for text in SOME] == expected
    lists = {"hedges": hedges.split(","), "signals": tuple(signals.split(","))}
    assert [saidso.annotate_json(text, **lists) for text in SOME] == expected  # type: ignore[arg-type]


def test_a_file_gives_the_same_report(command: str, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    text = drawn(7, 9).replace("\0", " ").replace("\ufeff", "")
    file.write_bytes(text.encode())
    arguments = [command, "--json", "--offsets", "codepoint", str(file)]
    printed = subprocess.run(arguments, capture_output=True, check=True).stdout.decode()
    assert printed == saidso.annotate_json(text) + "\n"


def test_the_dict_is_what_the_json_says() -> None:
    for text in ALL:
        assert saidso.annotate(text) == json.loads(saidso.annotate_json(text))


def test_offsets_cut_the_marked_words_out_of_the_text() -> None:
    text = "The 😀 club met. “It is 𝒻ine,” said Ana Brook."
    report = saidso.annotate(text)
    [said] = report["attributions"]
    assert text[said["cue"]["start"] : said["cue"]["end"]] == "said"
    assert [text[span["start"] : span["end"]] for span in said["sources"]] == ["Ana Brook"]
    assert [text[span["start"] : span["end"]] for span in said["contents"]] == ["“It is 𝒻ine,”"]


def test_sentences_are_those_of_the_report_and_count_in_the_unit_asked_for() -> None:
    text = "Dr. Ek left 😀. She may return."
    assert [text[start:end] for start, end in saidso.sentences(text)] == ["Dr. Ek left 😀.", "She may return."]
    found = saidso.annotate(text)["sentences"]
    assert saidso.sentences(text) == [(sentence["start"], sentence["end"]) for sentence in found]
    units = text.encode("utf-16-le")
    cut = [units[2 * start : 2 * end] for start, end in saidso.sentences(text, offsets="utf16")]
    assert [words.decode("utf-16-le") for words in cut] == ["Dr. Ek left 😀.", "She may return."]
    assert saidso.sentences("") == []


def test_the_version_is_the_command_lines(command: str) -> None:
    printed = subprocess.run([command, "--version"], capture_output=True, check=True).stdout.decode()
    assert printed == f"saidso {saidso.__version__}\n"
    assert saidso.annotate("")["engine"]["version"] == saidso.__version__


def test_the_wheel_brings_its_types_and_licences() -> None:
    names = {file.name for file in metadata.files("saidso") or []}
    assert {"py.typed", "__init__.pyi", "LICENCES.txt"} <= names
    [licences] = (file for file in metadata.files("saidso") or [] if file.name == "LICENCES.txt")
    for part in ["MIT License", "Apache License", "\npyo3 ", "\nserde_json "]:
        assert part in licences.read_text()
    assert metadata.metadata("saidso")["License-Expression"] == "MIT OR Apache-2.0"
