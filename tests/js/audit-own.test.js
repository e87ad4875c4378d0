// @ts-check
//! What is filled in by hand follows its source, whatever becomes of its name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { added } from "../../www/audit/collection.js";
import { join } from "../../www/audit/join.js";
import { Cells, follow } from "../../www/audit/own.js";
import { fromSaved, toSaved } from "../../www/audit/saved.js";
import { toCSV, toJSONL } from "../../www/audit/written.js";
import { ready } from "../../www/engine/engine.js";

/** @import { Rec } from "../../www/audit/record.js" */

await ready();

/** @param {[string, string][]} said who says what @returns {Rec} */
const record = (said) => ({
	name: "a.txt",
	meta: { title: "A", section: "", author: "", date: "" },
	words: 100,
	attributed: 10,
	statements: said.length,
	sources: [...new Set(said.map(([name]) => name))].map((name) => ({
		name,
		description: "",
		kind: "person",
		named: true,
		words: 10,
		lines: said.filter(([who]) => who === name).map(([, words], start) => ({ start, words })),
	})),
	nobody: [],
	unsourced: [],
	cues: [],
});

/** @param {Record<string, Record<string, string>>} values @param {...Rec} records */
const audit = (values, ...records) => ({
	records,
	own: { columns: ["Region"], values, joins: /** @type {Record<string, string>} */ ({}) },
	articles: records.map(() => null),
	faults: [],
	isCut: false,
});

/** @param {ReturnType<typeof audit>} it */
const regions = ({ records, own }) => {
	const { sources } = join(records, own.joins);
	const cells = new Cells(own, sources);
	return Object.fromEntries(sources.map(({ key, name }) => [name, cells.get(key, "Region")]));
};

const OLD = record([
	["Anna Brook", "yes"],
	["Ray Hale", "no"],
]);
const RENAMED = record([
	["Ana Brook", "yes"],
	["Ray Hale", "no"],
]);

test("a cell follows a rename, back too, and into every file", () => {
	const before = audit({ "person:anna brook": { Region: "North" } }, OLD);
	const now = { ...before, records: [RENAMED] };
	follow(before, now);
	assert.deepEqual(regions(now), { "Ana Brook": "North", "Ray Hale": "" });
	assert.match(toCSV(now), /Ana Brook,.*,North/);
	assert.deepEqual(JSON.parse(toJSONL(now)).sources[0].own, { Region: "North" });
	const again = fromSaved(toSaved(now));
	assert.deepEqual(regions({ ...now, ...again }), regions(now));
	const back = { ...now, records: [OLD] };
	follow(now, back);
	assert.deepEqual(regions(back), { "Anna Brook": "North", "Ray Hale": "" });
});

test("two that are one keep what is filled, and both values where they differ, until one is chosen", () => {
	const merged = record([
		["Ray Hale", "yes"],
		["Ray Hale", "no"],
	]);
	for (const [hale, wanted] of [
		["", "North"],
		["North", "North"],
		["South", "South / North"],
	]) {
		const values = { "person:anna brook": { Region: "North" }, "person:ray hale": { Region: hale } };
		const before = audit(values, OLD);
		const now = { ...before, records: [merged] };
		follow(before, now);
		assert.deepEqual(regions(now), { "Ray Hale": wanted });
		new Cells(now.own, join(now.records).sources).set("person:ray hale", "Region", "South");
		assert.deepEqual(regions(now), { "Ray Hale": "South" });
	}
});

test("whoever is found by hand to be somebody brings their cells, and takes them along again", () => {
	const apart = audit(
		{ "person:ortiz": { Region: "East" } },
		record([["Ortiz", "a"]]),
		record([["Lena Ortiz", "b"]]),
	);
	apart.own.joins["person:ortiz"] = "person:lena ortiz";
	assert.deepEqual(regions(apart), { "Lena Ortiz": "East" });
	delete apart.own.joins["person:ortiz"];
	assert.deepEqual(regions(apart), { "Lena Ortiz": "" });
});

test("a name that another article makes longer keeps its cells; one that stays elsewhere stays", () => {
	const before = audit({ "person:robert byrd": { Region: "West" } }, record([["Robert C. Byrd", "a"]]));
	assert.deepEqual(regions(before), { "Robert C. Byrd": "West" });
	const more = { ...audit({}, { ...record([["Robert D. Byrd", "b"]]), name: "b.txt" }), own: before.own };
	const { now } = added(before, { ...more, own: { columns: [], values: {}, joins: {} } });
	assert.deepEqual(regions({ ...now, articles: [], faults: [] }), {
		"Robert C. Byrd": "West",
		"Robert D. Byrd": "",
	});
	const two = audit({ "person:anna brook": { Region: "North" } }, OLD, { ...OLD, name: "b.txt" });
	const changed = { ...two, records: [RENAMED, two.records[1]] };
	follow(two, changed);
	assert.deepEqual(regions(changed), { "Ray Hale": "", "Anna Brook": "North", "Ana Brook": "" });
});
