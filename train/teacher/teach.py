#!/usr/bin/env python3
"""Fine-tunes an encoder on PolNeAR and then on articles labelled by a reader, and writes its scores for other texts.

    teach.py --base FOLDER [--place target/teacher] [--folds] [--each N] [--threads 2]

FOLDER holds model.safetensors and tokenizer.json of all-MiniLM-L6-v2. PLACE holds what `train -- teacher-texts` wrote;
scores go beside it: NAME.scores for each text without labels and, with --folds, read.scores, in which each article is
scored by a teacher that has not seen it. With --each N, only every Nth text without labels is scored. Weights after each course are kept in PLACE and used again."""

import argparse
import pathlib
import random
import time
import zlib

import numpy
import torch

import encoder
import texts

LABELS = encoder.LABELS
WINDOW, BATCH = 382, 4096
FOLDS = 5
UNIT = 256
NEWS = ("free", "research")
MEASURED = ("read_dev", "polnear_dev", "gum_news")
# How often each corpus is seen, and the longest steps of the encoder and of what stands on it.
POLNEAR = {"epochs": 3, "rate": 1e-4, "head": 1e-3}
READ = {"epochs": 4, "rate": 1e-4, "head": 5e-4}


def learn(net, corpus, seed, epochs, rate, head, name):
    torch.manual_seed(seed)
    new = ("head", "steps", "start", "features")
    plain = lambda n: n.endswith("bias") or "norm" in n
    named = list(net.named_parameters())
    groups = [
        {"params": [p for n, p in named if n.startswith(new)], "lr": head, "weight_decay": 0.0},
        {"params": [p for n, p in named if not n.startswith(new) and not plain(n)], "lr": rate, "weight_decay": 0.01},
        {"params": [p for n, p in named if not n.startswith(new) and plain(n)], "lr": rate, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, fused=True)
    highest = [group["lr"] for group in groups]
    plan = [b for epoch in range(epochs) for b in texts.plan(corpus, WINDOW, BATCH, 1000 * seed + epoch)]
    began, seen, mean = time.time(), 0, None
    net.train()
    for step, windows in enumerate(plan):
        done = (step + 1) / len(plan)
        for group, most in zip(optimizer.param_groups, highest):
            group["lr"] = most * min(1.0, done / 0.08) * max(0.02, 1.0 if done < 0.08 else 1.0 - done)
        batch = encoder.batch(windows)
        with torch.autocast("cpu", torch.bfloat16):
            scores = net(batch)
        loss = net.loss(scores, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        seen += int(batch["mask"].sum())
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0 or step + 1 == len(plan):
            speed = seen / (time.time() - began)
            print(f"{name}: step {step + 1} of {len(plan)}, loss {mean:.4f}, {speed:.0f} pieces a second", flush=True)
    return net


def course(path, start, corpus, seed, settings):
    """The net after a course, learnt once and then read from its file."""
    net = encoder.Encoder()
    if path.exists():
        net.load_state_dict(torch.load(path))
        return net
    start(net)
    learn(net, corpus, seed, **settings, name=path.stem)
    torch.save(net.state_dict(), path)
    return net


def score(net, corpus):
    """The scores of every word."""
    net.eval()
    out = [numpy.zeros((len(text.labels), LABELS), numpy.float32) for text in corpus]
    jobs = [(n, *view) for n, text in enumerate(corpus) for view in text.views(WINDOW, WINDOW - 64)]
    jobs.sort(key=lambda job: job[2] - job[1])
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(jobs), 12):
            own = jobs[at:at + 12]
            batch = encoder.batch([(corpus[n], a, b) for n, a, b, _, _ in own])
            scores = net(batch).numpy()
            for row, (n, a, _, low, high) in enumerate(own):
                for column, (piece, word) in enumerate(batch["words"][row]):
                    if low <= piece - 1 + a < high:
                        out[n][word] = scores[row, column]
    return out


def write(path, nets, scores):
    """The transitions, those from the start last, then for each text the count of its words and their scores."""
    whole = lambda values: numpy.clip(numpy.round(values * UNIT), -32768, 32767).astype("<i2")
    mean = lambda values: torch.stack([value.detach() for value in values]).mean(0).numpy()
    with open(path, "wb") as file:
        file.write(whole(mean([net.steps for net in nets])).tobytes())
        file.write(whole(mean([net.start for net in nets])).tobytes())
        for own in scores:
            file.write(numpy.array([len(own) % 32768, len(own) // 32768], "<i2").tobytes())
            file.write(whole(own).tobytes())


def fold(name):
    return zlib.crc32(name.encode()) % FOLDS


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    parser.add_argument("--place", type=pathlib.Path, default=pathlib.Path("target/teacher"))
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    own, cache = texts.tokenizer(given.base), {}
    read = lambda name: texts.read(given.place / f"{name}.jsonl", own, cache)
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    pretrained = lambda net: net.load(given.base / "model.safetensors")
    at = lambda name: given.place / f"{name}-{given.seed}.pt"
    polnear = [] if at("polnear").exists() else read("polnear")
    course(at("polnear"), pretrained, polnear, given.seed, POLNEAR)
    after = lambda net: net.load_state_dict(torch.load(at("polnear")))
    articles = read("read")
    if given.folds:
        scores, nets = [None] * len(articles), []
        for n in range(FOLDS):
            others = [text for text in articles if fold(text.id) != n]
            net = course(at(f"fold{n}"), after, others, given.seed, READ)
            kept = [k for k, text in enumerate(articles) if fold(text.id) == n]
            for k, found in zip(kept, score(net, [articles[k] for k in kept])):
                scores[k] = found
            nets.append(net)
        write(given.place / "read.scores", nets, scores)
    net = course(at("read"), after, articles, given.seed, READ)
    for name in MEASURED:
        write(given.place / f"{name}.scores", [net], score(net, read(name)))
    for name in NEWS:
        if not (given.place / f"{name}.scores").exists():
            articles = read(name)
            found = iter(score(net, articles[::given.each]))
            none = numpy.zeros((0, LABELS), numpy.float32)
            scores = [next(found) if at % given.each == 0 else none for at in range(len(articles))]
            write(given.place / f"{name}.scores", [net], scores)
            print(f"{name}: scored", flush=True)


if __name__ == "__main__":
    main()
