// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { annotate } from "../../www/engine/engine.js";
import { loadLexicon } from "../../www/engine/lexicon.js";

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

const KINDS = ["modal", "weasel", "condition", "quantity", "bound", "none"];
const kind = fc.constantFrom(...KINDS);
/** Words as a person may write them, signs of the notation among them. */
const wild = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-z /?…’\u{1f6a2}-]{1,40}$/u));
const plain = fc.array(fc.stringMatching(/^q[a-z]{3,8}$/), { minLength: 1, maxLength: 4 });

test("whatever the entries, a lexicon is taken or refused, and every mark lies in the text", async () => {
	const pack = fc.array(fc.record({ words: wild, kind }), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(pack, fc.string({ unit: "binary" }), async (entries, noise) => {
			const one = { name: "House words", entries, tests: [{ text: "Yes.", marks: [] }] };
			const lexicon = await loadLexicon(one).catch((error) => assert.equal(error.code, "bad-lexicon"));
			if (!lexicon) return;
			const text = `${noise} ${entries.map(({ words }) => words).join(", ")} ${noise}`;
			const { hedges } = await annotate(text, { lexicons: [lexicon] });
			for (const { start, end, scope } of hedges) {
				assert.ok(0 <= start && start < end && end <= text.length);
				assert.ok(0 <= scope.start && scope.start <= scope.end && scope.end <= text.length);
			}
		}),
	);
});

test("the words of an entry are marked wherever they stand, once, as their kind or not at all", async () => {
	await fc.assert(
		fc.asyncProperty(plain, kind, async (row, kind) => {
			const words = row.join(" ");
			const text = `The firm, ${words}, may close. It is ${words} here.`;
			const entries = [{ words, kind }];
			const tests = [{ text: "Yes.", marks: [] }];
			const lexicon = await loadLexicon({ name: "House words", entries, tests });
			const { hedges } = await annotate(text, { lexicons: [lexicon] });
			const own = hedges.filter(({ start, end }) => text.slice(start, end) === words);
			assert.deepEqual(
				own.map((hedge) => hedge.kind),
				kind === "none" ? [] : [kind, kind],
			);
		}),
	);
});
