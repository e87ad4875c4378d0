// @ts-check
//! Articles a second on one thread, warm: saidso from Python, on the command line and in Node, beside spaCy, textacy,
//! compromise and wink-nlp, in one run on the same articles. `node python.js PYTHON COMMAND`.

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { articles } from "./articles.js";
import { whole } from "./contenders.js";

/** @typedef {{ name: string, does: string, rate: number }} Row articles a second */

const [python, command] = process.argv.slice(2);
const texts = articles(100);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;

/** @param {() => void} work the best of several rounds: others on the machine only slow it down */
function rate(work) {
	work();
	let best = Number.POSITIVE_INFINITY;
	const began = performance.now();
	for (let round = 0; round < 3 || performance.now() - began < 8000; round++) {
		const start = performance.now();
		work();
		best = Math.min(best, performance.now() - start);
	}
	return (1000 * texts.length) / best;
}

/** The command line's own start counts too, so it gets more articles. */
function commandLine() {
	const rounds = 10;
	const lines = Array(rounds)
		.fill(texts)
		.flat()
		.map((text, id) => `${JSON.stringify({ id, text })}\n`);
	const input = lines.join("");
	const args = ["--jsonl", "-j", "1"];
	return rounds * rate(() => execFileSync(command, args, { input, maxBuffer: 2 ** 30 }));
}

/** @returns {Row[]} */
function inPython() {
	const file = join(mkdtempSync(join(tmpdir(), "saidso-")), "articles.json");
	writeFileSync(file, JSON.stringify(texts));
	const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", BLIS_NUM_THREADS: "1" };
	const env = { ...process.env, ...one };
	return JSON.parse(execFileSync(python, ["-B", "python/bench.py", file], { encoding: "utf8", env }));
}

/** @type {Row[]} */
const rows = [
	{ name: "saidso, command line", does: "the whole annotation, JSON lines", rate: commandLine() },
	...inPython(),
];
for (const { name, does, load } of whole) {
	const work = await load();
	rows.push({ name: `${name}, Node`, does, rate: rate(() => texts.forEach((text) => void work(text))) });
}

const own = rows[0].rate;
console.log(
	`\n${texts.length} articles of ${(bytes / 1000).toFixed(1)} KB, one thread, warm (a ratio of 2 takes twice as long as the command line)`,
);
for (const { name, does, rate } of rows.sort((a, b) => b.rate - a.rate)) {
	const ratio = (own / rate).toFixed(1);
	console.log(`${`${name}: ${does}`.padEnd(60)}${rate.toFixed(0).padStart(6)} a second ${ratio.padStart(8)}`);
}
