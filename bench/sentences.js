// @ts-check
//! Prints how well saidso and its peers find the sentences of the gold in ../shared/eval, file by file.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { score } from "./score.js";
import { own, peers } from "./splitters.js";

const GOLD = new URL("../../shared/eval/gold/sentences/", import.meta.url);
/** Sets of small cases count by cases that are right as a whole. */
const BY_CASE = ["grs48", "grs_extra4"];

/** @param {string} name */
function read(name) {
	const lines = readFileSync(new URL(name, GOLD), "utf8").split("\n").filter(Boolean);
	return lines.map((line) => {
		/** @type {{ text: string, sentences: [number, number][] }} */
		const { text, sentences } = JSON.parse(line);
		const units = [0];
		for (const character of text) units.push(units[units.length - 1] + character.length);
		return { text, ends: sentences.map(([, end]) => units[end]) };
	});
}

const files = existsSync(GOLD) ? readdirSync(GOLD).sort() : [];
if (!files.length)
	console.log("the gold in ../shared/eval is not there; what it is made from stands in xtask/corpora.js");
const splitters = [own, ...peers];
const splits = await Promise.all(splitters.map(({ load }) => load()));
console.log("\nF1 of the ends of sentences inside paragraphs; of the rules, how many are right");
console.log(["".padEnd(20), ...splitters.map(({ name }) => name.padStart(16))].join(""));
for (const file of files) {
	const gold = read(file);
	const name = file.replace(".jsonl", "");
	const cells = splits.map((split) => {
		const { f1, exact } = score(gold, split);
		return (BY_CASE.includes(name) ? `${exact} of ${gold.length}` : f1.toFixed(1)).padStart(16);
	});
	console.log(name.padEnd(20) + cells.join(""));
}
