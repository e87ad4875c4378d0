// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { toChecklist } from "../../www/export/checklist.js";
import { toHTML } from "../../www/export/html-report.js";
import { toMarkdown } from "../../www/export/markdown.js";
import { notes } from "../../www/export/note.js";
import { lines } from "../../www/report/block.js";
import { sayIn } from "../../www/words/words.js";
import { worth } from "../../www/words/worth.js";
import { bare, report, text } from "./sample.js";

/** @import { Nodes } from "mdast" */

/** @param {string} markdown */
const parsed = (markdown) =>
	fromMarkdown(markdown, {
		extensions: [gfmFootnote(), gfmTaskListItem()],
		mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTaskListItemFromMarkdown()],
	});

/**
 * @param {Nodes} node
 * @returns {string}
 */
const wordsOf = (node) =>
	"value" in node ? node.value : "children" in node ? node.children.map(wordsOf).join("") : "";

/**
 * @param {Nodes} node
 * @param {string} type
 * @returns {Nodes[]}
 */
const all = (node, type) => [
	...(node.type === type ? [node] : []),
	...("children" in node ? node.children.flatMap((child) => all(child, type)) : []),
];

test("every block of the article is there, with its words as they were", () => {
	const children = parsed(toMarkdown(text, report)).children;
	const shown = report.blocks.map(({ start, end }) => text.slice(start, end));
	assert.deepEqual(children.slice(0, shown.length).map(wordsOf), shown);
	assert.deepEqual(
		children.slice(0, shown.length).map(({ type }) => type),
		["heading", "paragraph", "paragraph", "blockquote", "paragraph", "list", "paragraph"],
	);
});

test("every number has its note and every note its number, in reading order", () => {
	const root = parsed(toMarkdown(text, report));
	const numbers = all(root, "footnoteReference").map((node) => Reflect.get(node, "identifier"));
	const notes = all(root, "footnoteDefinition").map((node) => Reflect.get(node, "identifier"));
	assert.deepEqual(numbers, ["1", "2", "3", "4", "5", "6"]);
	assert.deepEqual(notes, numbers);
});

test("the number stands at the cue, and the note says who, how and how sure", () => {
	const markdown = toMarkdown(text, report);
	assert.ok(markdown.includes("she added[^2], “for a crack"));
	assert.ok(markdown.includes("[^2]: Attribution: Lena Ortiz (Mayor); “added”; in their own words; likely"));
	assert.ok(markdown.includes("[^3]: Attribution without a name: sources close to the council"));
});

test("any pasted text stays text", () => {
	const unlike = /^[^\s\p{Cc}\p{Cs}](?:.*[^\s\p{Cc}\p{Cs}])?$/u;
	const line = fc.stringMatching(/^[!-~ ]{1,40}$/).filter((any) => unlike.test(any));
	fc.assert(
		fc.property(line, (any) => {
			const [first] = parsed(toMarkdown(any, bare)).children;
			assert.equal(first.type, "paragraph");
			assert.equal(wordsOf(first), any);
		}),
		{ numRuns: 500 },
	);
});

test("what looks like HTML is written so that no reader of Markdown takes it for markup", () => {
	const words = "Ana Brook said <img src=x onerror=alert(1)> was safe \\< and \\\\<b>.";
	const markdown = toMarkdown(words, bare);
	assert.ok(!/<[a-z/]/i.test(markdown), markdown);
	const [first] = parsed(markdown).children;
	assert.equal(wordsOf(first), words);
	assert.deepEqual(all(parsed(markdown), "html"), []);
});

test("a bullet in the words of an item is not written twice, a number stays", () => {
	const words = "• Ana Brook said no.\n2. Ray Hale said yes.";
	const kind = /** @type {const} */ ("list-item");
	const [first, second] = words
		.split("\n")
		.map((line) => ({ start: words.indexOf(line), end: words.indexOf(line) + line.length, kind }));
	const markdown = toMarkdown(words, { ...bare, blocks: [first, second] });
	assert.match(markdown, /^- Ana Brook said no\.\n- 2\\\. Ray Hale said yes\./);
});

