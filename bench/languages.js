// @ts-check
//! Prints how well saidso, Intl.Segmenter and sentencex find the sentences of tests/languages, language by language.

import { readdirSync, readFileSync } from "node:fs";
import { marked } from "./marked.js";
import { score } from "./score.js";
import { intl, own, sentencex } from "./splitters.js";

const FOLDER = new URL("../tests/languages/", import.meta.url);

console.log("\nF1 of the ends of sentences inside paragraphs, in languages other than English");
console.log(["", own.name, intl("en").name, sentencex("en").name].map((name) => name.padStart(16)).join(""));
for (const file of readdirSync(FOLDER).sort()) {
	const language = file.replace(".txt", "");
	const gold = marked(readFileSync(new URL(file, FOLDER), "utf8"));
	const cells = [own, intl(language), sentencex(language)].map(async ({ load }) =>
		score(gold, await load())
			.f1.toFixed(1)
			.padStart(16),
	);
	console.log(language.padStart(16) + (await Promise.all(cells)).join(""));
}
