// @ts-check
//! What a reader corrects: marks, sources, totals and shares follow, everything can be taken back, and an edited text
//! keeps what still fits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { correct } from "../../www/report/correct.js";
import { reportFault } from "../../www/report/fault.js";
import { findings } from "../../www/report/finding.js";
import { keyOf } from "../../www/report/graph.js";
import { find, selectorOf } from "../../www/report/selector.js";
import { at, report, text } from "./sample.js";

/** @import { Correction, Mark, Who } from "../../www/report/correction.js" */

const count = (/** @type {string} */ words) => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** @param {string} words @returns {import("../../www/report/selector.js").Selector} */
const place = (words) => selectorOf(text, at(words));

/** @param {number} number @returns {Mark} */
const said = (number) => ({
	kind: "attribution",
	at: selectorOf(text, keyOf(report.attributions[number])),
});

/** @param {number} number @returns {Mark} */
const claimed = (number) => ({ kind: "claim", at: selectorOf(text, keyOf(report.claims[number])) });

/** @type {Who} */
const ORTIZ = { name: "Lena Ortiz", kind: "person", at: place("Mayor Lena Ortiz") };
/** @type {Who} */
const CLOSE = { name: "sources close to the council", kind: "unnamed", at: place("sources close") };
/** @type {Who} */
const HALE = { name: "Ray Hale", kind: "person", at: null };

/** @param {...Correction} corrections */
function corrected(...corrections) {
	const made = correct(text, report, corrections, count);
	assert.equal(reportFault(text, made.report), undefined);
	findings(made.report);
	return made;
}

/** @param {...Correction} corrections */
const names = (...corrections) =>
	corrected(...corrections).report.sources.map(({ name, attributions }) => [name, attributions]);

test("without corrections a report stays what it is", () => {
	const { report: same } = corrected();
	const shares = (/** @type {typeof report} */ one) =>
		one.sources.map(({ share }) => Math.round(share * 100));
	assert.deepEqual(shares(same), shares(report));
	const bare = (/** @type {typeof report} */ { sources, stats: _, ...rest }) => ({
		...rest,
		sources: sources.map(({ share: _, ...source }) => source),
	});
	assert.deepEqual(bare(same), bare(report));
	assert.deepEqual(same.stats.words, report.stats.words);
});

test("a statement is credited to another source of the article", () => {
	const { report: now, outcomes } = corrected({ act: "credit", marks: [said(2)], to: ORTIZ });
	assert.deepEqual(
		now.sources.map(({ name, attributions }) => [name, attributions]),
		[["Lena Ortiz", [0, 1, 2]]],
	);
	assert.deepEqual(outcomes, [{ fits: true, id: "a2" }]);
	assert.equal(now.sources[0].share, 1);
	assert.equal(now.stats.words.unnamed, 0);
	assert.equal(now.stats.words.attributed, report.stats.words.attributed);
	assert.equal(findings(now).filter(({ kind }) => kind === "unnamed").length, 0);
	assert.deepEqual(now.attributions[2].reasons, ["reader"]);
});

test("to somebody whom the report does not have, to nobody with a name, and to nobody who is clear", () => {
	assert.deepEqual(names({ act: "credit", marks: [said(1)], to: HALE }), [
		["Lena Ortiz", [0]],
		["Ray Hale", [1]],
		["sources close to the council", [2]],
	]);
	const nobody = { act: /** @type {const} */ ("credit"), marks: [said(1)] };
	assert.deepEqual(names({ ...nobody, to: { name: "", kind: "unnamed", at: null } })[1], ["she", [1]]);
	const { report: unclear } = corrected({ ...nobody, to: null });
	assert.equal(unclear.attributions[1].source, null);
	assert.equal(unclear.sources[0].words < report.sources[0].words, true);
});

test("sources are merged, split and renamed", () => {
	assert.deepEqual(names({ act: "merge", source: CLOSE, into: ORTIZ }), [["Lena Ortiz", [0, 1, 2]]]);
	const split = { act: /** @type {const} */ ("credit"), marks: [said(0), said(1)], to: HALE };
	assert.deepEqual(
		names(split).map(([name]) => name),
		["Ray Hale", "sources close to the council"],
	);
	const renamed = { act: /** @type {const} */ ("rename"), source: CLOSE, name: "Ann Moss", kind: ORTIZ.kind };
	assert.deepEqual(names(renamed)[1], ["Ann Moss", [2]]);
	assert.equal(corrected(renamed).report.sources[1].named, true);
});

test("a claim has a source, and its words are theirs", () => {
	const { report: now, outcomes } = corrected({ act: "credit", marks: [claimed(3)], to: ORTIZ });
	const [claim] = now.claims.filter(({ spans }) => spans.length === 2);
	assert.equal(now.attributions[Number(claim.attribution)].source, 0);
	assert.equal(now.stats.unsourcedClaims, 1);
	assert.equal(now.sources[0].words > report.sources[0].words, true);
	assert.equal(now.stats.words.attributed, report.stats.words.attributed + 7);
	assert.equal(now.stats.attributed, 4);
	assert.equal(outcomes[0].id, "a3");
});

