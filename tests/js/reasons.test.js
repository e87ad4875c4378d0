// @ts-check
//! Every code, kind, act and stance that the core can give has words: read from the table of
//! kinds that the core writes, and from what it gives for every golden text. That all languages have the same entries is tested in `words.test.js`.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as kinds from "../../www/words/kinds.js";
import { isKnown } from "../../www/words/words.js";

const own = "saidso";
const ROOT = new URL("../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");
const files = (/** @type {string} */ folder, /** @type {string} */ ending) =>
	readdirSync(new URL(folder, ROOT), { recursive: true })
		.map((name) => `${folder}/${name}`)
		.filter((name) => name.endsWith(ending));

const known = (/** @type {Iterable<string>} */ keys) =>
	assert.deepEqual([...keys].filter((key) => !isKnown(key)).sort(), []);

test("every code of the core's table has words", () => {
	known(kinds.REASONS.map((code) => `reason.${code}`));
});

test("every code that a golden text is given has words", async () => {
	/** @type {typeof import("../../www/door/saidso.js")} */
	const { annotate } = await import(own);
	const found = new Set();
	const signals = ["passive", "loaded", "booster", "scare-quote"];
	for (const path of files("tests/golden", ".txt")) {
		const text = read(path).replace(/\{[a-z-]+(?:\.\d+)? |[}÷]/g, "");
		for (const blocks of [undefined, [{ start: 0, end: text.length, kind: "heading" }]]) {
			const report = await annotate(text, { signals, blocks });
			const marks = [...report.attributions, ...report.hedges, ...report.claims, ...(report.signals ?? [])];
			for (const { reasons } of marks) for (const reason of reasons) found.add(reason.split(/[: ]/)[0]);
		}
	}
	known([...found].map((code) => `reason.${code}`));
});

/** What is said by saying nothing; and statements that are no finding. */
const UNSAID = ["why.act.speech", "why.statement.opinion", "why.statement.question", "why.statement.other"];

/** Where the words for the kinds of each table stand. @type {[string, readonly string[]][]} */
const PLACES = [
	["source", kinds.SOURCES],
	["why.act", kinds.ACTS],
	["why.form", kinds.FORMS],
	["why.stance", kinds.STANCES],
	["hedge", kinds.HEDGES],
	["why.statement", kinds.STATEMENTS],
	["why.certainty", kinds.CERTAINTIES],
	["notice", kinds.WARNINGS],
];

test("every kind of the core's tables has words", () => {
	const keys = PLACES.flatMap(([place, names]) => names.map((name) => `${place}.${name}`));
	known(keys.filter((key) => !UNSAID.includes(key)));
});
