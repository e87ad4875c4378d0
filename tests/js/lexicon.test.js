// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { annotate } from "../../www/engine.js";
import { loadLexicon } from "../../www/lexicon.js";

const pack = () => ({
	name: "House words",
	entries: [
		{ words: "sources close to", kind: "weasel" },
		{ words: "is all? set/due to", kind: "expectation" },
		{ words: "may", kind: "none" },
	],
	tests: [
		{
			text: "Sources close to Ms. Li say the line is due to open.",
			marks: ["Sources close to", "is due to"],
		},
		{ text: "The line may open.", marks: [] },
	],
});
const spoilt = (/** @type {(one: any) => void} */ spoil) => {
	const one = pack();
	spoil(one);
	return loadLexicon(one);
};

test("a lexicon that passes its own tests marks its words and says whose they are", async () => {
	const lexicon = await loadLexicon(JSON.stringify(pack()));
	const text = "The bridge is all set to close, and it may rain.";
	const { hedges } = await annotate(text, { lexicons: [lexicon] });
	assert.deepEqual(
		hedges.map(({ start, end, kind }) => [text.slice(start, end), kind]),
		[["is all set to", "expectation"]],
	);
	assert.deepEqual(hedges[0].reasons, ["own-lexicon:House words", "cue:is all set to"]);
});

test("without it nothing changes", async () => {
	await loadLexicon(pack());
	const { hedges } = await annotate("The line may open.");
	assert.equal(hedges.length, 1);
});

test("a lexicon that fails its own tests is refused, and the test is named", async () => {
	await assert.rejects(
		spoilt((one) => one.tests[1].marks.push("may")),
		{ code: "bad-lexicon", message: "in “The line may open.” the marks are none, not “may”" },
	);
});

for (const [name, spoil, says] of /** @type {[string, (one: any) => void, RegExp][]} */ ([
	["no tests", (one) => delete one.tests, /^tests/],
	["an unknown kind", (one) => (one.entries[0].kind = "lie"), /no kind of hedge "lie"/],
	["no words", (one) => (one.entries[0].words = " "), /^entries\.0\.words/],
	["a start that may be missing", (one) => (one.entries[0].words = "may? be"), /may be missing: "may\? be"/],
	["too many words", (one) => (one.entries[0].words = "a ".repeat(13)), /more than 12 words/],
	["too many entries", (one) => (one.entries = Array(2001).fill(one.entries[0])), /^entries/],
	[
		"a key of another object",
		(one) => Object.defineProperty(one, "__proto__", { value: 1, enumerable: true }),
		/__proto__/,
	],
]))
	test(`a lexicon with ${name} is refused`, () =>
		assert.rejects(spoilt(spoil), (/** @type {any} */ error) => {
			assert.equal(error.code, "bad-lexicon");
			assert.match(error.message, says);
			return true;
		}));

test("what is no JSON is refused", () => assert.rejects(loadLexicon("not json"), { code: "bad-lexicon" }));
