// @ts-check
//! Which lines of a page that was copied as plain text are not its article; prose always stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { articleOf } from "../../www/intake/plain-page.js";

const ARTICLE = [
	"Dam report is out",
	"By Mara Okoye",
	"2 May 2024",
	"Ana Brook, the mayor of Port Ellery, said on Tuesday that the dam above the town was safe.",
	"Health",
	"“We use cookies to bribe the inspectors,” said Ray Hale, who has kept the sluices for thirty years.",
	"- Apples",
	"- Pears",
	"The dam was built in 1931 by the county, and two thousand people live below it.",
];
const page = (/** @type {string[]} */ before, /** @type {string[]} */ after) =>
	[...before, ...ARTICLE, ...after].join("\n\n");

test("consent, navigation, sharing, links to other articles and rights go; everything of the article stays", () => {
	const asking = [
		"We value your privacy",
		"We and our 214 partners store and access information on your device, such as cookies, and process personal data.",
		"Accept all",
		"Manage preferences",
	];
	const around = ["Skip to content", "Home", "News", "Sport", "Menu", "Log in", "Share on Facebook"];
	const below = [
		"Most read",
		"Minister denies knowing about the tunnel, aides say",
		"Follow us on Facebook",
		"Privacy policy",
		"© 2026 The Ellery Post. All rights reserved.",
	];
	const article = ARTICLE.join("\n\n");
	assert.equal(articleOf(page([...asking, ...around], below)), article);
	assert.equal(articleOf(page([...around], ["Share", "Copy link", ...below, ...asking])), article);
	assert.equal(articleOf(page(["Alle akzeptieren", "Einstellungen"], [])), article);
});

test("what is an article alone is taken as it is, also one about cookies, with short lines or a list", () => {
	for (const text of [
		ARTICLE.join("\n\n"),
		"Home",
		"Accept all\n\nManage preferences",
		"By clicking on the link she gave her consent to everything, the court said. Nobody had told her what cookies were.\n\nShe said so twice, and the judge believed every word of it.",
		"News\n\nAna Brook said on Tuesday that the dam above the town was perfectly safe.",
		"We use cookies in this bakery, and our partners eat them, said the baker to the court.\n\nIt was believed by nobody who had ever eaten one of them there.",
		"Q: Who said so?\n\nA: Ana Brook said so on Tuesday, in front of all of the council.\n\nHealth\n\nFood\n\nShe said that the food was as good as it had ever been there.",
	])
		assert.equal(articleOf(text), null, text);
});

test("the name of the paper is no headline where it stands below who holds the rights", () => {
	const around = ["The Ellery Post", "Home", "News", "Sport", "Accept all", "Manage preferences"];
	const rights = "© 2026 The Ellery Post. All rights reserved.";
	const article = ARTICLE.join("\n\n");
	assert.equal(articleOf(page(around, [rights])), article);
	assert.equal(articleOf(page(around, [])), `The Ellery Post\n\n${article}`);
	assert.equal(articleOf(page(around.slice(1), [rights])), article);
});