test("a table of the text is one in Markdown and in HTML", () => {
	const words = "Before.\n\nTown\tShare\nEllery\t12%\nPort\t\n\nAfter.";
	const blocks = lines(words).map((line) => ({ ...line, kind: /** @type {const} */ ("paragraph") }));
	const whole = { ...bare, blocks };
	assert.match(toMarkdown(words, whole), /\| Town\s+\| Share \|\n\| -+\s+\| -+ \|\n\| Ellery \| 12% {3}\|/);
	const file = toHTML(words, whole);
	assert.equal(file.match(/<tr>/g)?.length, 3);
	assert.match(file, /<tr><td><p class="paragraph" dir="auto">Ellery<\/p>\n<\/td><td>/);
});

test("the report says from what and when it was made", () => {
	const date = new Date(2026, 2, 3);
	const markdown = toMarkdown(text, report, { origin: "news.txt", date });
	assert.match(markdown, /From news\.txt\. Marked on March 3, 2026\. Marked with saidso/);
	assert.match(toMarkdown(text, report, { date, origin: "" }), /From a text that was pasted\./);
	assert.ok(!toMarkdown(text, report, { date }).includes("From "));
});

test("words behind the last block, which were not read, are still there", () => {
	const cut = { ...report, blocks: report.blocks.slice(0, 3) };
	assert.ok(
		wordsOf(parsed(toMarkdown(text, cut))).includes("nine months 🛠️ and 90% of the cables are rusty."),
	);
});

test("hidden marks have no note, no line under their source and no number", () => {
	const markdown = toMarkdown(text, report, { hidden: new Set(["a1", "c3"]) });
	assert.equal(all(parsed(markdown), "footnoteDefinition").length, 4);
	assert.ok(!markdown.includes("- “We won’t wait,”"));
	assert.ok(markdown.includes("Lena Ortiz (Mayor)**: person, 1 statement"));
});

test("notes and shares are in the reader's language", () => {
	const say = (/** @type {string} */ key) => key.toUpperCase();
	const lines = notes(text, report, { say }).map(({ line }) => line);
	assert.equal(lines[3], "ONE.HEDGE: HEDGE.MODAL; why.scope: “take nine months”");
	assert.ok(toMarkdown(text, report, { language: "de" }).includes("71\u00a0%"));
});

test("a checklist ranks claims by how much there is to check, and says why", () => {
	const tasks = all(parsed(toChecklist(text, report)), "listItem").filter(
		(node) => Reflect.get(node, "checked") === false,
	);
	const firstWords = tasks.map((task) => wordsOf("children" in task ? task.children[0] : task));
	assert.deepEqual(firstWords, [
		"Repairs … 90% of the cables are rusty",
		'=HYPERLINK("http://example.org","click") costs 4,200 euros',
		"Repairs may take nine months 🛠️",
		"The old bridge <b>will</b> close on Monday",
		"Lena Ortiz (Mayor)",
		"sources close to the council",
	]);
	assert.match(wordsOf(tasks[0]), /No source given; sentence 5; much to check; .*90%/);
	assert.match(wordsOf(tasks[1]), /sources close to the council; sentence 4; something to check/);
});

test("a checklist holds no opinions and no questions, and few claims with little to check", () => {
	const [sample] = report.claims;
	const claims = Array.from({ length: 20 }, () => ({ ...sample, checkworthiness: 0.1 }));
	const many = { ...report, claims: [...claims, { ...sample, statement: /** @type {const} */ ("opinion") }] };
	const tasks = all(parsed(toChecklist(text, many)), "listItem").filter(
		(node) => Reflect.get(node, "checked") === false,
	);
	assert.equal(tasks.length, 5 + 2);
	assert.match(toChecklist("", bare), /Nothing in this text/);
});

test("of many reasons the weightiest three are named, and none that a reader could not look up", () => {
	const reasons = [
		"law:budget +0.09",
		"number:14 million +0.18",
		"comparison:twice +0.07",
		"statistic:cost +0.10",
	];
	const noise = ["modal:could -0.08", "base +0.41", "wording:twice +0.26", "limit -0.13"];
	assert.deepEqual(worth([...noise, ...reasons, "softened:could"], sayIn("en")), [
		"a number: “14 million”",
		"something counted: “cost”",
		"law or rules: “budget”",
		"softened by “could”",
	]);
});

test("hidden claims and sources with nothing left are not on the checklist", () => {
	const list = toChecklist(text, report, { hidden: new Set(["c3", "a2"]) });
	assert.ok(!list.includes("90% of the cables"));
	assert.ok(!list.includes("] sources close to the council"));
});
