// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { toWebAnnotation } from "../../www/export/web-annotation.js";
import { at, bare, report, text } from "./sample.js";

/** @typedef {{ type: string, start: number, end: number, exact: string, prefix: string, suffix: string }} Selector */

/** @param {Parameters<typeof toWebAnnotation>[2]} [options] */
const items = (options) => toWebAnnotation(text, report, options).first.items;

/** @param {ReturnType<typeof items>} list */
const selectors = (list) =>
	list.flatMap(({ target }) => target.map((one) => /** @type {{ selector: Selector[] }} */ (one).selector));

/** @param {ReturnType<typeof items>[number]} item */
const values = (item) => item.body.map(({ value }) => value);

test("positions count code points, so that Python and Hypothesis cut out the same words", () => {
	const points = [...text];
	for (const [position, quotation] of selectors(items())) {
		assert.equal(position.type, "TextPositionSelector");
		assert.equal(points.slice(position.start, position.end).join(""), quotation.exact);
	}
});

test("positions after an emoji are smaller than JavaScript's", () => {
	const [position] = selectors(items().filter((item) => values(item).includes("modal")))[0];
	assert.equal(at("may").start - position.start, 2);
});

test("a quotation stands between its prefix and its suffix", () => {
	for (const [, { exact, prefix, suffix }] of selectors(items())) {
		assert.ok(text.includes(prefix + exact + suffix));
		assert.ok(prefix.isWellFormed() && suffix.isWellFormed());
		assert.ok(prefix.length <= 32 && suffix.length <= 33);
	}
});

test("a content in two pieces has two targets, and its cue and source link to it", () => {
	const [content, cue, source] = items().slice(3, 6);
	assert.equal(content.target.length, 2);
	assert.deepEqual(values(content), [
		"Lena Ortiz (Mayor): added",
		"attribution",
		"direct",
		"neutral",
		"speech",
	]);
	assert.deepEqual([cue.motivation, source.motivation], ["linking", "linking"]);
	assert.deepEqual([cue.body[0].source, source.body[0].source], [content.id, content.id]);
});

test("a claim says whether anybody stands behind it", () => {
	const claims = items().filter((item) => values(item).includes("claim"));
	assert.deepEqual(
		claims.map((item) => values(item).at(-1)),
		["with a source", "with a source", "without a source", "without a source"],
	);
});

test("identifiers are absolute, unique, and the same for the same text", () => {
	const ids = items().map(({ id }) => id);
	assert.equal(new Set(ids).size, ids.length);
	for (const id of ids) assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/);
	assert.deepEqual(
		items().map(({ id }) => id),
		ids,
	);
	assert.notEqual(toWebAnnotation(`${text} `, report).id, toWebAnnotation(text, report).id);
});

test("the address of the article is the source of every target", () => {
	for (const item of items({ source: "https://example.org/bridge" })) {
		for (const target of item.target)
			assert.equal(Reflect.get(target, "source"), "https://example.org/bridge");
	}
});

test("hidden marks are left out, with the parts that link to them", () => {
	const all = items();
	const shown = items({ hidden: new Set(["a1", "h0"]) });
	assert.equal(all.length - shown.length, 4);
	assert.ok(!shown.some((item) => values(item).includes("hedge")));
});

test("a text with a lone surrogate still has a name", () => {
	assert.match(toWebAnnotation("a\ud83d", bare).id, /^urn:uuid:/);
});
