"""A column of texts becomes a frame of attributions, one row each: pandas and Polars.

    python frame.py articles.csv     a table with the columns id and text
"""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pandas
import polars
import saidso


def rows(ids: Iterable[Any], texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Who says what, a row each: the article's id, the source by name, and the words."""
    articles = list(zip(ids, texts, strict=True))
    reports = saidso.annotate_many(text for _, text in articles)
    for (number, text), report in zip(articles, reports, strict=True):
        for said in report["attributions"]:
            source = said["source"]
            yield {
                "id": number,
                "source": None if source is None else report["sources"][source]["name"],
                "cue": text[said["cue"]["start"] : said["cue"]["end"]],
                "content": " … ".join(text[part["start"] : part["end"]] for part in said["contents"]),
                "form": said["form"],
                "stance": said["stance"],
                "confidence": said["confidence"],
            }


COLUMNS = ["id", "source", "cue", "content", "form", "stance", "confidence"]


def with_pandas(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The attributions of a frame with the columns id and text; rows without a text are left out."""
    frame = frame.dropna(subset="text")
    return pandas.DataFrame(rows(frame["id"], frame["text"]), columns=COLUMNS)


def with_polars(frame: polars.DataFrame) -> polars.DataFrame:
    """The same in Polars."""
    frame = frame.drop_nulls("text")
    schema: dict[str, polars.DataType] = dict.fromkeys(COLUMNS, polars.String())
    schema |= {"id": frame.schema["id"], "confidence": polars.Float64()}
    return polars.DataFrame(list(rows(frame["id"], frame["text"])), schema=schema)


if __name__ == "__main__":
    print(with_pandas(pandas.read_csv(sys.argv[1])).to_string())
