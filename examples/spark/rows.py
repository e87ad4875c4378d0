"""Owns the rows of the output: one an article, with its report and its marks as nested tables.

Columns are named as in the tables of `saidso --parquet`, of which these are the ones that newsrooms ask for most.
"""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa

Json = dict[str, Any]

_REPORT, _DECODER = '"report":', json.JSONDecoder()
_TEXT, _COUNT, _FLAG, _SHARE = pa.string(), pa.int32(), pa.bool_(), pa.float64()

TABLES: dict[str, dict[str, pa.DataType]] = {
    "attributions": {
        "number": _COUNT, "source_words": _TEXT, "cue": _TEXT, "cue_lemma": _TEXT, "content": _TEXT,
        "source": _COUNT, "source_name": _TEXT, "source_kind": _TEXT, "source_named": _FLAG,
        "form": _TEXT, "stance": _TEXT, "confidence": _SHARE,
    },
    "sources": {
        "number": _COUNT, "name": _TEXT, "description": _TEXT, "kind": _TEXT, "named": _FLAG,
        "mentions": _COUNT, "attributions": _COUNT, "words": _COUNT, "share": _SHARE,
    },
    "claims": {
        "number": _COUNT, "words": _TEXT, "start": _COUNT, "end": _COUNT, "attribution": _COUNT,
        "statement": _TEXT, "certainty": _TEXT, "unsourced": _FLAG, "checkworthiness": _SHARE,
    },
    "hedges": {
        "number": _COUNT, "words": _TEXT, "start": _COUNT, "end": _COUNT, "kind": _TEXT, "confidence": _SHARE,
    },
}  # fmt: skip


def schema(keep: list[str]) -> pa.Schema:
    """The schema of the output; `keep` are the fields of the input that go along."""
    kept = [(name, pa.string()) for name in keep]
    tables = [(name, pa.list_(pa.struct(list(columns.items())))) for name, columns in TABLES.items()]
    return pa.schema([("id", _TEXT), *kept, ("error", _TEXT), ("record", pa.binary()), ("report", _TEXT), *tables])


def row(line: bytes, answer: bytes) -> Json:
    """The row of one article; one that could not be read has the error, and the record as it came."""
    found, written = _read(answer.decode())
    own: Json = {"id": _id(found.get("id"))}
    report = found.get("report")
    if report is None:
        return {**own, "error": str(found.get("error") or "there is no report"), "record": line}
    text: str = json.loads(line)["text"]
    return {
        **own,
        "report": written,
        "attributions": [_attribution(text, report, *item) for item in enumerate(report["attributions"])],
        "sources": [_source(*item) for item in enumerate(report["sources"])],
        "claims": [_claim(text, *item) for item in enumerate(report["claims"])],
        "hedges": [_hedge(text, *item) for item in enumerate(report["hedges"])],
    }


def _read(answer: str) -> tuple[Json, str | None]:
    """The answer, and its report as the binary wrote it, byte for byte."""
    start = answer.find(_REPORT) + len(_REPORT)
    if start < len(_REPORT):
        return json.loads(answer), None
    report, end = _DECODER.raw_decode(answer, start)
    found = json.loads(answer[:start] + "null" + answer[end:])
    return {**found, "report": report}, answer[start:end]


def _id(found: object) -> str | None:
    """A string as it is, anything else as JSON."""
    return found if found is None or isinstance(found, str) else json.dumps(found)


def _attribution(text: str, report: Json, number: int, mark: Json) -> Json:
    who: Json = report["sources"][mark["source"]] if mark["source"] is not None else {}
    return {
        "number": number,
        "source_words": _words(text, mark["sources"]),
        "cue": _words(text, [mark["cue"]]),
        "cue_lemma": mark["cue"]["lemma"],
        "content": _words(text, mark["contents"]),
        "source": mark["source"],
        "source_name": who.get("name"),
        "source_kind": who.get("kind"),
        "source_named": who.get("named"),
        **_same(mark, "form", "stance", "confidence"),
    }


def _source(number: int, mark: Json) -> Json:
    counts = {"mentions": len(mark["mentions"]), "attributions": len(mark["attributions"])}
    return {"number": number, **_same(mark, "name", "description", "kind", "named", "words", "share"), **counts}


def _claim(text: str, number: int, mark: Json) -> Json:
    spans = mark["spans"]
    return {
        "number": number,
        "words": _words(text, spans),
        "start": spans[0]["start"],
        "end": spans[-1]["end"],
        # The same as the report's count of claims without a source.
        "unsourced": mark["attribution"] is None and mark["statement"] in ("fact", "prediction"),
        **_same(mark, "attribution", "statement", "certainty", "checkworthiness"),
    }


def _hedge(text: str, number: int, mark: Json) -> Json:
    return {"number": number, "words": _words(text, [mark]), **_same(mark, "start", "end", "kind", "confidence")}


def _same(mark: Json, *names: str) -> Json:
    return {name: mark[name] for name in names}


def _words(text: str, spans: list[Json]) -> str | None:
    """The words of spans on one line; offsets count code points, as Python does."""
    pieces = [" ".join(text[span["start"] : span["end"]].split()) for span in spans]
    return " … ".join(pieces) or None
