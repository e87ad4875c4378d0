// @ts-check
//! An article stays itself while it is edited; the same words under another headline are another article.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isEdit, isSameArticle } from "../../www/report/same-article.js";

const BODY = "Ana Brook said the dam was safe. It was built in 1931. Ray Hale said it was not.";

/** @type {[string, string, string, boolean][]} */
const CASES = [
	["itself", `Dam\n\n${BODY}`, `Dam\n\n${BODY}`, true],
	["a sentence added in it", `Dam\n\n${BODY}`, `Dam\n\nIt rained. ${BODY}`, true],
	["its end cut off", `Dam\n\n${BODY}`, `Dam\n\n${BODY.slice(0, 50)}`, true],
	["the same words under another headline", `Dam\n\n${BODY}`, `River\n\n${BODY}`, false],
	["other words under the same headline", `Dam\n\n${BODY}`, "Dam\n\nNobody said a word.", false],
	["nothing", `Dam\n\n${BODY}`, "", false],
];

for (const [what, before, now, same] of CASES)
	test(`${what} is ${same ? "the same" : "another"} article`, () => {
		assert.equal(isSameArticle(before, now), same);
		assert.equal(isSameArticle(now, before), same);
	});

/** @type {[string, string, string, boolean][]} */
const STEPS = [
	["another headline", `Dam\n\n${BODY}`, `River\n\n${BODY}`, true],
	["a long paragraph put in", "Dam. Safe.", `Dam. ${BODY} Safe.`, true],
	["most of it cut out", `Dam\n\n${BODY}`, "Dam\n\nAna.", true],
	["everything cut out", `Dam\n\n${BODY}`, "", false],
	["everything replaced", `Dam\n\n${BODY}`, `Police held two. ${BODY.slice(0, 40)}`, false],
];

for (const [what, before, now, is] of STEPS)
	test(`${what} is ${is ? "" : "no "}step of editing`, () => assert.equal(isEdit(before, now), is));

test("words put in at both ends at once are an edit; a text that shares a sentence is none", () => {
	const before =
		"Ana Brook said the dam was safe.\n\n“It leaks,” Ray Hale said.\n\nThe dam was built in 1931.";
	assert.ok(isEdit(before, `It rained. ${before} Nobody asked.`));
	const other =
		"Two held in Malmo\n\n“It leaks,” Ray Hale said. The police were called at noon, and nobody was hurt.";
	assert.ok(!isEdit(before, other));
});
