"""Texts of every kind that an article may come as; people, places and words are made up."""

import random

PARTS = [
    "Mayor Ana Brook said the dam was safe.",
    "“We will not sell the ferry,” said Ms. Ilse Vantongeren, who runs the port.",
    "She added that repairs may cost about 4.5 million crowns.",
    "Critics reportedly doubt it 😀.",
    "According to a report, the roof was “visibly wet” for months.",
    "Nobody knows who will pay.",
    "The “experts” were sacked, and the gate was obviously left to rot.",
    "The 👩‍👩‍👧 family denied that the letter had been opened.",
    "السد آمن، قالت العمدة.",
    "ראש העיר אמרה שהסכר בטוח.",
    "Der Bürgermeister sagte, der Damm sei sicher.",
    "Cafe\u0301 owners believe that 𝒻ar fewer guests will come.",
    "A spokesman declined to comment\u2028on Nov. 3.",
]
GAPS = [" ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "\0", "\u200f", "\ufeff", ""]


def drawn(seed: int, parts: int) -> str:
    """A text of so many parts, which a seed chooses."""
    draw = random.Random(seed)
    return "".join(draw.choice(PARTS) + draw.choice(GAPS) for _ in range(parts))


EDGES = ["", " ", "\0", "\r\n", "😀", "”", "a\0b\0", "\ufeffBo Ek said so.", "\u202eBo said so.\u202c", "e\u0301" * 50]
LONG = "\n\n".join(" ".join(PARTS[:7]) for _ in range(560))
ALL = [*EDGES, *(drawn(seed, 1 + seed % 13) for seed in range(80)), LONG]
