// @ts-check
//! The pages of a PDF: where each begins in the text, also where a paragraph goes on or the text is edited.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { layout } from "../../www/intake/pdf-layout.js";
import { movedPages, pageAt } from "../../www/report/pages.js";

/**
 * A page whose lines stand one below the other.
 * @param {...string} lines
 */
const page = (...lines) => ({
	height: 800,
	pieces: lines.map((words, at) => ({
		words,
		x: 50,
		y: 700 - 14 * at,
		width: 6 * words.length,
		height: 10,
	})),
});

/** @param {{ text: string, pages: import("../../www/report/pages.js").PageStart[] }} made */
const openings = ({ text, pages }) => pages.map(({ page, start }) => [page, text.slice(start, start + 12)]);

test("every page is kept by where it begins, inside a paragraph too; one without words has no place", () => {
	const made = layout([
		page("The dam was built in 1931 by the county, and the", "county has looked after it ever since, engi-"),
		page("neers said. It was not safe."),
		page(),
		page("Ray Hale did not answer."),
	]);
	assert.match(made.text, /ever since, engineers said\. It was not safe\.\n\nRay Hale/);
	assert.deepEqual(openings(made), [
		[1, "The dam was "],
		[2, "neers said. "],
		[4, "Ray Hale did"],
	]);
	assert.equal(pageAt(made.pages, made.text.indexOf("1931")), 1);
	assert.equal(pageAt(made.pages, made.text.indexOf("engineers")), 1);
	assert.equal(pageAt(made.pages, made.text.indexOf("not safe")), 2);
	assert.equal(pageAt(made.pages, made.text.length), 4);
	assert.equal(pageAt([], 3), null);
	assert.equal(pageAt(undefined, 3), null);
});

const TEXT = [
	"Ana Brook said on Tuesday that the dam was safe.",
	"“It leaks,” Ray Hale said, and showed pictures of three cracks.",
	"The council meets on Friday to hear both of them.",
];
const before = TEXT.join("\n\n");
const pages = TEXT.map((line, at) => ({ page: at + 1, start: before.indexOf(line) }));

for (const [name, after, wanted] of /** @type {[string, string, string[]][]} */ ([
	["words before all", `Today. ${before}`, ["Ana", "“It", "The"]],
	["words in the first page", before.replace("Tuesday", "a wet Tuesday in May"), ["Ana", "“It", "The"]],
	["other breaks between lines", before.replaceAll("\n\n", "\n"), ["Ana", "“It", "The"]],
	["changes on every page", before.replaceAll(" said", " told us"), ["Ana", "“It", "The"]],
	["the first words of a page gone", before.replace("“It leaks,” Ray", "Ray"), ["Ana", "Ray", "The"]],
	[
		"other first words, and a change before and after",
		before.replace("Ana", "Eva").replace("“It leaks”", "“Yes”").replace("both", "two"),
		["Eva", "“", "The"],
	],
	["a page gone", `${TEXT[0]}\n\n${TEXT[2]}`, ["Ana", "The", "The"]],
]))
	test(`pages stay with their words after an edit: ${name}`, () => {
		const found = movedPages(pages, before, after);
		assert.deepEqual(
			found.map(({ start }, at) => after.slice(start, start + wanted[at].length)),
			wanted,
		);
	});

test("whatever the edit, pages stay in order and in the text, and none is invented", () => {
	const words = fc.string({ maxLength: 60 });
	fc.assert(
		fc.property(words, words, fc.nat(before.length), fc.nat(60), (head, middle, from, length) => {
			const after = head + before.slice(0, from) + middle + before.slice(from + length);
			const found = movedPages(pages, before, after);
			assert.deepEqual(
				found.map(({ page }) => page),
				[1, 2, 3],
			);
			const starts = found.map(({ start }) => start);
			assert.deepEqual(
				starts,
				starts.toSorted((a, b) => a - b),
			);
			assert.ok(starts.every((start) => 0 <= start && start <= after.length));
		}),
	);
	assert.deepEqual(movedPages([], before, "x"), []);
	assert.deepEqual(
		movedPages(pages, before, ""),
		[1, 2, 3].map((page) => ({ page, start: 0 })),
	);
});
