// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import Papa from "papaparse";
import { toCSV } from "../../www/export/csv.js";
import { bare, report, text } from "./sample.js";

/** @param {string} csv */
const rows = (csv) => /** @type {Record<string, string>[]} */ (Papa.parse(csv.trim(), { header: true }).data);

test("every attribution, hedge and claim is a row, in text order", () => {
	const ids = rows(toCSV(text, report)).map((row) => row.id);
	assert.deepEqual(ids, ["a0", "c0", "a1", "a2", "c1", "c2", "c3", "h0"]);
});

test("an attribution says who, how and in which sentence", () => {
	const row = rows(toCSV(text, report)).find(({ id }) => id === "a1");
	assert.equal(row?.words, "“We won’t wait,” … “for a crack to grow.”");
	assert.deepEqual([row?.source, row?.["described as"], row?.cue], ["Lena Ortiz", "Mayor", "added"]);
	assert.equal(row?.sentence, "“We won’t wait,” she added, “for a crack to grow.”");
	assert.equal(row?.reasons, "cue-verb:add; quotation");
});

test("a claim without a source has no source, and a line break becomes a blank", () => {
	const row = rows(toCSV(text, report)).find(({ id }) => id === "c2");
	assert.deepEqual([row?.source, row?.words], ["", "Repairs may take nine months 🛠️"]);
});

test("words that a spreadsheet would run are shown instead", () => {
	const csv = toCSV(text, report);
	assert.match(csv, /"'=HYPERLINK\(""http:\/\/example\.org"",""click""\) costs 4,200 euros"/);
});

test("no cell begins like a formula, whatever a source is called", () => {
	for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠"]) {
		const named = structuredClone(report);
		named.sources[0].name = `${sign}SUM(A1:A9)`;
		named.attributions[0].reasons = [`${sign}cmd\nsecond line`];
		for (const row of rows(toCSV(text, named))) {
			for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@＝＋－＠]/);
		}
	}
});

test("hidden marks are left out", () => {
	const ids = rows(toCSV(text, report, { hidden: new Set(["a2", "h0"]) })).map((row) => row.id);
	assert.deepEqual(ids, ["a0", "c0", "a1", "c1", "c2", "c3"]);
});

test("an empty report is a head line and nothing else", () => {
	assert.match(toCSV(text, bare), /^\ufeffid,kind,[^\r\n]*\r\n$/);
});
