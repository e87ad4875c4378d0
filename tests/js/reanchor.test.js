// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anchorer } from "../../www/report/anchor.js";
import { reportFault } from "../../www/report/fault.js";
import { reanchor } from "../../www/report/reanchor.js";
import { at, report, text } from "./sample.js";

/**
 * What the words of the old text lead to in the changed one.
 * @param {string} words
 * @param {string} changed
 */
function found(words, changed) {
	const span = anchorer(text, changed, report.sentences)(at(words));
	return span && changed.slice(span.start, span.end);
}

/** Text as it would be after an editor's pen. @param {[string, string][]} changes */
const edited = (...changes) =>
	changes.reduce((all, [old, now]) => {
		assert.ok(all.includes(old), old);
		return all.replace(old, () => now);
	}, text);

test("the same text gives the same report", () => {
	assert.deepEqual(reanchor(text, report, text), { report, found: 8, lost: [] });
});

test("a paragraph put before, between or behind moves the marks along", () => {
	for (const changed of [
		`Corrected on Tuesday.\n${text}`,
		`${text}\nThis article was corrected.`,
		edited(["By Mara Okoye\n", "By Mara Okoye\nCorrected on Tuesday, with a new headline 🚧.\n"]),
	]) {
		const { report: kept, found: count, lost } = reanchor(text, report, changed);
		assert.deepEqual([count, lost], [8, []]);
		assert.equal(reportFault(changed, kept), undefined);
		const [span] = kept.claims[3].spans;
		assert.equal(changed.slice(span.start, span.end), "Repairs");
	}
});

test("a sentence that changed a little keeps its marks, on the words that are still there", () => {
	const changed = edited(["said on the radio 📻 & online", "said on the local radio 📻 & online"]);
	assert.equal(found("Mayor Lena Ortiz", changed), "Mayor Lena Ortiz");
	assert.equal(found("said", changed), "said");
	assert.equal(
		found(
			"The old bridge <b>will</b> close on Monday, Mayor Lena Ortiz said on the radio 📻 & online.",
			changed,
		),
		"The old bridge <b>will</b> close on Monday, Mayor Lena Ortiz said on the local radio 📻 & online.",
	);
	assert.equal(reanchor(text, report, changed).found, 8);
});

test("words with a slip of the pen are found, whole words only", () => {
	const changed = edited(
		["cables are rusty", "cable are rusty"],
		["costs 4,200 euros", "costs now 4,200 euros"],
	);
	assert.equal(found("90% of the cables are rusty", changed), "90% of the cable are rusty");
});

test("a short word that became another is not found, though its sentence is", () => {
	const changed = edited(["Repairs may take", "Repairs must take"]);
	assert.equal(found("may", changed), null);
	const { report: kept, lost } = reanchor(text, report, changed);
	assert.deepEqual(lost, [{ id: "h0", words: "may" }]);
	assert.equal(kept.hedges.length, 0);
	assert.equal(kept.claims.length, 4);
});

test("a word is told from the same word elsewhere in a changed sentence, or not found", () => {
	const from = "He said that she said no to the offer of the city.";
	const to = "He said that she said no to the new offer of the city.";
	const anchor = anchorer(from, to, [{ start: 0, end: from.length }]);
	const said = (/** @type {number} */ start) => anchor({ start, end: start + 4 })?.start;
	assert.deepEqual([said(3), said(17)], [3, 17]);
	const twins = anchorer("So no no no no no yes", "So no no no no no no yes", [{ start: 0, end: 21 }]);
	assert.equal(twins({ start: 9, end: 11 }), null);
});

test("a word inside another is not the word", () => {
	const from = "The theft was the mayor’s fault, he said to them on air.";
	const to = "The theft was the mayor’s fault, they said to them on air.";
	const anchor = anchorer(from, to, [{ start: 0, end: from.length }]);
	assert.equal(anchor({ start: from.indexOf(" he ") + 1, end: from.indexOf(" he ") + 3 }), null);
});

