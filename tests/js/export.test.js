// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPORTS, exportNamed, write } from "../../www/export/export.js";
import { fromJSON } from "../../www/intake/import.js";
import { selectorOf } from "../../www/report/selector.js";
import { at, report, text } from "./sample.js";

test("every export has its label, purpose, ending and type", () => {
	assert.deepEqual(
		EXPORTS.map(({ id }) => id),
		["json", "web-annotation", "csv", "markdown", "html", "checklist", "claim-review", "corrections"],
	);
	for (const { label, purpose, extension, type } of EXPORTS) {
		for (const words of [label, purpose]) assert.doesNotMatch(words, /undefined|^export\./);
		assert.match(extension, /^[a-z]+(\.[a-z]+)?$/);
		assert.match(type, /^(text|application)\/[a-z+]+$/);
	}
});

test("every export is made, and those that are JSON can be read", async () => {
	const corrections = [{ act: /** @type {const} */ ("claim"), at: selectorOf(text, report.sentences[0]) }];
	for (const { id, type } of EXPORTS) {
		const made = await write(id, { text, report, language: "en", hidden: new Set(), view: { corrections } });
		assert.ok(made.endsWith("\n"), id);
		if (type.includes("json")) assert.equal(typeof JSON.parse(made), "object");
	}
});

test("what the reader hid is in no file but the one that is opened here again", async () => {
	const work = { text, report, hidden: new Set(["h0"]), view: { hidden: ["hedge|hedge:modal|may"] } };
	for (const { id } of EXPORTS) {
		const shown = await write(id, { ...work, hidden: new Set() });
		const hidden = await write(id, work);
		const names = ["web-annotation", "csv", "markdown", "html"];
		assert.equal(shown !== hidden, names.includes(id), id);
	}
	assert.deepEqual(fromJSON(await write("json", work)), { text, report, view: work.view });
});

test("the article's address goes where formats keep one", async () => {
	for (const id of ["web-annotation", "claim-review"]) {
		const made = await write(id, { text, report, source: "https://example.org/bridge" });
		assert.ok(made.includes("https://example.org/bridge"));
	}
});

test("a format that is not there is refused, an inherited name too", async () => {
	for (const id of ["", "toString", "__proto__"])
		assert.throws(() => exportNamed(id), { code: "bad-argument" });
	await assert.rejects(write("pdf", { text, report }), /a format is json, .*, not "pdf"/);
});

test("corrections are lessons, a line each: the sentence, and selectors in code points", async () => {
	/** @type {import("../../www/report/correction.js").Correction[]} */
	const corrections = [
		{ act: "remove", mark: { kind: "hedge", at: selectorOf(text, at("may")) } },
		{
			act: "rename",
			source: { name: "Lena Ortiz", kind: "person", at: null },
			name: "L. Ortiz",
			kind: "person",
		},
	];
	const lines = (await write("corrections", { text, report, view: { corrections } })).trim().split("\n");
	const [first, second] = lines.map((line) => JSON.parse(line));
	assert.equal(first.schema, "saidso/correction/1");
	assert.equal(first.mark.at.sentence.slice(0, 14), "1. Repairs may");
	const { start, end } = first.mark.at.selector[0];
	assert.equal([...text].slice(start, end).join(""), "may");
	assert.equal(second.name, "L. Ortiz");
	assert.equal(await write("corrections", { text, report }), "");
});

test("notes and what has become of a claim stand in spreadsheet, checklist, Markdown and HTML", async () => {
	/** @type {import("../../www/report/correction.js").Remark[]} */
	const remarks = [
		{
			kind: "claim",
			at: selectorOf(text, at("Repairs may take\nnine months 🛠️")),
			words: "=ask <Ana>",
			status: "asked",
		},
		{ kind: "attribution", at: selectorOf(text, at("added")), words: "on tape", status: "" },
		{ kind: "sentence", at: selectorOf(text, report.sentences[5]), words: "translate", status: "" },
	];
	const work = { text, report, view: { remarks } };
	const csv = await write("csv", work);
	assert.match(csv, /,end,status,note\r\n/);
	assert.match(csv, /,asked,"'=ask <Ana>"\r\n/);
	assert.match(csv, /^s5,sentence,.*translate\r$/mu);
	assert.doesNotMatch(await write("csv", { text, report }), /status/);
	const checklist = await write("checklist", work);
	assert.match(checklist, /asked: =ask/);
	assert.match(checklist, /## Editor’s notes\n\n- “added”: on tape\n/);
	for (const id of ["markdown", "html"])
		for (const words of [/Editor’s notes/, /asked: =ask/, /“added”: on tape/])
			assert.match(await write(id, work), words);
	const confirmed = { remarks: [{ ...remarks[0], status: /** @type {const} */ ("confirmed") }] };
	assert.match(await write("checklist", { text, report, view: confirmed }), /\[x\] Repairs may/);
});

test("where the text came with pages, exports name the page beside each statement, claim and mark", async () => {
	const pages = [
		{ page: 1, start: 0 },
		{ page: 3, start: at("“We won’t wait,”").start },
	];
	const work = { text, report, view: { pages } };
	const csv = await write("csv", work);
	assert.match(csv, /,end,page\r\n/);
	assert.match(csv, /\r\na0,attribution,.*,1\r\n/);
	assert.match(csv, /\r\na1,attribution,.*,3\r\n/);
	assert.doesNotMatch(await write("csv", { text, report }), /page/);
	for (const [format, english, german] of /** @type {const} */ ([
		["markdown", "(p. 3)", "(S. 3)"],
		["html", "(p. 3)", "(S. 3)"],
		["checklist", "; p. 3; sentence", "; S. 3; Satz"],
	])) {
		assert.ok((await write(format, work)).includes(english), format);
		assert.ok((await write(format, { ...work, language: "de" })).includes(german), format);
		assert.ok(!(await write(format, { text, report })).includes("p. 3"), format);
	}
	const kept = fromJSON(await write("json", work));
	assert.deepEqual(kept.view.pages, pages);
	const spoilt = JSON.stringify({ schema: "saidso/bundle/1", text, report, view: { pages: [{ page: 0 }] } });
	assert.throws(() => fromJSON(spoilt), { code: "unsupported-file" });
});
