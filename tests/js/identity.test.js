// @ts-check
// One core, one pipeline: the command line and the browser package say the same, byte for byte.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { annotate, initSync, sentences } from "../../www/pkg/saidso.js";
import { commandLine } from "../../xtask/command-line.js";

const file = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);
initSync({ module: readFileSync(file("www/pkg/saidso_bg.wasm")) });

const saidso = await commandLine();

const article = `By Ada Marsh

“We won’t cut the budget,” Ms. Ruth Okoro said on Monday. She added that about 40 % of the
money – some £3.2 million 💶 – could go to schools, according to officials.

The council denied it. Was it “naïve”? Nobody knows.`;

const texts = [
	["an article", article],
	["nothing", ""],
	["emoji and combining marks", "😀 e\u0301 “Yes,” said 👩‍👩‍👧 Ada. No."],
	["Windows line ends", article.replaceAll("\n", "\r\n")],
	["right to left", "قالت آدا “نعم”. “Yes,” she said. שלום."],
	["a NUL and a tab", "He said\0 no.\tShe said yes."],
];

for (const [title, text] of texts)
	test(`${title}: the command line and the browser agree`, () => {
		const run = spawnSync(saidso, ["--json"], { input: text, encoding: "utf8" });
		assert.equal(run.stderr, "");
		assert.equal(run.stdout.trimEnd(), JSON.stringify(annotate(text)));
	});

test("offsets are right beside a lone surrogate", () => {
	const text = "A \ud800 lone half. “No,” said Ada.";
	const report = annotate(text);
	assert.deepEqual(
		report.sentences.map(({ start, end }) => text.slice(start, end)),
		["A \ud800 lone half.", "“No,” said Ada."],
	);
});

test("blocks of a page that overlap or lie outside the text lose no words", () => {
	const text = "Talks resume\nThe ministry said so. 😀 Nobody denied it.";
	const blocks = [
		{ start: 40, end: 900, kind: "paragraph" },
		{ start: 0, end: 12, kind: "heading" },
		{ start: 8, end: 36, kind: "paragraph" },
	];
	const words = (/** @type {string} */ part) => part.replace(/\s/g, "");
	const report = annotate(text, { blocks });
	assert.equal(words(report.sentences.map(({ start, end }) => text.slice(start, end)).join("")), words(text));
	assert.equal(report.blocks[0].kind, "heading");
});

test("a kind that does not exist is named", () => {
	assert.throws(() => annotate("Yes.", { hedges: ["maybe"] }), /no kind of hedge "maybe"/);
});

test("sentences come as pairs of offsets", () => {
	const text = "😀 Yes. No.";
	const pairs = [...sentences(text)];
	assert.deepEqual(pairs, [0, 7, 8, 11]);
});