test("a mark is taken away: what was said there is the article's own again", () => {
	const { report: now, outcomes } = corrected({ act: "remove", mark: said(0) });
	assert.deepEqual(
		now.sources.map(({ attributions }) => attributions),
		[[0], [1]],
	);
	assert.equal(now.claims[0].attribution, null);
	assert.equal(now.stats.unsourcedClaims, 3);
	const [{ fits, id, was = [] }] = outcomes;
	assert.deepEqual([fits, id], [true, null]);
	assert.equal(
		was.map(({ start, end }) => text.slice(start, end)).join(" | "),
		"Mayor Lena Ortiz | said | The old bridge <b>will</b> close on Monday",
	);
	assert.equal(corrected({ act: "remove", mark: claimed(2) }).report.claims.length, 3);
	const hedge = { kind: /** @type {const} */ ("hedge"), at: place("may") };
	assert.equal(corrected({ act: "remove", mark: hedge }).report.hedges.length, 0);
});

test("a quotation that is no mark leaves no claim of the article's own", () => {
	const claims = report.claims.map((one, number) => (number === 0 ? { ...one, attribution: 1 } : one));
	const quoted = { ...report, claims };
	const { report: now } = correct(text, quoted, [{ act: "remove", mark: said(1) }], count);
	assert.equal(now.claims.length, claims.length - 1);
	assert.equal(now.stats.unsourcedClaims, 2);
});

test("marks are added: a statement with its source and cue, a claim, a hedge", () => {
	const words = place("Repairs may take\nnine months 🛠️");
	/** @type {Correction[]} */
	const list = [
		{ act: "quote", at: words, to: HALE },
		{ act: "part", mark: { kind: "attribution", at: words }, role: "cue", at: place("are rusty") },
		{ act: "claim", at: place("on the radio 📻") },
		{ act: "hedge", at: place("nine months"), kind: "approximator" },
	];
	const { report: now, outcomes } = corrected(...list);
	assert.deepEqual(
		outcomes.map(({ id }) => id),
		["a3", "a3", "c1", "h1"],
	);
	assert.equal(now.sources.at(-1)?.name, "Ray Hale");
	assert.equal(now.attributions[3].cue.lemma, "are rusty");
	assert.equal(now.claims[1].sentence, 1);
	const [cueless] = findings(corrected(list[0]).report).filter(({ id }) => id === "a3");
	assert.deepEqual(
		cueless.pieces.map(({ role }) => role),
		["content"],
	);
});

test("a claim among words that somebody is said to say has a source, and has none when that is taken back", () => {
	const [number] = report.claims.flatMap(({ attribution, spans }, at) =>
		attribution === null && spans.length === 1 ? [at] : [],
	);
	const { spans } = report.claims[number];
	const words = selectorOf(text, spans[0]);
	/** @type {Correction} */
	const quote = { act: "quote", at: words, to: HALE };
	const { report: now } = corrected(quote);
	const [claim] = now.claims.filter((one) => one.spans[0].start === spans[0].start);
	assert.equal(now.sources[Number(now.attributions[Number(claim.attribution)].source)].name, "Ray Hale");
	assert.equal(now.stats.unsourcedClaims, report.stats.unsourcedClaims - 1);
	const gone = corrected(quote, { act: "remove", mark: { kind: "attribution", at: words } });
	assert.equal(gone.report.stats.unsourcedClaims, report.stats.unsourcedClaims);
});

test("one taken back leaves the others as they are", () => {
	/** @type {Correction[]} */
	const list = [
		{ act: "rename", source: ORTIZ, name: "L. Ortiz", kind: "person" },
		{ act: "credit", marks: [said(2)], to: { ...ORTIZ, name: "L. Ortiz" } },
	];
	assert.deepEqual(names(...list), [["L. Ortiz", [0, 1, 2]]]);
	assert.deepEqual(names(list[1]), [["Lena Ortiz", [0, 1, 2]]]);
});

test("corrections survive an edit, and what no longer fits is named and not applied", () => {
	const changed = `Corrected on Tuesday 🚧.\n${text.replace("“We won’t wait,” she added", "“We cannot wait,” she added later")}`;
	const moved = changed.length - text.length;
	assert.equal(find(changed, place("claimed"))?.start, at("claimed").start + moved);
	assert.equal(find(changed, place("added"))?.start, changed.indexOf("added"));
	assert.equal(find("Nobody said that.", place("said")), null);
	const outcome = correct(
		"Nobody spoke.",
		{ ...report, blocks: [], sentences: [] },
		[{ act: "remove", mark: said(0) }],
		count,
	);
	assert.deepEqual(outcome.outcomes, [{ fits: false, id: null }]);
});

test("of two places with the same words the one with the same neighbours is found, else none", () => {
	const twice = "Ann said no. Ben said no. Cleo said yes.";
	const second = selectorOf(twice, { start: twice.indexOf("said", 12), end: twice.indexOf("said", 12) + 4 });
	assert.equal(find(twice, second)?.start, twice.indexOf("said", 12));
	assert.equal(find(`Well. ${twice}`, second)?.start, twice.indexOf("said", 12) + 6);
	assert.equal(find("Dan said it. Eve said it.", second), null);
});

test("words that a reader adds are direct, mixed or indirect speech, as their marks say", () => {
	const form = (/** @type {string} */ words) =>
		corrected({ act: "quote", at: place(words), to: HALE }).report.attributions.find(
			({ cue, contents }) => cue.start === cue.end && contents[0].start === at(words).start,
		)?.form;
	assert.equal(form("“for a crack to grow.”"), "direct");
	assert.equal(form("she added, “for a crack to grow.”"), "mixed");
	assert.equal(form("Repairs may take"), "indirect");
});
