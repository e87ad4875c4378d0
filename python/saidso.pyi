"""Marks who says what in an article, what is hedged, and which claims stand without a source.

The shapes of a report are those of schema `saidso/report/1`. Their classes exist for type checkers only:
import them under `typing.TYPE_CHECKING`.
"""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypedDict, final, type_check_only

from typing_extensions import NotRequired

__all__ = [
    "Reports",
    "SaidSoError",
    "__version__",
    "annotate",
    "annotate_json",
    "annotate_many",
    "sentences",
]

__version__: Final[str]

class SaidSoError(ValueError):
    """An argument that cannot be used; the message says which, and what to do."""

def annotate(
    text: str,
    *,
    offsets: Literal["codepoint", "utf16", "utf8"] = "codepoint",
    hedges: str | Iterable[str] = "core",
    signals: str | Iterable[str] = "none",
) -> Report:
    """The report on a text.

    `offsets` is the unit of all offsets: "codepoint", which is how Python counts, so that `text[start:end]`
    gives the marked words; "utf16", or "utf8". `hedges` is "core", "all", "vague", or kinds such as
    ["modal", "report"]; `signals` is "none", "all", or kinds such as ["passive"]. Other threads run meanwhile.
    """

def annotate_json(
    text: str,
    *,
    offsets: Literal["codepoint", "utf16", "utf8"] = "codepoint",
    hedges: str | Iterable[str] = "core",
    signals: str | Iterable[str] = "none",
) -> str:
    """The report on a text, as the JSON that `saidso --json --offsets codepoint` prints."""

def annotate_many(
    texts: Iterable[str],
    threads: int = 0,
    *,
    offsets: Literal["codepoint", "utf16", "utf8"] = "codepoint",
    hedges: str | Iterable[str] = "core",
    signals: str | Iterable[str] = "none",
) -> Reports:
    """The reports on many texts, in their order.

    `threads` annotate, one for each core where it is 0. Texts are read as they are needed, at most four a
    thread ahead, so the memory is bounded and `texts` may be endless. A wrong text raises in its place;
    `next` goes on behind it.
    """

def sentences(
    text: str, *, offsets: Literal["codepoint", "utf16", "utf8"] = "codepoint"
) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end."""

@final
class Reports(Iterator[Report]):
    """The reports on many texts, in order."""

    def __iter__(self) -> Reports: ...
    def __next__(self) -> Report: ...

@type_check_only
class Report(TypedDict):
    schema: Literal["saidso/report/1"]
    engine: Engine
    lang: str
    offsets: Literal["codepoint", "utf16", "utf8"]
    blocks: list[Block]
    sentences: list[Sentence]
    sources: list[Source]
    attributions: list[Attribution]
    hedges: list[Hedge]
    claims: list[Claim]
    signals: NotRequired[list[Signal]]
    stats: Stats
    warnings: list[Warning]

@type_check_only
class Engine(TypedDict):
    name: str
    version: str
    model: str

@type_check_only
class Span(TypedDict):
    start: int
    end: int

@type_check_only
class Block(Span):
    kind: str

@type_check_only
class Sentence(Span):
    block: int

@type_check_only
class Source(TypedDict):
    name: str
    description: str
    kind: Literal["person", "organization", "document", "group", "role", "unnamed"]
    named: bool
    mentions: list[Span]
    attributions: list[int]
    words: int
    share: float

@type_check_only
class Cue(Span):
    lemma: str

@type_check_only
class Attribution(TypedDict):
    sources: list[Span]
    cue: Cue
    contents: list[Span]
    source: int | None
    act: Literal["speech", "belief", "attitude"]
    form: Literal["direct", "indirect", "mixed"]
    stance: Literal["neutral", "endorsing", "doubting", "denying", "admitting"]
    parent: int | None
    confidence: float
    reasons: list[str]

@type_check_only
class Hedge(Span):
    kind: str
    scope: Span
    confidence: float
    reasons: list[str]

@type_check_only
class Signal(Span):
    kind: Literal["passive", "loaded", "booster", "scare-quote"]
    confidence: float
    reasons: list[str]

@type_check_only
class Claim(TypedDict):
    spans: list[Span]
    sentence: int
    attribution: int | None
    statement: Literal["fact", "prediction", "opinion", "question", "other"]
    checkworthiness: float
    certainty: Literal["stated", "softened", "open", "denied"]
    reasons: list[str]

@type_check_only
class Stats(TypedDict):
    sentences: int
    attributed: int
    unsourcedClaims: int
    words: Words

@type_check_only
class Words(TypedDict):
    total: int
    attributed: int
    unnamed: int

@type_check_only
class Warning(TypedDict):
    code: Literal["not-english", "truncated", "unbalanced-quotes"]
    detail: str
