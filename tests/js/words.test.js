// @ts-check
//! The words of the interface: every language says everything, plurals and numbers follow the language.

import assert from "node:assert/strict";
import test from "node:test";
import { de } from "../../www/words/de.js";
import { deskIn } from "../../www/words/desk.js";
import { deskDe } from "../../www/words/desk-de.js";
import { deskEn } from "../../www/words/desk-en.js";
import { deskEs } from "../../www/words/desk-es.js";
import { deskFr } from "../../www/words/desk-fr.js";
import { en } from "../../www/words/en.js";
import { es } from "../../www/words/es.js";
import { sayIn as sayInEvery } from "../../www/words/every.js";
import { fr } from "../../www/words/fr.js";
import { pageDe } from "../../www/words/page-de.js";
import { pageEn } from "../../www/words/page-en.js";
import { pageEs } from "../../www/words/page-es.js";
import { pageFr } from "../../www/words/page-fr.js";
import { hasWords, languageFor, loadWords, percent, sayIn } from "../../www/words/words.js";

/** @typedef {import("../../www/words/entry.js").Words} Words */

/** @param {import("../../www/words/entry.js").Entry} entry */
const names = (entry) => new Set(JSON.stringify(entry).match(/\{\w+\}/g) ?? []);

/** The lists of the element, of our page and of the desk. @type {[string, Words, Record<string, Words>][]} */
const LISTS = [
	["the element", en, { de, es, fr }],
	["the page", pageEn, { de: pageDe, es: pageEs, fr: pageFr }],
	["the desk", deskEn, { de: deskDe, es: deskEs, fr: deskFr }],
];

for (const [part, english, others] of LISTS)
	for (const [language, words] of Object.entries(others))
		test(`${part} has in ${language} an entry for every English one, with the same values`, () => {
			// The samples in the help are English on purpose: the articles are.
			const keys = Object.keys(english).filter((key) => !/^help\..*\.sample$/.test(key));
			assert.deepEqual(Object.keys(words).sort(), keys.sort());
			for (const key of keys) assert.deepEqual(names(words[key]), names(english[key]), key);
		});

test("no word stands in two lists", () => {
	const keys = LISTS.flatMap(([, english]) => Object.keys(english));
	assert.deepEqual(
		keys.filter((key, at) => keys.indexOf(key) !== at),
		[],
	);
});

test("the desk says what everybody else is told too, and a site's own wording first", () => {
	assert.equal(deskIn(sayIn("en"), "de")("desk.undo"), "Rückgängig");
	assert.equal(deskIn(sayIn("en"), "en")("paste.go"), "Mark it");
	assert.equal(deskIn(sayIn("en", { "desk.undo": "Back" }), "en")("desk.undo"), "Back");
});

test("a number picks its plural and its own signs", () => {
	assert.equal(sayIn("en")("status.sentences", { n: 1 }), "1 sentence");
	assert.equal(sayIn("en")("status.sentences", { n: 12000 }), "12,000 sentences");
	assert.equal(sayInEvery("de")("status.sentences", { n: 12000 }), "12.000 Sätze");
	assert.equal(sayInEvery("fr")("status.sentences", { n: 0 }), "0 phrase");
	assert.equal(percent("fr", 0.5).replace(/\s/u, " "), "50 %");
});

test("English stands in until the words of a language are here", async () => {
	const say = sayIn("de");
	assert.equal(hasWords("de"), false);
	assert.equal(say("paste.go"), en["paste.go"]);
	await loadWords("de-AT");
	assert.equal(hasWords("de"), true);
	assert.equal(say("paste.go"), de["paste.go"]);
});

test("the first known language is taken, else English", () => {
	assert.equal(languageFor(["pt-BR", "es-MX", "fr"]), "es");
	assert.equal(languageFor(["xx"]), "en");
});

test("a site's own wording comes first, and a value never becomes a key", () => {
	assert.equal(sayIn("en", { "paste.go": "Go" })("paste.go"), "Go");
	assert.equal(sayIn("en")("__proto__"), "__proto__");
	assert.equal(sayIn("en")("intake.open", { name: "{n}" }), "Show {n}");
});
