// @ts-check
//! Articles a second on one core, warm, counted by the processor that each uses: saidso on the command line, from Python
//! and in Node, beside spaCy, textacy, compromise and wink-nlp, on the same articles. `node python.js PYTHON COMMAND`.

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { articles } from "./articles.js";
import { whole } from "./contenders.js";

/** @typedef {{ name: string, does: string, rate: number }} Row articles a second */

const [python, command] = process.argv.slice(2);
const texts = articles(200);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;

/** @param {() => void} work in the best of several rounds, for a second of processor, in all threads of this process */
function rate(work) {
	work();
	const rounds = [];
	for (let sum = 0; rounds.length < 2 || sum < 4e6; sum += rounds[rounds.length - 1]) {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		rounds.push(user + system);
	}
	return (1e6 * texts.length) / Math.min(...rounds);
}

/** @returns {Row[]} */
function inPython() {
	const file = join(mkdtempSync(join(tmpdir(), "saidso-")), "articles.json");
	writeFileSync(file, JSON.stringify(texts));
	const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", BLIS_NUM_THREADS: "1" };
	const env = { ...process.env, ...one };
	return JSON.parse(
		execFileSync(python, ["-B", "python/bench.py", file, command], { encoding: "utf8", env }),
	);
}

const rows = inPython();
for (const { name, does, load } of whole) {
	const work = await load();
	rows.push({ name: `${name}, Node`, does, rate: rate(() => texts.forEach((text) => void work(text))) });
}

const own = rows[0].rate;
console.log(
	`\n${texts.length} articles of ${(bytes / 1000).toFixed(1)} KB, one core, warm (a ratio of 2 takes twice as long as the command line)`,
);
for (const { name, does, rate } of rows.sort((a, b) => b.rate - a.rate)) {
	const ratio = (own / rate).toFixed(1);
	console.log(`${`${name}: ${does}`.padEnd(60)}${rate.toFixed(0).padStart(6)} a second ${ratio.padStart(8)}`);
}
