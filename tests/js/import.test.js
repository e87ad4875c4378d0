// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toJSON } from "../../www/export/json.js";
import { fromJSON } from "../../www/intake/import.js";
import { selectorOf } from "../../www/report/selector.js";
import { at, bare, report, text } from "./sample.js";

/** A change to a copy of our file. @param {(bundle: any) => unknown} change */
function changed(change) {
	const bundle = JSON.parse(toJSON(text, report));
	change(bundle);
	return JSON.stringify(bundle);
}

test("what was saved is opened as it was", () => {
	const view = { show: ["hedge"], selected: "h0", hidden: ["hedge|hedge:modal|may"] };
	assert.deepEqual(fromJSON(toJSON(text, report, { view })), { text, report, view });
	assert.deepEqual(fromJSON(`\ufeff${toJSON(text, report)}`), { text, report, view: {} });
});

test("with corrections, what the engine made is opened, so that each can be taken back", () => {
	/** @type {import("../../www/report/view.js").View} */
	const view = {
		corrections: [{ act: "remove", mark: { kind: "hedge", at: selectorOf(text, at("may")) } }],
		remarks: [{ kind: "sentence", at: selectorOf(text, report.sentences[1]), words: "ask", status: "" }],
	};
	const json = toJSON(text, { ...report, hedges: [] }, { view, found: report });
	assert.deepEqual(fromJSON(json), { text, report, view });
	assert.equal(JSON.parse(json).report.hedges.length, 0);
	for (const [field, value] of Object.entries({ act: "burn", mark: { kind: "hedge" } })) {
		const bundle = JSON.parse(json);
		bundle.view.corrections[0][field] = value;
		assert.throws(() => fromJSON(JSON.stringify(bundle)), { code: "unsupported-file" });
	}
});

test("any text is opened as it was, lone surrogates too", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (any) => assert.equal(fromJSON(toJSON(any, bare)).text, any)),
	);
});

test("what is not our file is refused with the field that is wrong", () => {
	/** @type {[string, RegExp][]} */
	const bad = [
		["", /JSON/],
		["{", /JSON/],
		["null", /the whole/],
		["[]", /the whole|schema/],
		["{}", /schema/],
		["[".repeat(100_000) + "]".repeat(100_000), /./],
		[JSON.stringify(report), /schema/],
		[changed((it) => delete it.text), /text/],
		[changed((it) => delete it.report.stats), /report\.stats/],
		[changed((it) => (it.report.schema = "saidso/report/2")), /report\.schema/],
		[changed((it) => (it.report.offsets = "utf8")), /report\.offsets/],
		[changed((it) => (it.report.hedges[0].kind = "lie")), /report\.hedges\.0\.kind/],
		[changed((it) => (it.report.claims[1].spans = [])), /report\.claims\.1\.spans/],
		[changed((it) => (it.report.claims[1].checkworthiness = 1.5)), /report\.claims\.1\.checkworthiness/],
		[changed((it) => (it.report.sentences[2].start = -1)), /report\.sentences\.2\.start/],
		[changed((it) => (it.report.sentences[2].start = 1.5)), /report\.sentences\.2\.start/],
		[changed((it) => (it.report.sentences[2].start = "5")), /report\.sentences\.2\.start/],
		[changed((it) => (it.report.sources[0].name = "a".repeat(2001))), /report\.sources\.0\.name/],
		[changed((it) => (it.view = { hidden: [{}] })), /view\.hidden\.0/],
		[changed((it) => (it.found = { ...it.report, lang: 1 })), /found\.lang/],
		[toJSON(text, report).replace('"share":0.708', '"share":1e999'), /report\.sources\.0\.share/],
	];
	for (const [json, message] of bad) {
		assert.throws(
			() => fromJSON(json),
			{ name: "SaidSoError", code: "unsupported-file", message },
			json.slice(0, 80),
		);
	}
});

test("keys that reach for the prototype are refused, at any depth", () => {
	for (const key of ["__proto__", "constructor", "prototype"]) {
		const top = toJSON(text, report).replace("{", `{"${key}":{"polluted":true},`);
		const deep = toJSON(text, report).replace('"lemma":', `"${key}":{"polluted":true},"lemma":`);
		for (const json of [top, deep]) {
			assert.throws(() => fromJSON(json), { code: "unsupported-file", message: new RegExp(key) });
		}
	}
	assert.equal(Reflect.get({}, "polluted"), undefined);
});

test("fields that are not ours are dropped", () => {
	const more = changed((it) => {
		it.html = "<b>";
		it.report.hedges[0].onclick = "x";
	});
	assert.deepEqual(fromJSON(more), { text, report, view: {} });
});

test("a report that does not fit its text is refused", () => {
	/** @type {[(report: any) => unknown, RegExp][]} */
	const faults = [
		[(it) => (it.hedges[0].end = 100_000), /hedges\.0/],
		[(it) => (it.hedges[0].end = it.hedges[0].start - 1), /hedges\.0/],
		[(it) => (it.hedges[0].scope.end = 100_000), /hedges\.scope\.0/],
		[(it) => (it.sentences[0].end = text.indexOf("🚧") + 1), /sentences\.0/],
		[(it) => it.sentences.reverse(), /sentences\.1/],
		[(it) => (it.blocks[3].start = 0), /blocks\.3/],
		[(it) => (it.sentences[1].block = 7), /sentences\.1\.block/],
		[(it) => it.sources[0].attributions.push(3), /sources\.0\.attributions/],
		[(it) => (it.attributions[0].source = 2), /attributions\.0\.source/],
		[(it) => (it.attributions[0].parent = 3), /attributions\.0\.parent/],
		[(it) => (it.attributions[0].parent = 0), /attributions\.0\.parent/],
		[(it) => (it.claims[0].sentence = 6), /claims\.0\.sentence/],
		[(it) => (it.claims[0].attribution = 3), /claims\.0\.attribution/],
	];
	for (const [change, message] of faults) {
		const json = changed((it) => change(it.report));
		assert.throws(() => fromJSON(json), { code: "unsupported-file", message }, String(change));
	}
});

test("attributions that stand inside one another in a ring are refused", () => {
	const ring = changed(({ report: { attributions } }) => {
		attributions[0].parent = 1;
		attributions[1].parent = 0;
	});
	assert.throws(() => fromJSON(ring), { code: "unsupported-file", message: /attributions\.[01]\.parent/ });
});

test("attributions may stand inside one another", () => {
	const nested = changed((it) => {
		it.report.attributions[0].parent = 1;
		it.report.attributions[1].parent = 2;
	});
	assert.equal(fromJSON(nested).report.attributions[0].parent, 1);
});

test("a text past two million characters is cut with a warning, a file past 32 MB is not read", () => {
	const long = fromJSON(toJSON(text + "a".repeat(2_000_000), report));
	assert.equal(long.text.length, 2_000_000);
	assert.deepEqual(
		long.report.warnings.map(({ code }) => code),
		["truncated"],
	);
	assert.throws(() => fromJSON(" ".repeat(32 * 1024 * 1024 + 1)), { code: "too-long" });
});
