"""Owns articles made up for tests: always the same ones, of about 500 words, with sections and dates."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

FIRST = ["Ana", "Tomas", "Ruth", "Idris", "Mei", "Viktor", "Leila", "Owen", "Nadia", "Pavel", "Grace", "Hugo"]
LAST = ["Brook", "Kane", "Okoye", "Lindt", "Moreau", "Sato", "Varga", "Quill", "Haddad", "Frost", "Bell", "Novak"]
TITLES = ["Mayor", "Senator", "Professor", "Judge", "Minister", "Dr."]
ROLES = ["the head of the port", "a spokeswoman for the mill", "an economist at Hill College", "the union's leader"]
BODIES = ["The Transport Agency", "Northern Rail", "The central bank", "The city council", "The Harbour Trust"]
UNNAMED = ["Officials", "Two people close to the talks", "Sources", "A person briefed on the plan", "Critics"]
VERBS = ["said", "warned", "added", "argued", "claimed", "told reporters", "denied"]
THINGS = ["the dam", "the new line", "the budget", "the bridge", "the ferry plan", "the new school", "the café tax"]
STATES = [
    "would cost {n} million crowns", "was safe", "may be late by {n} weeks", "had been checked {n} times",
    "could close before winter", "needed about {n} more workers", "was probably paid for twice", "served {n} villages",
]  # fmt: skip
PLAIN = [
    "{Thing} was opened in 19{n} and is {n}0 metres long.", "About {n} people met at the town hall on Monday.",
    "{Thing} will be finished in 20{n}.", "Work on {thing} reportedly stopped in March.", "It rained for {n} days.",
    "Nobody answered calls on Sunday 🌧.", "Prices rose by {n} percent last year.", "Is {thing} worth the money?",
]  # fmt: skip
SECTIONS = ["politics", "business", "local", "science"]


def articles(count: int, seed: int = 24) -> Iterator[dict[str, str]]:
    """The first `count` articles of a seed."""
    for number in range(count):
        yield article(number, random.Random(seed * 1_000_003 + number))


def article(number: int, chance: random.Random) -> dict[str, str]:
    """One article; lengths differ, and one in a hundred is ten times as long."""
    paragraphs = chance.randint(8, 16) * (10 if number % 100 == 7 else 1)
    people = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(3)]
    text = "\n\n".join(paragraph(chance, people) for _ in range(paragraphs))
    date = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    section = chance.choice(SECTIONS)
    return {"id": f"article-{number:06}", "date": date, "section": section, "outlet": "The Crown Post", "text": text}


def paragraph(chance: random.Random, people: list[str]) -> str:
    """Three to six sentences, with and without sources."""
    return " ".join(sentence(chance, people) for _ in range(chance.randint(3, 6)))


def sentence(chance: random.Random, people: list[str]) -> str:
    """A quotation, indirect speech or a plain statement."""
    number, thing, person = chance.randint(11, 89), chance.choice(THINGS), chance.choice(people)
    state = f"{thing} {chance.choice(STATES).format(n=number)}"
    match chance.randint(0, 6):
        case 0:
            return f"{chance.choice(TITLES)} {person} {chance.choice(VERBS[:5])} that {state}."
        case 1:
            return f"“{state[0].upper()}{state[1:]},” said {person}, {chance.choice(ROLES)}."
        case 2:
            return f"{chance.choice(UNNAMED)} {chance.choice(VERBS[:5])} {state}."
        case 3:
            return f"{chance.choice(BODIES)} {chance.choice(VERBS)} that {state}."
        case 4:
            return f"According to {person.split()[1]}, {state}."
        case _:
            return chance.choice(PLAIN).format(n=number, thing=thing, Thing=thing[0].upper() + thing[1:])


def lines(count: int, seed: int = 24) -> Iterator[str]:
    """The articles as JSON lines."""
    for one in articles(count, seed):
        yield json.dumps(one, ensure_ascii=False)
