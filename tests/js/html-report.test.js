// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toHTML } from "../../www/export/html-report.js";
import { html } from "../../www/export/markup.js";
import { bare, report, text } from "./sample.js";

/** @param {string} file */
const wordsOf = (file) =>
	file
		.replace(/<sup>.*?<\/sup>/gs, "")
		.replace(/<[^>]*>/g, "")
		.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);

/** @type {Record<string, string>} */
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** @param {string} file */
const article = (file) => file.slice(file.indexOf("<article"), file.indexOf("</article>"));

test("a template escapes what is put into it, lists too, and templates not twice", () => {
	const words = `<b title="a" id='b'>&`;
	const escaped = "&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;";
	assert.equal(String(html`<i>${words}</i>`), `<i>${escaped}</i>`);
	assert.equal(String(html`${[words, html`<br>`, [1]]}`), `${escaped}<br>1`);
});

test("every word of the article is there, once and in order", () => {
	const shown = report.blocks.map(({ start, end }) => text.slice(start, end));
	assert.deepEqual(
		wordsOf(article(toHTML(text, report)))
			.split("\n")
			.filter((line) => line),
		shown.flatMap((words) => words.split("\n")),
	);
});

test("nothing that was pasted becomes markup, and nothing is loaded or run", () => {
	const evil = `</style></title><script>alert(1)</script><img src=x onerror="alert(1)"> ' &lt;`;
	const hostile = structuredClone(report);
	Object.assign(hostile.sources[0], { name: evil, description: evil });
	hostile.attributions[0].reasons = [evil];
	hostile.lang = `en" onclick="alert(1)`;
	hostile.engine.version = evil;
	const file = toHTML(evil + text, { ...hostile, blocks: [] });
	assert.equal(file.match(/<script|<img|<link|<iframe|@import|url\(|="[^"]*javascript:/gi), null);
	assert.deepEqual(new Set(file.match(/ on\w+=/g)), new Set([" onerror=", " onclick="]));
	assert.ok(!file.includes('onerror="') && !file.includes('onclick="'));
	assert.equal(file.match(/<\/style>/g)?.length, 1);
	assert.match(file, /content="default-src 'none'; style-src 'unsafe-inline'"/);
});

test("any text stays text", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (any) => {
			const file = article(toHTML(any, bare));
			if (any.trim()) assert.ok(wordsOf(file).includes(any.trim()));
		}),
	);
});

test("marks nest and overlap without crossing, and each role has its class", () => {
	const file = article(toHTML(text, report));
	assert.ok(file.includes('<mark class="source unnamed">sources close to the council</mark>'));
	assert.ok(file.includes('<mark class="hedge">may<sup>'));
	let open = 0;
	for (const [tag] of file.matchAll(/<(\/?)mark/g)) {
		open += tag === "<mark" ? 1 : -1;
		assert.ok(open >= 0);
	}
	assert.equal(open, 0);
});

test("a mark that runs over several blocks is drawn in each", () => {
	const long = structuredClone(report);
	const contents = [{ start: 0, end: text.length }];
	long.attributions = [{ ...long.attributions[0], source: null, contents }];
	const file = article(toHTML(text, { ...long, hedges: [], claims: [], sources: [] }));
	const marked = file.match(/<mark class="content">/g) ?? [];
	assert.equal(marked.length, report.blocks.length);
});

test("every number links to its note and back", () => {
	const file = toHTML(text, report);
	for (let number = 1; number <= 6; number++) {
		assert.ok(file.includes(`<a id="text-${number}" href="#note-${number}">${number}</a>`));
		assert.ok(file.includes(`<li id="note-${number}">`));
		assert.ok(file.includes(`href="#text-${number}"`));
	}
	assert.ok(!file.includes("note-7"));
});

test("sources, claims without a source and notes follow the article; what is hidden does not", () => {
	const file = toHTML(text, report);
	for (const words of [
		"<h2>The marks</h2>",
		"<h2>Sources</h2>",
		"<h2>Claims without a source</h2>",
		"<h2>Notes</h2>",
	]) {
		assert.ok(file.includes(words));
	}
	const hidden = toHTML(text, report, { hidden: new Set(["a0", "a1", "a2", "h0", "c2", "c3"]) });
	assert.ok(!hidden.includes("<h2>Notes</h2>") && !hidden.includes("<h2>Claims without a source</h2>"));
	assert.ok(!hidden.includes("<mark"));
});

test("the report says what the lines mean, from what and when it was made", () => {
	const file = toHTML(text, report, {
		origin: "https://example.org/<b>",
		date: new Date(2026, 2, 3),
		language: "de",
	});
	assert.match(file, /<ul class="key">/);
	assert.match(file, /<footer>Aus https:\/\/example\.org\/&lt;b&gt;\. Markiert am 3\. März 2026\./);
});

test("every block finds its own direction", () => {
	assert.ok(toHTML(text, report).includes('dir="auto">אמרה'));
});

test("the time grows with the text, not with its square", () => {
	/** @param {number} times */
	const long = (times) => {
		const move = (/** @type {any} */ value, /** @type {number} */ by) =>
			JSON.parse(JSON.stringify(value), (key, it) => (key === "start" || key === "end" ? it + by : it));
		/** @type {(list: any[]) => any[]} */
		const repeat = (list) =>
			Array.from({ length: times }, (_, n) => move(list, n * (text.length + 1))).flat();
		const { blocks, attributions, hedges } = report;
		const longer = { ...bare, sources: report.sources };
		return {
			text: `${text}\n`.repeat(times),
			report: {
				...longer,
				blocks: repeat(blocks),
				attributions: repeat(attributions),
				hedges: repeat(hedges),
			},
		};
	};
	const time = (/** @type {number} */ times) => {
		const { text: words, report: longer } = long(times);
		const runs = Array.from({ length: 3 }, () => {
			const start = performance.now();
			toHTML(words, longer);
			return performance.now() - start;
		});
		return Math.min(...runs);
	};
	time(200);
	const ratio = time(2000) / time(250);
	assert.ok(ratio < 24, `eight times the text took ${ratio.toFixed(1)} times as long`);
});