test("a sentence that is gone takes its marks with it, and nothing else", () => {
	const changed = edited(["“We won’t wait,” she added, “for a crack to grow.”\n", ""]);
	const { report: kept, found: count, lost } = reanchor(text, report, changed);
	assert.deepEqual([count, lost.map(({ id }) => id)], [7, ["a1"]]);
	assert.deepEqual(kept.sources[0].attributions, [0]);
	assert.deepEqual(
		kept.attributions.map(({ source }) => source),
		[0, 1],
	);
	assert.deepEqual([kept.stats.sentences, kept.stats.unsourcedClaims], [5, 2]);
	assert.equal(reportFault(changed, kept), undefined);
});

test("a claim whose source is gone does not become the article's own", () => {
	const changed = edited([", Mayor Lena Ortiz said on the radio 📻 & online", ""]);
	const { report: kept, lost } = reanchor(text, report, changed);
	assert.deepEqual(
		lost.map(({ id }) => id),
		["a0", "c0"],
	);
	assert.equal(kept.claims.filter(({ attribution }) => attribution === null).length, 2);
	assert.equal(kept.claims[0].attribution, 1);
});

test("another text has none of the marks", () => {
	const other = "A school choir from the valley won the first prize on Saturday. ".repeat(9);
	const { report: kept, found: count, lost } = reanchor(text, report, other);
	assert.deepEqual([count, lost.length], [0, 8]);
	assert.deepEqual([kept.sentences, kept.blocks, kept.sources], [[], [], []]);
});

test("of two sentences that both come close, neither is taken", () => {
	const from = "Intro stands here first. The ferry leaves the harbour at nine. Outro stands here last.";
	const to =
		"Intro stood here first. The ferry leaves the harbour at mine. The ferry leaves the harbour at vine. Outro stood here last.";
	const sentences = [
		{ start: 0, end: 24 },
		{ start: 25, end: 62 },
		{ start: 63, end: 86 },
	];
	assert.equal(anchorer(from, to, sentences)(sentences[1]), null);
});

test("whatever is changed, marks stay on their words and the report stays sound", () => {
	const change = fc.record({
		start: fc.nat(text.length),
		length: fc.nat(40),
		words: fc.string({ unit: "grapheme", maxLength: 20 }),
	});
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
			let changed = text;
			for (const { start, length, words } of changes) {
				changed = changed.slice(0, start) + words + changed.slice(start + length);
			}
			const { report: kept, found: count, lost } = reanchor(text, report, changed);
			assert.equal(reportFault(changed, kept), undefined);
			assert.equal(count + lost.length, 8);
			for (const { cue } of kept.attributions) {
				assert.match(changed.slice(cue.start, cue.end), /^(said|added|claimed)$/);
			}
			for (const { start, end } of kept.hedges) assert.equal(changed.slice(start, end), "may");
		}),
		{ numRuns: 300 },
	);
});

test("a long text with a change on every tenth line is carried over in time", () => {
	const line = (/** @type {number} */ n) =>
		`The committee heard witness number ${n} on the state of the harbour wall.`;
	const lines = Array.from({ length: 8000 }, (_, n) => line(n));
	let start = 0;
	const sentences = lines.map((words) => {
		const sentence = { start, end: start + words.length };
		start = sentence.end + 1;
		return sentence;
	});
	const from = lines.join("\n");
	const to = lines.map((words, n) => (n % 10 ? words : words.replace("heard", "listened to"))).join("\n");
	const began = performance.now();
	const anchor = anchorer(from, to, sentences);
	const kept = sentences.filter((sentence, n) => {
		const span = anchor(sentence);
		assert.ok(!span || to.slice(span.start, span.end).includes(`number ${n} `));
		return span;
	});
	assert.equal(kept.length, lines.length);
	assert.ok(performance.now() - began < 5000);
});
