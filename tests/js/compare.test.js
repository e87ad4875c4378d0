// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../www/report/compare.js";
import { contentWords } from "../../www/report/content-word.js";
import { differentFigures, figures } from "../../www/report/figure.js";
import { sameSource } from "../../www/report/same-source.js";
import { report as sample } from "./sample.js";

/** @import { Report } from "../../www/pkg/saidso.js" */
/** @typedef {Report["sources"][number]} Source */

/**
 * An article that puts forward each of its sentences as a claim.
 * @param {string[]} sentences
 * @param {Source[]} [sources]
 */
function article(sentences, sources = []) {
	const text = sentences.join(" ");
	let at = 0;
	const claims = sentences.map((sentence) => {
		const start = text.indexOf(sentence, at);
		at = start + sentence.length;
		return { ...sample.claims[2], spans: [{ start, end: at }] };
	});
	return { text, report: { ...sample, sources, claims } };
}

/**
 * @param {string} name
 * @param {Source["kind"]} [kind]
 * @returns {Source}
 */
const source = (name, kind = "person") => ({ ...sample.sources[0], name, kind, named: kind !== "unnamed" });

/**
 * @param {Source[]} a
 * @param {Source[]} b
 */
const pairs = (a, b) => sameSource(a, b).map((pair) => `${a[pair.a].name} = ${b[pair.b].name}`);

test("claims that say the same are found, others are left on their side", () => {
	const a = article([
		"The old bridge over the Lune will be closed on Monday.",
		"Repairs cost 4,200 euros.",
		"The school choir won a prize.",
	]);
	const b = article([
		"Fishermen complain about the noise.",
		"On Monday, the old bridge over the Lune closes.",
		"The repairs will cost 5,000 euros.",
	]);
	const { claims, figures: different } = compare(a, b);
	assert.deepEqual(
		claims.shared.map((pair) => [pair.a, pair.b]),
		[
			[0, 1],
			[1, 2],
		],
	);
	assert.deepEqual([claims.onlyA, claims.onlyB], [[2], [0]]);
	assert.deepEqual(different, [{ claim: { a: 1, b: 2 }, a: ["4,200"], b: ["5,000"] }]);
});

test("a claim is in one pair at most, the closest", () => {
	const a = article([
		"The council voted for the new harbour bridge.",
		"The council voted for the new harbour.",
	]);
	const b = article(["The council voted for the new harbour bridge."]);
	assert.deepEqual(compare(a, b).claims, { shared: [{ a: 0, b: 0, overlap: 1 }], onlyA: [1], onlyB: [] });
});

test("claims of function words alone, or of nothing, pair with nothing", () => {
	const a = article(["It is what it is.", "…"]);
	assert.deepEqual(compare(a, a).claims.shared, []);
});

test("endings and function words do not count, figures are held apart", () => {
	assert.deepEqual(
		contentWords("The bridges were closed in 2019"),
		contentWords("A bridge closes, and another"),
	);
	assert.deepEqual([...contentWords("the mayor’s 3 dogs")], ["mayor", "dogs"]);
});

test("figures are the same by value, not by spelling", () => {
	const values = (/** @type {string} */ words) => figures(words).map(({ value }) => value);
	assert.deepEqual(values("4,200 or 4200"), ["4200", "4200"]);
	assert.deepEqual(values("€1.5 million, €1,500,000, €1.5m"), ["€1500000", "€1500000", "€1500000"]);
	assert.deepEqual(values("90% and 90 per cent and 90 percent and 90"), ["90%", "90%", "90%", "90"]);
	assert.deepEqual(values("5 months, 7 killed"), ["5", "7"]);
	assert.equal(differentFigures("costs 4,200 euros", "costs 4200 euros"), undefined);
	assert.equal(differentFigures("costs 4,200 euros", "costs money"), undefined);
	assert.deepEqual(differentFigures("3 of 12 boats", "3 of 14 boats"), { a: ["12"], b: ["14"] });
});

test("sources are the same by name, whatever accents and titles it has", () => {
	assert.deepEqual(pairs([source("Mayor Lena Ortíz")], [source("Lena Ortiz")]), [
		"Mayor Lena Ortíz = Lena Ortiz",
	]);
	assert.deepEqual(
		pairs([source("the Ministry of Works", "organization")], [source("Ministry of Works", "organization")]),
		["the Ministry of Works = Ministry of Works"],
	);
});

test("people are the same by last name where nobody else has it and first names agree", () => {
	assert.deepEqual(pairs([source("Ms. Ortiz")], [source("Lena Ortiz")]), ["Ms. Ortiz = Lena Ortiz"]);
	assert.deepEqual(pairs([source("L. Ortiz")], [source("Lena Ortiz")]), ["L. Ortiz = Lena Ortiz"]);
	assert.deepEqual(pairs([source("Pablo Ortiz")], [source("Lena Ortiz")]), []);
	assert.deepEqual(pairs([source("Ortiz")], [source("Lena Ortiz"), source("Pablo Ortiz")]), []);
	assert.deepEqual(pairs([source("Bank", "organization")], [source("Harbour Bank", "organization")]), []);
});

test("unnamed sources are never taken for one another", () => {
	const officials = [source("two officials", "unnamed")];
	assert.deepEqual(pairs(officials, officials), []);
	assert.deepEqual(compare(article([], officials), article([], officials)).sources, {
		shared: [],
		onlyA: [0],
		onlyB: [0],
	});
});

test("an article shares everything with itself", () => {
	const one = article(
		["The old bridge closes on Monday.", "Repairs cost 4,200 euros."],
		[source("Lena Ortiz")],
	);
	const { sources, claims, figures: different } = compare(one, one);
	assert.deepEqual(
		[sources.onlyA, sources.onlyB, claims.onlyA, claims.onlyB, different],
		[[], [], [], [], []],
	);
});

test("the time grows with the text, not with its square", () => {
	const long = (/** @type {number} */ count) =>
		article(
			Array.from({ length: count }, (_, n) => `The harbour bridge number word${n} closed on day${n * 7}.`),
		);
	const time = (/** @type {number} */ count) => {
		const one = long(count);
		const runs = Array.from({ length: 3 }, () => {
			const start = performance.now();
			compare(one, one);
			return performance.now() - start;
		});
		return Math.min(...runs);
	};
	time(200);
	const ratio = time(4000) / time(500);
	assert.ok(ratio < 24, `eight times the text took ${ratio.toFixed(1)} times as long`);
});
