// @ts-check
//! `npm run eval [-- --raise]`: scores the command line against the gold in ../shared/eval, prints one
//! table, and compares it with tests/floors.json.
//!
//! Leaves what the figures mean to the scorers beside the gold.

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { main, output, root, Stop, say } from "./command.js";
import { commandLine } from "./command-line.js";
import { corpora } from "./corpora.js";
import { fallen, raise } from "./floors.js";

const EVAL = "../shared/eval";
const OUT = "target/eval.json";

/** The figures of each task that the table shows and the floors keep. */
const COLUMNS = {
	sentences: ["interior F1", "punct F1", "all F1", "documents exact"],
	attribution: [
		"all link F1",
		"reportive link P",
		"reportive link F1",
		"direct link F1",
		"span/cue",
		"span/source",
		"span/content",
		"source right",
		"resolve",
	],
	hedges: ["sentence P", "sentence R", "sentence F1", "cue overlap F1", "cue exact F1"],
	claims: ["macro F1", "AP check-worthy", "AP CFS", "AP Yes"],
};

/** @typedef {Record<string, Record<string, number>>} Figures in percent, by corpus and name */

function gold() {
	if (existsSync(join(root, EVAL, "gold"))) return;
	const list = corpora.map(([task, names]) => `  ${task}: ${names}`).join("\n");
	throw new Stop(`the gold is not there: ${EVAL}/gold; it is made from these public corpora:\n${list}`);
}

async function score() {
	if (!output("python3", "--version"))
		throw new Stop("python3 is missing, and the scorers need it; apt brings it");
	const saidso = `${await commandLine()} --jsonl --offsets codepoint`;
	say("scoring it against the gold");
	mkdirSync(join(root, "target"), { recursive: true });
	const args = [`${EVAL}/run.py`, "--saidso", saidso, "--json", OUT];
	if (!output("python3", ...args)) throw new Stop(`${EVAL}/run.py failed; run it by hand to see why`);
}

/** @returns {Figures} */
function figures() {
	/** @type {Record<string, Record<string, number | null>>} */
	const rows = JSON.parse(readFileSync(join(root, OUT), "utf8"));
	const missing = Object.entries(rows).filter(([, row]) => row.missing);
	if (missing.length) throw new Stop(`some texts got no report: ${missing.map(([name]) => name).join(", ")}`);
	const kept = Object.entries(rows).map(([name, row]) => {
		const columns = COLUMNS[/** @type {keyof typeof COLUMNS} */ (name.split("/")[0])];
		const own = columns.filter((column) => typeof row[column] === "number");
		return [name, Object.fromEntries(own.map((column) => [column, round(100 * Number(row[column]))]))];
	});
	return Object.fromEntries(kept);
}

/** @param {number} figure */
const round = (figure) => Math.round(10 * figure) / 10;

/** @param {Figures} found */
function table(found) {
	const width = Math.max(...Object.keys(found).map((name) => name.length));
	for (const [task, columns] of Object.entries(COLUMNS)) {
		const rows = Object.entries(found).filter(([name]) => name.startsWith(`${task}/`));
		console.log(`\n${task.padEnd(width)}${columns.map((column) => `  ${column}`).join("")}`);
		for (const [name, row] of rows) {
			const cell = (/** @type {string} */ column) =>
				`  ${(row[column]?.toFixed(1) ?? "–").padStart(column.length)}`;
			console.log(name.slice(task.length + 1).padEnd(width) + columns.map(cell).join(""));
		}
	}
	console.log();
}

await main(async () => {
	gold();
	await score();
	const found = figures();
	table(found);
	if (process.argv.includes("--raise")) return raise(found);
	const lines = fallen(found);
	if (lines.length) throw new Stop(`figures fell below tests/floors.json:\n${lines.join("\n")}`);
	say("no figure is more than 0.5 below its floor");
});
