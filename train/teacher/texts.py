"""Owns the teacher's view of a text: word pieces in windows, with the labels of the words that they begin.

The texts come from `train -- teacher-texts`: for each article its blocks, and for each block its words, the gaps
before them, whether they are quoted, and their labels."""

import json
import random

from tokenizers import Tokenizer

CLS, SEP, LONGEST_WORD = 101, 102, 12
UNKNOWN = 255


def shape(word):
    """How a word is written, from 0 to 5; the encoder reads lower case only."""
    if not word[:1].isalpha():
        return 1 if word[:1].isdigit() else 0
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[0].isupper() else 5


FEATURES = 6 * 3 * 3


class Text:
    """An article: `pieces` and `features` of every piece, and `words`, the index of the word that a piece begins, or -1."""

    def __init__(self, line, tokenizer, cache):
        self.id = line["id"]
        self.pieces, self.features, self.words, self.breaks = [], [], [], [0]
        self.labels, self.opens = [], []
        for block in line["blocks"]:
            if self.pieces:
                self.breaks.append(len(self.pieces))
                self._add(SEP, 0, -1)
            for n, word in enumerate(block["words"]):
                feature = (shape(word) * 3 + block["gaps"][n]) * 3 + block["quoted"][n]
                pieces = cache.get(word)
                if pieces is None:
                    found = tokenizer.encode(word.lower(), add_special_tokens=False).ids
                    pieces = cache[word] = found[:LONGEST_WORD] or [100]
                for at, piece in enumerate(pieces):
                    self._add(piece, feature, len(self.labels) if at == 0 else -1)
                self.labels.append(block["labels"][n])
                self.opens.append(n == 0)
        self.breaks.append(len(self.pieces))

    def _add(self, piece, feature, word):
        self.pieces.append(piece)
        self.features.append(feature)
        self.words.append(word)

    def windows(self, size, rng):
        """Stretches of about equal length for training, cut between blocks where one ends near."""
        count = len(self.pieces)
        if count <= size:
            return [(0, count)]
        parts = -(-count // (size - 40))
        step = count / parts
        shift = rng.uniform(-0.4, 0.4) * step
        cuts = [0]
        for n in range(1, parts + 1):
            at = n * step + shift
            if at >= count - 30:
                break
            near = min(self.breaks, key=lambda b: abs(b - at))
            at = near if abs(near - at) < 45 else int(at)
            while at - cuts[-1] > size:
                cuts.append(cuts[-1] + size)
            if at > cuts[-1] + 20:
                cuts.append(at)
        while count - cuts[-1] > size:
            cuts.append(cuts[-1] + size)
        return list(zip(cuts, cuts[1:] + [count]))

    def views(self, size, stride):
        """Stretches for labelling that overlap, each with the part that it answers for."""
        count = len(self.pieces)
        if count <= size:
            return [(0, count, 0, count)]
        starts = list(range(0, count - size, stride)) + [count - size]
        views = []
        for n, start in enumerate(starts):
            low = 0 if n == 0 else (start + starts[n - 1] + size) // 2
            high = count if n + 1 == len(starts) else (starts[n + 1] + start + size) // 2
            views.append((start, start + size, low, high))
        return views


def read(path, tokenizer, cache):
    with open(path, encoding="utf-8") as lines:
        return [Text(json.loads(line), tokenizer, cache) for line in lines]


def tokenizer(base):
    own = Tokenizer.from_file(str(base / "tokenizer.json"))
    own.no_padding()
    own.no_truncation()
    return own


def batches(windows, most, rng):
    """Windows of like length together, up to `most` pieces with padding."""
    rng.shuffle(windows)
    found = []
    for at in range(0, len(windows), 400):
        batch, longest = [], 0
        for window in sorted(windows[at:at + 400], key=lambda w: w[2] - w[1]):
            size = window[2] - window[1] + 2
            if batch and max(longest, size) * (len(batch) + 1) > most:
                found.append(batch)
                batch, longest = [], 0
            batch.append(window)
            longest = max(longest, size)
        if batch:
            found.append(batch)
    rng.shuffle(found)
    return found


def plan(texts, size, most, seed):
    rng = random.Random(seed)
    return batches([(text, a, b) for text in texts for a, b in text.windows(size, rng)], most, rng)
