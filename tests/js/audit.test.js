// @ts-check
//! What an audit counts: who is the same across articles, how sources are named, groups that the files tell of.

import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesIn } from "../../www/audit/articles.js";
import { added, revised, withdrawn } from "../../www/audit/collection.js";
import { join } from "../../www/audit/join.js";
import { recordOf } from "../../www/audit/record.js";
import { fromSaved, toSaved } from "../../www/audit/saved.js";
import { cues, groups, namings, unnamedIn } from "../../www/audit/table.js";
import { toCSV, toHTML, toJSONL } from "../../www/audit/written.js";
import { ready } from "../../www/engine/engine.js";
import { deskIn } from "../../www/words/desk.js";
import { sayIn } from "../../www/words/every.js";
import { report, text } from "./sample.js";

/** @import { Quoted, Rec } from "../../www/audit/record.js" */

// The core says who is who.
await ready();

/** @param {string} name @param {Partial<Quoted>} [more] @returns {Quoted} */
const source = (name, more) => ({
	name,
	description: "",
	kind: "person",
	named: true,
	words: 10,
	lines: [{ start: 0, words: "yes" }],
	...more,
});

/** @param {...Quoted} sources @returns {Rec} */
const record = (...sources) => ({
	name: "a.txt",
	meta: { title: "A", section: "", author: "", date: "" },
	words: 100,
	attributed: 10 * sources.length,
	statements: sources.length,
	sources,
	nobody: [],
	unsourced: [],
	cues: [["say", sources.length]],
});

const RECORDS = [
	record(source("Mayor Lena Ortiz", { description: "mayor" }), source("Reuters", { kind: "organization" })),
	record(
		source("Lena Ortiz", { description: "mayor of Ellery" }),
		source("Ortiz"),
		source("the Port Board", { kind: "organization" }),
	),
	record(
		source("L. Ortiz"),
		source("Port Board", { kind: "organization" }),
		source("Hale", { kind: "organization" }),
	),
	record(
		source("Ray Hale"),
		source("a spokesman", { kind: "role", named: false }),
		source("a spokesman", { kind: "role", named: false }),
	),
];

test("whole names are joined whatever their title; last names and initials are left apart with whom they may mean", () => {
	const { sources, apart } = join(RECORDS);
	assert.deepEqual(
		sources.map(({ name, places }) => [name, places.length]),
		[
			["Mayor Lena Ortiz", 2],
			["the Port Board", 2],
			["Ray Hale", 1],
			["Reuters", 1],
		],
	);
	assert.deepEqual(
		apart.map(({ name, maybe }) => [name, maybe.map((one) => one.name)]),
		[
			["Hale", ["Ray Hale"]],
			["L. Ortiz", ["Mayor Lena Ortiz"]],
			["Ortiz", ["Mayor Lena Ortiz"]],
		],
	);
});

test("an initial in the middle makes no other person, unless there are two of them", () => {
	const people = ["Robert C. Byrd", "Sen. Robert Byrd", "John A. Smith", "John B. Smith", "John Smith"];
	const { sources } = join(people.map((name) => record(source(name))));
	assert.deepEqual(
		sources.map(({ name, statements }) => [name, statements]),
		[
			["Sen. Robert Byrd", 2],
			["John A. Smith", 1],
			["John B. Smith", 1],
			["John Smith", 1],
		],
	);
});

test("a body’s acronym and a son are left to the reader, an honour is no other name", () => {
	const bodies = ["International Atomic Energy Agency", "the IAEA"].map((name) =>
		source(name, { kind: "organization" }),
	);
	const people = ["John Kane Jr.", "John Kane", "John Kane, MP", "José Li-Ohm", "Jose Li-Ohm"];
	const { sources, apart } = join(
		[...bodies, ...people.map((name) => source(name))].map((one) => record(one)),
	);
	assert.deepEqual(
		sources.map(({ name, statements }) => [name, statements]),
		[
			["John Kane, MP", 2],
			["Jose Li-Ohm", 2],
			["International Atomic Energy Agency", 1],
			["John Kane Jr.", 1],
		],
	);
	assert.deepEqual(
		apart.map(({ name, maybe }) => [name, maybe.map((one) => one.name)]),
		[["the IAEA", ["International Atomic Energy Agency"]]],
	);
});

