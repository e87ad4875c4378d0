// @ts-check
//! Word lists of a reader's own: what goes into them, and out of them as JSON and as lines of text.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { annotateSync, ready } from "../../www/engine/engine.js";
import { loadLexicon, packOf } from "../../www/engine/lexicon.js";
import { ownEntry, ownOf, withEntries, withList, withoutEntry } from "../../www/engine/own-list.js";
import { isPattern, refusal } from "../../www/engine/word-entry.js";
import { fromLines, toLines } from "../../www/engine/word-lines.js";
import { HEDGES } from "../../www/words/kinds.js";

/** @typedef {import("../../www/engine/engine.js").Lexicon} Lexicon */

const TEXT = "The firm may close, and workers know it.";

/** @param {readonly Lexicon[]} lexicons @param {string} [text] */
const hedged = (lexicons, text = TEXT) =>
	annotateSync(text, { lexicons }).hedges.map(({ start, end, kind }) => [text.slice(start, end), kind]);

/** @param {Lexicon} list */
const entriesOf = ({ entries }) => entries.map(({ words, kind }) => ({ words, kind }));

before(() => ready());

test("words are marked always, or never, and the last word on them holds, whatever its case", () => {
	let lists = withEntries([], [{ words: "may", kind: "none" }], "My words");
	assert.deepEqual(hedged(lists), []);
	lists = withEntries(lists, [{ words: "workers know", kind: "weasel" }], "Meine Wörter");
	assert.deepEqual(hedged(lists), [["workers know", "weasel"]]);
	lists = withEntries(lists, [{ words: "May", kind: "belief" }], "My words");
	assert.deepEqual(hedged(lists), [
		["may", "belief"],
		["workers know", "weasel"],
	]);
	assert.deepEqual(
		lists.map(({ name, own, entries }) => [name, own, entries.length]),
		[["My words", true, 2]],
	);
	lists = withoutEntry(lists, ownEntry(lists, "MAY"));
	assert.equal(ownEntry(lists, "may"), undefined);
	lists = withoutEntry(lists, ownEntry(lists, "workers know"));
	assert.deepEqual(lists, []);
});

test("the reader's own list is believed before any other, which takes the place of one of its name", async () => {
	const pack = (/** @type {string} */ kind, /** @type {string[]} */ marks) =>
		loadLexicon({ name: "House", entries: [{ words: "may", kind }], tests: [{ text: "It may.", marks }] });
	const own = withEntries([], [{ words: "may", kind: "none" }], "My words");
	let lists = withList(own, await pack("belief", ["may"]));
	assert.deepEqual(hedged(lists), []);
	lists = withList(lists, await pack("modal", ["may"]));
	assert.deepEqual(
		lists.map(({ name, own }) => [name, own]),
		[
			["House", undefined],
			["My words", true],
		],
	);
	const elsewhere = withEntries([], [{ words: "close", kind: "bound" }], "Mes mots");
	lists = withList(lists, /** @type {Lexicon} */ (ownOf(elsewhere)));
	assert.deepEqual(hedged(lists), [["close", "bound"]]);
	assert.equal(lists.length, 2);
});

test("a list takes no more than two thousand entries", () => {
	const many = Array.from({ length: 2000 }, (_, n) => ({ words: `w${n}`, kind: "modal" }));
	const lists = withEntries([], many, "My words");
	assert.equal(withEntries(lists, [{ words: "W7", kind: "none" }], "").length, 1);
	assert.throws(() => withEntries(lists, [{ words: "new", kind: "none" }], ""), { code: "bad-lexicon" });
});

test("a sign that means something else in an entry is told, and so is what the core refuses", () => {
	for (const words of ["and/or", "why? he", "sources … close"]) assert.equal(isPattern(words), true, words);
	for (const words of ["may", "so-called plan", "about 20 %", "e.g. a"])
		assert.equal(isPattern(words), false);
	assert.match(String(refusal({ words: "", kind: "none" })), /without words/);
	assert.equal(refusal({ words: "may", kind: "none" }), null);
});

test("lines hold an entry each, with its kind, its sign or neither; comments and empty lines are left out", () => {
	const text =
		"\ufeff# My words\r\n\r\n-may\r\n! might not\n insiders  \nsources … close/near to\tweasel\nit seems = appearance\n\\-ish\tbound\n\\#metoo\n";
	assert.deepEqual(fromLines(text), [
		{ words: "may", kind: "none" },
		{ words: "might not", kind: "none" },
		{ words: "insiders", kind: "modal" },
		{ words: "sources … close/near to", kind: "weasel" },
		{ words: "it seems", kind: "appearance" },
		{ words: "-ish", kind: "bound" },
		{ words: "#metoo", kind: "modal" },
	]);
});

for (const [name, text, says] of /** @type {[string, string, RegExp][]} */ ([
	["a kind that there is not", "may\n\n# kinds\nmight\tlie", /^line 4: there is no kind of hedge "lie"/],
	["another kind", "may = lie", /^line 1: there is no kind of hedge "lie"/],
	["no words", "may\n-", /^line 2: an entry without words/],
	["a start that may be missing", "may? be", /^line 1: .*may be missing/],
	["too many words", `may\n${"a ".repeat(13)}`, /^line 2: .*more than 12 words/],
	["too many entries", "may\n".repeat(2001), /^more than 2000 entries/],
	["no entry at all", "# nothing\n\n", /^no entry/],
]))
	test(`lines with ${name} are refused, and the line is named`, () =>
		assert.throws(
			() => fromLines(text),
			(/** @type {any} */ error) => {
				assert.equal(error.code, "bad-lexicon");
				assert.match(error.message, says);
				return true;
			},
		));

const kind = fc.constantFrom(...HEDGES, "none");
const wild = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.stringMatching(/^[a-z /?…’\\#!=\t-]{1,40}$/u),
	fc.constantFrom("-ish", "#metoo", "\\", "! no", "a = b", "- a = modal", "= modal", "a\tmodal"),
);

test("whatever the entries, lines and JSON give them back", async () => {
	const entries = fc.array(fc.record({ words: wild, kind }), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(entries, async (all) => {
			const taken = all
				.map(({ words, kind }) => ({ words: words.replace(/\s+/gu, " ").trim(), kind }))
				.filter((one) => one.words && !refusal(one));
			if (taken.length === 0) return;
			const [list] = withEntries([], taken, "My words");
			assert.deepEqual(fromLines(toLines(list)), entriesOf(list));
			const again = await loadLexicon(JSON.stringify(packOf(list)));
			assert.deepEqual(again, list);
		}),
	);
});
