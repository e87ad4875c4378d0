"""Owns the teacher's net: a BERT encoder with features of the words, and a linear chain over their labels."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from texts import CLS, FEATURES, SEP, UNKNOWN

LABELS = 11
NEVER = -1e4
WIDTH, HEADS, INNER, LAYERS, VOCABULARY, PLACES = 384, 12, 1536, 6, 30522, 512


class Layer(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        size, length, _ = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: the fused form is slower on processors.
        near = (torch.matmul(q * (WIDTH // HEADS) ** -0.5, k.transpose(-1, -2)) + mask).softmax(-1, dtype=v.dtype)
        seen = torch.matmul(near, v).transpose(1, 2).reshape(size, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, drop=0.1):
        super().__init__()
        self.pieces, self.places = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, LABELS)
        self.steps = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.start = nn.Parameter(torch.zeros(LABELS))

    def load(self, path):
        """Takes the weights of a BERT checkpoint."""
        own = load_file(path)
        own = {name.removeprefix("bert."): value for name, value in own.items()}
        with torch.no_grad():
            self.pieces.weight.copy_(own["embeddings.word_embeddings.weight"])
            kind = own["embeddings.token_type_embeddings.weight"][0]
            self.places.weight.copy_(own["embeddings.position_embeddings.weight"] + kind)
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(own[f"embeddings.LayerNorm.{part}"])
                for n, layer in enumerate(self.layers):
                    at = f"encoder.layer.{n}."
                    three = [own[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(three))
                    for own_part, name in (
                        (layer.out, "attention.output.dense"),
                        (layer.norm1, "attention.output.LayerNorm"),
                        (layer.up, "intermediate.dense"),
                        (layer.down, "output.dense"),
                        (layer.norm2, "output.LayerNorm"),
                    ):
                        getattr(own_part, part).copy_(own[f"{at}{name}.{part}"])

    def forward(self, batch):
        """The scores of the words of each window."""
        places = torch.arange(batch["pieces"].shape[1])[None]
        x = self.pieces(batch["pieces"]) + self.places(places) + self.features(batch["features"])
        x = self.drop(self.norm(x))
        kind = torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32
        mask = torch.zeros(batch["mask"].shape, dtype=kind).masked_fill_(~batch["mask"], NEVER)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        first = batch["first"][..., None].expand(-1, -1, WIDTH)
        return self.head(torch.gather(x, 1, first)).float()

    def weigh(self, scores, batch):
        """The logarithm of the summed weights of all ways through the labels, window by window."""
        opens = batch["opens"]
        live = torch.arange(scores.shape[1])[None] < batch["counts"][:, None]
        sums = self.start + scores[:, 0]
        for at in range(1, scores.shape[1]):
            on = torch.logsumexp(sums[:, :, None] + self.steps[None], 1)
            anew = torch.logsumexp(sums, 1, keepdim=True) + self.start
            new = torch.where(opens[:, at, None], anew, on) + scores[:, at]
            sums = torch.where(live[:, at, None], new, sums)
        return torch.logsumexp(sums, 1)

    def loss(self, scores, batch):
        """Words whose label is not known may have any."""
        labels = batch["labels"]
        told = F.one_hot(labels.clamp(max=LABELS - 1), LABELS).bool() | (labels == UNKNOWN)[..., None]
        kept = scores.masked_fill(~told, NEVER)
        return (self.weigh(scores, batch) - self.weigh(kept, batch)).sum() / batch["counts"].sum()


def batch(windows):
    """Pads windows of texts to one length."""
    length = max(b - a for _, a, b in windows) + 2
    size = len(windows)
    pieces, features = torch.zeros(size, length, dtype=torch.long), torch.zeros(size, length, dtype=torch.long)
    mask = torch.zeros(size, length, dtype=torch.bool)
    words = []
    for row, (text, a, b) in enumerate(windows):
        own = b - a
        pieces[row, 0], pieces[row, own + 1] = CLS, SEP
        pieces[row, 1:own + 1] = torch.tensor(text.pieces[a:b])
        features[row, 1:own + 1] = torch.tensor(text.features[a:b])
        mask[row, :own + 2] = True
        words.append([(at - a + 1, word) for at, word in enumerate(text.words[a:b], a) if word >= 0])
    most = max(map(len, words))
    first, labels = torch.zeros(size, most, dtype=torch.long), torch.zeros(size, most, dtype=torch.long)
    opens = torch.zeros(size, most, dtype=torch.bool)
    for row, ((text, _, _), own) in enumerate(zip(windows, words)):
        first[row, :len(own)] = torch.tensor([at for at, _ in own])
        labels[row, :len(own)] = torch.tensor([text.labels[word] for _, word in own])
        opens[row, :len(own)] = torch.tensor([text.opens[word] for _, word in own])
    counts = torch.tensor([len(own) for own in words])
    return {"pieces": pieces, "features": features, "mask": mask, "first": first, "labels": labels, "opens": opens,
            "counts": counts, "words": words}
