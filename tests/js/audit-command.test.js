// @ts-check
//! The desk and `saidso audit` tell the same of the same articles.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import Papa from "papaparse";
import { articlesIn } from "../../www/audit/articles.js";
import { recordOf } from "../../www/audit/record.js";
import { toCSV, toHTML } from "../../www/audit/written.js";
import { annotateSync, ready } from "../../www/engine/engine.js";
import { deskIn } from "../../www/words/desk.js";
import { sayIn } from "../../www/words/every.js";
import { commandLine } from "../../xtask/command-line.js";

await ready();
const saidso = await commandLine();

const PEOPLE = [
	"Ana Brook, the mayor,",
	"Mayor Ana Brook",
	"Robert C. Hale",
	"Robert Hale",
	"Dr. José Müller",
	"Jose Muller",
	"John A. Marsh",
	"John B. Marsh",
	"Marsh",
	"The International Atomic Energy Agency",
	"The IAEA",
	"The Port Board",
	"A spokesman",
	"Sources close to the council",
	"The report",
];

/** How files say who wrote an article. */
const AUTHORS = [
	"",
	"Mara Okoye",
	["By Mara Okoye", { name: "Reuters" }],
	"By Bo Ek, Mara Okoye & Ida Lund, Oslo",
	"Staff and agencies",
	"Mara Okoye, Science Editor",
	"Piet de Wit, Bo Ek",
];

const LINES = Array.from({ length: 20 }, (_, n) => {
	const who = (/** @type {number} */ step) => PEOPLE[(n * step + step) % PEOPLE.length];
	return JSON.stringify({
		id: `story-${n}`,
		headline: `Dam & harbour <${n}>`,
		section: ["City", "Coast", "Ämter", ""][n % 4],
		...(n % 8 && { author: AUTHORS[n % 8] }),
		date: `2024-0${(n % 3) + 4}-1${n % 7}T08:00`,
		text: `Dam & harbour ${n}\n\nBy Élie  Sand and Bo Ek, Oslo\n\n${who(1)} said the dam was safe. “It leaks,” ${who(2)} warned. ${who(4)} said that repairs would begin. It was built in 1931.`,
	});
}).join("\n");

/** @param {...string} args */
function command(...args) {
	const { status, stdout, stderr } = spawnSync(saidso, ["audit", ...args], {
		input: LINES,
		encoding: "utf8",
	});
	assert.equal(status, 0, stderr);
	return stdout;
}

async function desk() {
	const articles = await articlesIn([new File([LINES], "stories.jsonl")]);
	const one = async (/** @type {typeof articles[number]} */ { name, meta, read }) => {
		const { text } = await read();
		return recordOf(name, meta, text, annotateSync(text));
	};
	return { records: await Promise.all(articles.map(one)), own: { columns: [], values: {}, joins: {} } };
}

/**
 * Every table of a page: its heading and its rows.
 * @param {string} page
 */
const tablesIn = (page) =>
	page
		.split("<section>")
		.slice(1)
		.map((section) => {
			const title = /<h2>(.*?)<\/h2>/.exec(section)?.[1] ?? "";
			const rows = [...section.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
				[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell),
			);
			// The command line lists those first that rest most on what nobody can look up.
			return { title, rows: title === "Articles" ? rows.sort() : rows };
		});

test("both make the same page, table by table and in the same order", async () => {
	const audit = await desk();
	const own = toHTML(audit, { say: deskIn(sayIn("en"), "en"), language: "en" });
	const tables = tablesIn(own);
	assert.deepEqual(
		tables.map(({ title }) => title),
		[
			"Who is quoted",
			"How sources are named",
			"Articles",
			"By section",
			"By author",
			"By date",
			"Cue words",
			"Left apart",
		],
	);
	assert.ok(tables[0].rows.length > 6 && tables[7].rows.length > 2, own);
	const page = command("--html");
	assert.deepEqual(tablesIn(page), tables);
	const sum = (/** @type {string} */ page) => /<p>(.*?)<\/p>/.exec(page)?.[1];
	assert.equal(sum(page), sum(own));
});

test("both write the same sources for spreadsheets", async () => {
	const rows = (/** @type {string} */ csv) => Papa.parse(csv.replace("\ufeff", "").trim()).data;
	assert.deepEqual(rows(command("--csv", "sources")), rows(toCSV(await desk())));
});
