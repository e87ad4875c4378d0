"""A report as spans of a spaCy Doc: `doc.spans["saidso"]`, with the label of what each is.

    python spacy_spans.py "Ana Brook said the dam was safe."

Offsets of reports are code points, as spaCy's are. A mark may end inside one of spaCy's tokens;
`alignment_mode="expand"` then takes the whole token.
"""

import sys
from collections.abc import Iterator

import saidso
import spacy
from spacy.language import Language
from spacy.tokens import Doc


def marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of every mark."""
    report = saidso.annotate(text)
    for said in report["attributions"]:
        yield from ((part["start"], part["end"], "SOURCE") for part in said["sources"])
        yield said["cue"]["start"], said["cue"]["end"], "CUE"
        yield from ((part["start"], part["end"], "CONTENT") for part in said["contents"])
    yield from ((hedge["start"], hedge["end"], "HEDGE") for hedge in report["hedges"])
    for claim in report["claims"]:
        if claim["attribution"] is None and claim["statement"] in ("fact", "prediction"):
            yield from ((part["start"], part["end"], "UNSOURCED") for part in claim["spans"])


@Language.component("saidso")
def saidso_spans(doc: Doc) -> Doc:
    """Puts the marks into `doc.spans["saidso"]`; a component for any pipeline."""
    spans = [
        doc.char_span(start, end, label=label, alignment_mode="expand")
        for start, end, label in marks(doc.text)
    ]
    doc.spans["saidso"] = [span for span in spans if span is not None]
    return doc


if __name__ == "__main__":
    nlp = spacy.blank("en")
    nlp.add_pipe("saidso")
    doc = nlp(sys.argv[1])
    for span in doc.spans["saidso"]:
        print(f"{span.label_:<10}{span.text}")
