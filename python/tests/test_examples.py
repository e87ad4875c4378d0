"""The examples do what their first lines say, as scripts and as modules."""

import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path.insert(0, str(EXAMPLES))

ARTICLES = "Ana Brook told us that the dam was safe 😀. “It may leak,” said Bo Ek, who built it."


def test_a_column_becomes_a_frame_in_pandas_and_polars() -> None:
    import frame
    import pandas
    import polars

    columns = {"id": ["a", "b", "c"], "text": [ARTICLES, None, "Nobody came."]}
    found = frame.with_pandas(pandas.DataFrame(columns))
    assert list(found["id"]) == ["a", "a"]
    assert list(found["source"]) == ["Ana Brook", "Bo Ek"]
    assert list(found["cue"]) == ["told", "said"]
    assert list(found["content"])[1] == "“It may leak,”"
    same = frame.with_polars(polars.DataFrame(columns))
    assert same.to_dicts() == found.to_dict("records")
    none = frame.with_polars(polars.DataFrame(columns).tail(1))
    assert none.columns == list(frame.with_pandas(pandas.DataFrame(columns).tail(1)).columns) == frame.COLUMNS


def test_the_frame_is_printed_for_a_table(tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    table.write_text(f'id,text\n7,"{ARTICLES}"\n8,\n', encoding="utf-8")
    printed = printed_by("frame.py", str(table))
    assert [line.split()[1] for line in printed.splitlines()[1:]] == ["7", "7"]
    assert "Bo Ek" in printed


def test_marks_become_spans_of_a_document() -> None:
    import spacy
    import spacy_spans  # noqa: F401  registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("saidso")
    doc = nlp(ARTICLES)
    spans = [(span.label_, span.text) for span in doc.spans["saidso"]]
    assert ("SOURCE", "Ana Brook") in spans
    assert ("CUE", "told") in spans
    assert ("CONTENT", "“It may leak,”") in spans
    assert ("HEDGE", "may") in spans


def test_the_spans_are_printed() -> None:
    lines = printed_by("spacy_spans.py", ARTICLES).splitlines()
    assert "SOURCE    Bo Ek" in lines
    assert "CUE       said" in lines


def printed_by(name: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, str(EXAMPLES / name), *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
