// @ts-check
//! Each author of an article is a row of their own, as the core says, which has more cases (`src/audit/author.rs`).

import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesIn } from "../../www/audit/articles.js";
import { recordOf } from "../../www/audit/record.js";
import { groups } from "../../www/audit/table.js";
import { authorsIn, ready } from "../../www/engine/engine.js";
import { report, text } from "./sample.js";

await ready();

test("each author has a name of their own, and a desk or a place is none", () => {
	for (const [words, wanted] of [
		["", ""],
		["By Ana Brook", "Ana Brook"],
		["by Ana Brook and Bo Ek, Oslo", "Ana Brook|Bo Ek"],
		["Staff writers and agencies", "Staff writers and agencies"],
	])
		assert.equal(authorsIn(words).join("|"), wanted, words);
});

test("lists of authors in lines are read, and each is counted once an article", async () => {
	const lines = [["Ana Brook", "Reuters"], "By Ana Brook and Bo Ek", [{ name: "Bo Ek" }], ""];
	const rows = lines.map((author) => JSON.stringify({ author, text: "x" })).join("\n");
	const articles = await articlesIn([new File([rows], "a.jsonl")]);
	const records = articles.map(({ name, meta }) => recordOf(name, meta, text, report));
	assert.deepEqual(
		groups(records, "author").map(({ name, articles }) => [name, articles]),
		[
			["Ana Brook", 2],
			["Bo Ek", 2],
			["Mara Okoye", 1],
			["Reuters", 1],
		],
	);
});
