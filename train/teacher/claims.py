"""Teaches kinds of statement: fine-tunes the encoder on the sentences labelled by hand, and writes what it thinks of others.

    python train/teacher/claims.py --base target/teacher/base [--hold FOLD] [--saidso target/release/saidso]

Writes train/labels/taught.tsv, or with --hold only prints F1 on that fifth. Needs jax, optax, numpy, tokenizers, safetensors.
The three upper layers learn; the lower ones and the pieces stay. About three minutes an epoch on two cores."""
import argparse, collections, glob, json, random, re, subprocess
import jax, jax.numpy as jnp, numpy as np, optax
from safetensors.numpy import load_file
from tokenizers import Tokenizer

LABELS, SHARED, TAUGHT = "train/labels/", "../shared/corpora/", "train/labels/taught.tsv"
KINDS = ["fact", "prediction", "opinion", "question", "other"]
WIDTH, HEADS, LAYERS, LOW, LONGEST, EPOCHS, SIZE, FOLDS = 384, 12, 6, 3, 96, 4, 16, 5
PER_ARTICLE = {"senate": 3, "wh": 6, "whq": 20, "dgov": 15}
GENRES = ("gum/GUM_fiction", "gum/GUM_conversation", "gum/GUM_vlog")

HEADER = """# What the teacher thinks of sentences that nobody has labelled (train/teacher/claims.py): corpus | article | where:judged.
# Where: the sentence's number, or its first character and the one after the last. Judged: the chances of fact, prediction and
# opinion, and of something to check, in ninths. The texts stay in ../shared/corpora.
"""


def plain(text): return re.sub(r"\W", "", text).lower()