test("many days are counted by months", () => {
	const dated = (/** @type {number} */ n) => ({
		...RECORDS[0],
		meta: { ...RECORDS[0].meta, date: new Date(Date.UTC(2024, 0, 1 + n)).toISOString() },
	});
	const rows = groups(
		Array.from({ length: 63 }, (_, n) => dated(n)),
		"date",
	);
	assert.deepEqual(
		rows.map(({ name, articles }) => [name, articles]),
		[
			["2024-01", 31],
			["2024-02", 29],
			["2024-03", 3],
		],
	);
	assert.equal(groups([dated(0), dated(1)], "date").length, 2);
});

test("who a last name is can be said by hand", () => {
	const { sources, apart } = join(RECORDS, { "person:ortiz": "person:lena ortiz" });
	const [ortiz] = sources;
	assert.deepEqual(
		[ortiz.name, ortiz.statements, ortiz.articles, apart.length],
		["Mayor Lena Ortiz", 3, 2, 2],
	);
});

test("whoever is found by hand to be somebody goes by that one's name, however often the short one stands", () => {
	const one = (/** @type {string} */ name) => ({
		...RECORDS[0].sources[0],
		name,
		kind: /** @type {const} */ ("person"),
	});
	const records = ["Dahl", "Dahl", "Ole Dahl", "Peter Dahl"].map((name) => ({
		...RECORDS[0],
		sources: [one(name)],
	}));
	const { sources } = join(records, { "person:dahl": "person:ole dahl" });
	assert.deepEqual(
		sources.map(({ name, articles }) => [name, articles]),
		[
			["Ole Dahl", 3],
			["Peter Dahl", 1],
		],
	);
});

test("roles and unnamed sources are counted, never joined", () => {
	const rows = namings(RECORDS);
	assert.deepEqual(
		rows.map(({ naming, statements }) => [naming, statements]),
		[
			["named", 9],
			["document", 0],
			["role", 2],
			["unnamed", 0],
			["unclear", 0],
		],
	);
	assert.equal(unnamedIn(RECORDS[3]), 2);
	assert.deepEqual(cues(RECORDS), [{ name: "say", n: 11 }]);
});

test("groups are there where the files tell of them", () => {
	assert.deepEqual(groups(RECORDS, "section"), []);
	const meta = { title: "", section: "City", author: "", date: "2024-05-02T10:00" };
	const dated = [{ ...RECORDS[0], meta }, RECORDS[3]];
	assert.deepEqual(
		groups(dated, "section").map(({ name, articles }) => [name, articles]),
		[
			["", 1],
			["City", 1],
		],
	);
	assert.equal(groups(dated, "date")[1].name, "2024-05-02");
});

test("of an article its counts and lines are kept, its headline and byline, and not its text", () => {
	const made = recordOf("a.txt", { section: "City" }, text, report);
	assert.deepEqual(made.meta, {
		title: "Bridge *closes* early 🚧",
		section: "City",
		author: "Mara Okoye",
		date: "",
	});
	assert.deepEqual([made.statements, made.unsourced.length, made.sources.length], [3, 2, 2]);
	assert.equal(made.sources[0].lines[0].words, "The old bridge <b>will</b> close on Monday");
	assert.equal(JSON.stringify(made).includes("on the radio"), false);
});

test("an audit is saved and opened, and what is none is refused", () => {
	const audit = {
		records: RECORDS,
		own: { columns: ["Region"], values: { "person:ray hale": { Region: "North" } }, joins: {} },
	};
	assert.deepEqual(fromSaved(toSaved(audit)), audit);
	for (const bad of [
		"{}",
		toSaved(audit).replace('"person"', '"lie"'),
		toSaved(audit).replace('"Region":', '"__proto__":'),
	])
		assert.throws(() => fromSaved(bad), { code: "unsupported-file" });
});

