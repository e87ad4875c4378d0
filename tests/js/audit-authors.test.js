// @ts-check
//! Each author of an article is a row of their own; `src/audit/author.rs` has the same cases.

import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesIn } from "../../www/audit/articles.js";
import { authorsIn } from "../../www/audit/authors.js";
import { recordOf } from "../../www/audit/record.js";
import { groups } from "../../www/audit/table.js";
import { report, text } from "./sample.js";

test("each author has a name of their own, and a desk or a place is none", () => {
	for (const [words, wanted] of [
		["", ""],
		["By Ana Brook", "Ana Brook"],
		["by Ana Brook and Bo Ek, Oslo", "Ana Brook|Bo Ek"],
		["Ana Brook, Bo Ek, and Piet de Wit", "Ana Brook|Bo Ek|Piet de Wit"],
		["Ana Brook, Science Editor", "Ana Brook"],
		["Ana Brook and Reuters", "Ana Brook|Reuters"],
		["Reuters; Ana Brook; Reuters", "Reuters|Ana Brook"],
		["Staff writers and agencies", "Staff writers and agencies"],
		["Jo “Q” Li, Bo", "Jo “Q” Li, Bo"],
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