def fold(group):
    """The fifth that a group of sentences belongs to, as train/src/claim.rs has it."""
    state = 0xCBF29CE484222325
    for byte in group.encode():
        state = ((state ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (state >> 32) % FOLDS


def rows(name): return [line.rstrip("\n").split("\t") for line in open(LABELS + name + ".tsv") if not line.startswith("#")]


def treebank(name):
    texts = {}
    for part in ("train", "dev"):
        for line in open(f"{SHARED}ud/en_{name}-{part}.conllu"):
            if line.startswith("# sent_id = "): at = line[12:].rstrip("\n")
            elif line.startswith("# text = "): texts[at] = line[9:].rstrip("\n")
    return texts


def articles(): return {d["id"]: d["text"] for d in map(json.loads, open(SHARED + "news/free.jsonl"))}


def labelled():
    """Corpus, text, kind, something to check, fifth."""
    found = [("own", r[0], r[1], r[2:] == ["check"], fold(r[0])) for r in rows("own")]
    for name in ("gum", "ewt"):
        texts = treebank(name)
        found += [(name, texts[r[0]], r[1], r[2:] == ["check"], fold(r[0].rsplit("-", 1)[0])) for r in rows(name)]
    texts = articles()
    for r in rows("news"):
        article, span = r[0].rsplit(":", 1)
        start, end = map(int, span.split("-"))
        found.append(("news", " ".join(texts[article][start:end].split()), r[1], r[2:] == ["check"], fold(article)))
    return found


def unlabelled(saidso):
    """Sentences to score: ids and texts, without those labelled and those of the gold."""
    random.seed(7)
    seen = {plain(x[1]) for x in labelled()}
    for path in glob.glob("../shared/eval/gold/claims/*.jsonl"):
        seen |= {plain(json.loads(line)["text"]) for line in open(path)}
    texts = articles()
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items())
    done = subprocess.run([saidso, "--jsonl", "--offsets", "codepoint"], input=lines.encode(), stdout=subprocess.PIPE)
    found = []
    for record in map(json.loads, done.stdout.decode().splitlines()):
        text, own = texts[record["id"]], []
        for s in record["report"]["sentences"]:
            words = " ".join(text[s["start"]:s["end"]].split())
            if 4 <= len(words.split()) <= 50: own.append((f"news/{record['id']}:{s['start']}-{s['end']}", words))
        random.shuffle(own)
        found += own[:PER_ARTICLE[record["id"].split("-")[0]]]
    for name in ("gum", "ewt"):
        found += [(f"{name}/{i}", t) for i, t in treebank(name).items()
                  if 4 <= len(t.split()) <= 50 and not f"{name}/{i}".startswith(GENRES)]
    kept = []
    for i, text in found:
        if i.startswith("ewt/") and not i.startswith(("ewt/weblog", "ewt/newsgroup")) or plain(text) in seen: continue
        seen.add(plain(text))
        kept.append((i, text))
    return kept


def layers(ls, x, mask, key, rate):
    """Runs some layers of the encoder."""
    size, length, _ = x.shape
    bias = jnp.where(mask[:, None, None, :], 0.0, -1e4)
    keys = jax.random.split(key, 2 * len(ls)) if key is not None else [None] * (2 * len(ls))
    for n, layer in enumerate(ls):
        q, k, v = (x @ layer["qkv"][0] + layer["qkv"][1]).reshape(size, length, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
        near = jax.nn.softmax((q * (WIDTH // HEADS) ** -0.5) @ k.swapaxes(-1, -2) + bias, -1) @ v
        near = near.transpose(0, 2, 1, 3).reshape(size, length, WIDTH)
        x = norm(x + drop(near @ layer["out"][0] + layer["out"][1], keys[2 * n], rate), layer["norm1"])
        inner = jax.nn.gelu(x @ layer["up"][0] + layer["up"][1], approximate=True)
        x = norm(x + drop(inner @ layer["down"][0] + layer["down"][1], keys[2 * n + 1], rate), layer["norm2"])
    return x


def norm(x, p):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * p[0] + p[1]


def drop(x, key, rate):
    return x if key is None else jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def load(base):
    """The weights of a BERT checkpoint."""
    own = {name.removeprefix("bert."): value for name, value in load_file(base + "/model.safetensors").items()}
    def part(name): return own[name + ".weight"] if "LayerNorm" in name else own[name + ".weight"].T, own[name + ".bias"]
    def layer(n):
        at = f"encoder.layer.{n}."
        three = [part(at + "attention.self." + name) for name in ("query", "key", "value")]
        return {"qkv": (np.concatenate([w for w, _ in three], 1), np.concatenate([b for _, b in three])),
                "out": part(at + "attention.output.dense"), "norm1": part(at + "attention.output.LayerNorm"),
                "up": part(at + "intermediate.dense"), "down": part(at + "output.dense"), "norm2": part(at + "output.LayerNorm")}
    places = own["embeddings.position_embeddings.weight"][:LONGEST] + own["embeddings.token_type_embeddings.weight"][0]
    return jax.tree.map(jnp.asarray, {"pieces": own["embeddings.word_embeddings.weight"], "places": places,
                                      "norm": part("embeddings.LayerNorm"), "layers": [layer(n) for n in range(LAYERS)]})


@jax.jit
def below(p, pieces, mask):
    """What the layers give that do not learn."""
    x = norm(p["pieces"][pieces] + p["places"][:pieces.shape[1]][None], p["norm"])
    return layers(p["layers"][:LOW], x, mask, None, 0)


def above(t, x, mask, key=None):
    """The scores of the kinds, and of something to check."""
    x = layers(t["layers"], x, mask, key, 0.1)
    mean = (x * mask[..., None]).sum(1) / mask.sum(1)[:, None]
    return jnp.concatenate([x[:, 0], mean], 1) @ t["weight"] + t["bias"]


def pad(sentences):
    length = min(LONGEST, (max(map(len, sentences)) + 15) // 16 * 16)
    pieces, mask = np.zeros((len(sentences), length), np.int32), np.zeros((len(sentences), length), bool)
    for row, own in enumerate(sentences):
        pieces[row, :len(own)], mask[row, :len(own)] = own, True
    return pieces, mask


def learn(p, sentences, kinds, checks, train):
    """The upper layers and the two heads."""
    rng, key = np.random.default_rng(1), jax.random.PRNGKey(3)
    t = {"layers": p["layers"][LOW:], "weight": jnp.asarray(rng.normal(0, 0.02, (2 * WIDTH, 6)), jnp.float32), "bias": jnp.zeros(6)}
    steps = EPOCHS * (len(train) // SIZE + 1)
    def rate(top): return optax.warmup_cosine_decay_schedule(0, top, steps // 10, steps)
    parts = {"body": optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate(1e-4), weight_decay=0.01)), "head": optax.adamw(rate(1e-3))}
    optimizer = optax.multi_transform(parts, {"layers": "body", "weight": "head", "bias": "head"})
    state, wanted = optimizer.init(t), np.eye(5, dtype=np.float32)[kinds] * 0.94 + 0.012

    def loss(t, x, mask, kind, check, key):
        scores = above(t, x, mask, key)
        kinds = -(jax.nn.log_softmax(scores[:, :5]) * kind).sum(-1).mean()
        return kinds + 0.5 * optax.sigmoid_binary_cross_entropy(scores[:, 5], check).mean()

    @jax.jit
    def step(t, state, x, mask, kind, check, key):
        updates, state = optimizer.update(jax.grad(loss)(t, x, mask, kind, check, key), state, t)
        return optax.apply_updates(t, updates), state

    for _ in range(EPOCHS):
        order = train[np.argsort([len(sentences[n]) + rng.random() * 6 for n in train])]
        batches = [order[at:at + SIZE] for at in range(0, len(order) - SIZE + 1, SIZE)]
        rng.shuffle(batches)
        for own in batches:
            key, now = jax.random.split(key)
            pieces, mask = pad([sentences[n] for n in own])
            t, state = step(t, state, below(p, pieces, mask), jnp.asarray(mask), wanted[own], checks[own], now)
    return t


def chances(p, t, sentences):
    run, found = jax.jit(above), np.zeros((len(sentences), 6), np.float32)
    order = np.argsort([len(own) for own in sentences])
    for at in range(0, len(order), 32):
        own = order[at:at + 32]
        pieces, mask = pad([sentences[n] for n in own])
        found[own] = run(t, below(p, pieces, mask), jnp.asarray(mask))
    odds = np.exp(found[:, :5] - found[:, :5].max(1, keepdims=True))
    return np.concatenate([odds / odds.sum(1, keepdims=True), 1 / (1 + np.exp(-found[:, 5:]))], 1)


def write(sentences, judged):
    groups = collections.defaultdict(list)
    for (i, _), own in zip(sentences, judged):
        corpus, place = i.split("/", 1)
        article, at = place.rsplit(":" if corpus == "news" else "-", 1)
        ninths = [round(9 * float(own[n])) for n in (0, 1, 2, 5)]
        if sum(ninths[:3]) >= 5: groups[corpus, article].append((list(map(int, re.findall(r"\d+", at))), at + ":" + "".join(map(str, ninths))))
    with open(TAUGHT, "w") as out:
        out.write(HEADER)
        for (corpus, article), own in sorted(groups.items()):
            out.write(f"{corpus}\t{article}\t{' '.join(words for _, words in sorted(own))}\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--base", required=True); ap.add_argument("--hold", type=int, default=-1); ap.add_argument("--saidso", default="target/release/saidso")
    a = ap.parse_args()
    cut = Tokenizer.from_file(a.base + "/tokenizer.json"); cut.no_truncation(); cut.no_padding()
    def pieces(texts): return [own.ids if len(own.ids) <= LONGEST else own.ids[:LONGEST - 1] + own.ids[-1:] for own in cut.encode_batch(list(texts))]
    examples, p = labelled(), load(a.base)
    kinds, folds = np.array([KINDS.index(x[2]) for x in examples]), np.array([x[4] for x in examples])
    sentences = pieces(x[1] for x in examples)
    t = learn(p, sentences, kinds, np.array([x[3] for x in examples], np.float32), np.where(folds != a.hold)[0])
    if a.hold >= 0:
        held = np.where(folds == a.hold)[0]
        best = chances(p, t, [sentences[n] for n in held])[:, :5].argmax(1)
        for n, kind in enumerate(KINDS):
            both = ((best == n) & (kinds[held] == n)).sum()
            print(kind, round(200 * both / max(1, (best == n).sum() + (kinds[held] == n).sum()), 1))
        return
    others = unlabelled(a.saidso)
    write(others, chances(p, t, pieces(text for _, text in others)))


if __name__ == "__main__":
    main()