test("it is written for spreadsheets, programs and people, each with the columns of one's own", () => {
	const own = { columns: ["Region"], values: { "person:ray hale": { Region: "=1+1" } }, joins: {} };
	const audit = { records: RECORDS, own };
	assert.match(toCSV(audit), /^\ufeffsource,.*,Region\r\nMayor Lena Ortiz/);
	assert.match(toCSV(audit), /Ray Hale,,person,1,1,10,0\.0909,"?'=1\+1/);
	const lines = toJSONL(audit)
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	assert.deepEqual([lines.length, lines[3].sources[0].own], [4, { Region: "=1+1" }]);
	const page = toHTML(audit, { say: deskIn(sayIn("de"), "de"), language: "de" });
	assert.match(page, /<td>Ray Hale<\/td>.*<td>=1\+1<\/td>/);
	assert.doesNotMatch(page, /<script|audit\./);
});

test("articles are found in lines, tables and lists, with what is said of them", async () => {
	const files = [
		new File(['{"id":"x","text":"One.","category":"City","published":"2024-01-02"}\n\nno json\n'], "a.jsonl"),
		new File(['headline,byline,full_text\nTwo,Ann,"Two.\nMore."\n'], "b.csv"),
		new File(['[{"body":"Three."}]'], "c.json"),
		new File(["Four."], "d.txt"),
	];
	const articles = await articlesIn(files);
	assert.deepEqual(
		articles.map(({ name }) => name),
		["a.jsonl: x", "a.jsonl:3", "b.csv:1", "c.json:1", "d.txt"],
	);
	assert.deepEqual(articles[0].meta, { title: "", section: "City", author: "", date: "2024-01-02" });
	assert.equal(articles[2].meta.author, "Ann");
	assert.equal((await articles[2].read()).text, "Two.\nMore.");
	assert.equal((await articles[3].read()).text, "Three.");
	await assert.rejects(articles[1].read(), { code: "unsupported-file" });
});

test("a table of numbers and names holds no articles; one of sentences does, whatever its column is called", async () => {
	const [none, ...others] = await articlesIn([
		new File(["a,b,c\n1,2,2024-01-02\nAna Brook,mayor,x\n"], "numbers.csv"),
		new File(
			["who,words\nA long name of somebody,Ana Brook said that the dam above the town was safe.\n"],
			"said.csv",
		),
	]);
	await assert.rejects(none.read(), { code: "unsupported-file", message: "no column of text in it" });
	assert.equal(others.length, 1);
	assert.equal((await others[0].read()).text, "Ana Brook said that the dam above the town was safe.");
});

test("articles are added to an audit, counted once, and taken out again; a column filled by hand stays", () => {
	const own = { columns: ["Region"], values: { "person:ray hale": { Region: "North" } }, joins: {} };
	const named = RECORDS.map((one, at) => ({ ...one, name: `${at}.txt` }));
	const read = async () => ({ text: "Yes." });
	const articles = named.map(({ name }) => ({ name, meta: {}, read }));
	const before = { records: named.slice(0, 2), articles: [null, null], faults: [], isCut: false, own };
	const none = { columns: [], values: {}, joins: {} };
	const more = { records: named.slice(1), articles: articles.slice(1), faults: [], isCut: false, own: none };
	const { now, added: n, same } = added(before, more);
	assert.deepEqual([n, same, now.records.length, now.own], [2, 1, 4, own]);
	// What was only counts can be opened now.
	assert.deepEqual(
		now.articles.map((one) => one?.name),
		[undefined, "1.txt", "2.txt", "3.txt"],
	);
	assert.deepEqual(withdrawn(now, before, now).records, before.records);
	const saved = {
		...more,
		own: { columns: ["Beat"], values: { "person:ray hale": { Region: "South", Beat: "Port" } }, joins: {} },
	};
	assert.deepEqual(added(before, saved).now.own, {
		columns: ["Region", "Beat"],
		values: { "person:ray hale": { Region: "North", Beat: "Port" } },
		joins: {},
	});
});

test("an article that its reader has corrected is counted anew, and is saved with what was changed", async () => {
	const article = { name: "a.txt", meta: { section: "City" }, read: async () => ({ text }) };
	const own = { columns: [], values: {}, joins: {} };
	const audit = {
		records: [recordOf("a.txt", article.meta, text, report)],
		articles: [article],
		faults: [],
		isCut: false,
		own,
	};
	const at = { exact: "said", prefix: "", suffix: "", start: 0 };
	const corrections = [/** @type {const} */ ({ act: "claim", at })];
	const corrected = { ...report, attributions: report.attributions.slice(0, 1), claims: [], sources: [] };
	const now = revised(audit, 0, { text, found: report, report: corrected, view: { corrections } });
	assert.deepEqual([now.records[0].statements, now.records[0].meta.section], [1, "City"]);
	assert.equal((await now.articles[0]?.read())?.report, report);
	assert.deepEqual(fromSaved(toSaved(now)).records[0].changes?.corrections, corrections);
	assert.equal(audit.records[0].changes, undefined);
});
