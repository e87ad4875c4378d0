// @ts-check
//! The sentences alone, as a program meets them: the package's own entry, and texts in other languages beside what
//! Intl.Segmenter makes of them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { marked } from "../../bench/marked.js";
import { score } from "../../bench/score.js";

const own = "saidso/sentences";
const FOLDER = new URL("../languages/", import.meta.url);

/** @type {typeof import("../../www/door/sentences.js")} */
const { ready, sentences, sentencesSync } = await import(own);

/**
 * @param {string} text
 * @param {Parameters<typeof sentences>[1]} [options]
 */
const found = async (text, options) =>
	(await sentences(text, options)).map(({ start, end }) => text.slice(start, end));

test("offsets are UTF-16 and leave white space out", async () => {
	assert.deepEqual(await found("🚢 Ms. Li left. 🚢  Dr. Ek stayed.\n"), [
		"🚢 Ms. Li left. 🚢",
		"Dr. Ek stayed.",
	]);
	assert.deepEqual(await found(""), []);
});

test("options choose the method, quotations, language and abbreviations", async () => {
	assert.deepEqual(await found("Ms. Li left.", { method: "standard" }), ["Ms.", "Li left."]);
	assert.equal((await found("“We lost. We try again,” she said.")).length, 2);
	assert.equal((await found("“We lost. We try again,” she said.", { quotations: "whole" })).length, 1);
	assert.equal((await found("Am 3. Oktober. Ja.", { language: "de" })).length, 2);
	assert.equal((await found("See Rptr. Smith.", { abbreviations: ["Rptr"] })).length, 1);
});

test("what is no text and no option is refused", async () => {
	const refused = { name: "SaidSoError", code: "bad-argument" };
	for (const text of [undefined, null, 5, {}, ["a. B."]])
		await assert.rejects(sentences(/** @type {any} */ (text)), refused, String(text));
	for (const options of [5, { method: "bad" }, { quotations: 1 }, { abbreviations: ["x", 5] }, { foo: 1 }])
		await assert.rejects(sentences("Go.", /** @type {any} */ (options)), refused, JSON.stringify(options));
	assert.throws(() => sentencesSync(/** @type {any} */ (5)), refused);
	assert.equal((await found("Go. Stay.", { method: undefined })).length, 2);
});

test("one may wait, and then split at once", async () => {
	await ready();
	assert.deepEqual(sentencesSync("It rose. It fell."), [
		{ start: 0, end: 8 },
		{ start: 9, end: 17 },
	]);
});

// The other files there hold what language a text is in.
for (const file of readdirSync(FOLDER).filter((name) => /^[a-z]{2}\.txt$/.test(name))) {
	const language = file.replace(".txt", "");
	test(`${language}: no worse than Intl.Segmenter`, async () => {
		await ready();
		const gold = marked(readFileSync(new URL(file, FOLDER), "utf8"));
		const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
		const ours = score(gold, (text) => sentencesSync(text).map(({ end }) => end));
		const theirs = score(gold, (text) =>
			Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length),
		);
		const sizes = gold.reduce((sum, { ends }) => sum + ends.length, 0);
		assert.ok(sizes >= 60, `${sizes} sentences`);
		assert.ok(ours.f1 >= Math.max(96, theirs.f1), `${ours.f1} of ${theirs.f1}`);
	});
}
