// @ts-check
// The wasm package alone, in a page that holds nothing else: what crosses between JavaScript and Rust.

import { expect, test } from "@playwright/test";

const ADDRESS = "http://boundary.example/";
const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/** @typedef {typeof import("../../www/pkg/saidso.js")} Package */

test.beforeEach(async ({ page }) => {
	await page.route(`${ADDRESS}**`, (route) => {
		const name = new URL(route.request().url()).pathname.slice(1);
		const ending = /** @type {keyof typeof TYPES} */ (name.split(".").at(-1));
		if (!name)
			return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>boundary</title>" });
		return route.fulfill({ path: `www/pkg/${name}`, contentType: TYPES[ending] });
	});
	await page.goto(ADDRESS);
	await page.evaluate(async (address) => {
		const saidso = await import(`${address}saidso.js`);
		await saidso.default();
		Object.assign(window, { saidso });
	}, ADDRESS);
});

/**
 * Every span of the report of a text, as the words that JavaScript cuts out there.
 * @param {import("@playwright/test").Page} page
 * @param {string} text
 */
const cut = (page, text) =>
	// As code units, because Playwright would mend a lone surrogate on the way.
	page.evaluate(
		(units) => {
			const text = String.fromCharCode(...units);
			const { saidso } = /** @type {typeof globalThis & { saidso: Package }} */ (globalThis);
			const report = saidso.annotate(text);
			const words = (/** @type {{ start: number, end: number }} */ { start, end }) => text.slice(start, end);
			return {
				length: text.length,
				sentences: report.sentences.map(words),
				cues: report.attributions.map(({ cue }) => words(cue)),
				sources: report.attributions.map(({ sources }) => sources.map(words)),
				ends: report.blocks.map(({ end }) => end),
				parents: report.attributions.map(({ parent }) => parent),
				offsets: report.offsets,
			};
		},
		Array.from({ length: text.length }, (_, n) => text.charCodeAt(n)),
	);

const SENTENCE = "Ms. Okoro said on Monday that the bridge would stay closed.";

test("offsets cut the same words after an emoji, a combining mark and another script", async ({ page }) => {
	const found = await cut(page, `👩‍👩‍👧 Cafe\u0301 東京. ${SENTENCE}`);
	expect(found.offsets).toBe("utf16");
	expect(found.sentences.at(-1)).toBe(SENTENCE);
	expect(found.cues).toEqual([expect.stringContaining("said")]);
	expect(found.sources).toEqual([["Ms. Okoro"]]);
	expect(found.parents).toEqual([null]);
});

test("a lone surrogate, NUL and line ends of every kind move no offset", async ({ page }) => {
	for (const noise of ["\ud83d ", "\ude00 ", "\0 ", "A first line.\r\n", "A first line.\r", "\u202eنص. "]) {
		const found = await cut(page, noise + SENTENCE);
		const shown = JSON.stringify(noise);
		expect(found.cues, shown).toEqual([expect.stringContaining("said")]);
		expect(found.sources.at(0)?.at(0), shown).toMatch(/Ms\. Okoro$/);
		expect(found.sentences.at(-1), shown).toMatch(/closed\.$/);
		expect(found.ends.at(-1), shown).toBe(found.length);
	}
});

test("an empty text gives an empty report", async ({ page }) => {
	const found = await cut(page, "");
	expect(found).toMatchObject({ length: 0, sentences: [], cues: [], ends: [] });
});

test("ten megabytes without a full stop are read", async ({ page }) => {
	test.setTimeout(120_000);
	const seconds = await page.evaluate(() => {
		const { saidso } = /** @type {typeof globalThis & { saidso: Package }} */ (globalThis);
		const began = performance.now();
		const report = saidso.annotate("the bridge stays closed and ".repeat(375_000), { maxChars: 20_000_000 });
		if (report.sentences.length !== 1) throw new Error(`${report.sentences.length} sentences`);
		return (performance.now() - began) / 1000;
	});
	expect(seconds).toBeLessThan(60);
});

test("a text over the limit says so, and an option that is wrong is named", async ({ page }) => {
	const [warnings, error] = await page.evaluate((text) => {
		const { saidso } = /** @type {typeof globalThis & { saidso: Package }} */ (globalThis);
		const { warnings } = saidso.annotate(text, { maxChars: 9 });
		try {
			saidso.annotate(text, { hedges: ["nonsense"] });
		} catch (error) {
			return [warnings.map(({ code }) => code), String(error)];
		}
		return [[], "no error"];
	}, SENTENCE);
	expect(warnings).toContain("truncated");
	expect(error).toContain("nonsense");
});

test("spans in an element become ranges over the same words, and its DOM stays as it is", async ({
	page,
}) => {
	const found = await page.evaluate(() => {
		const { saidso } = /** @type {typeof globalThis & { saidso: Package }} */ (globalThis);
		const article = document.createElement("article");
		const lines = [
			["The ", "bridge"],
			["Ms. ", "Okoro", " said on Monday that the bridge would stay closed."],
		];
		for (const [n, words] of lines.entries()) {
			const block = article.appendChild(document.createElement(n ? "p" : "h1"));
			for (const word of words) block.appendChild(document.createElement("b")).append(word);
		}
		document.body.append(article);
		const before = article.outerHTML;
		const { report, ranges } = saidso.annotateElement(article);
		return {
			same: article.outerHTML === before,
			blocks: report.blocks.map(({ kind }) => kind),
			sentences: ranges.sentences.map(String),
			sources: ranges.attributions.map(({ sources }) => sources.map(String)),
		};
	});
	expect(found).toEqual({
		same: true,
		blocks: ["heading", "paragraph"],
		sentences: ["The bridge", SENTENCE],
		sources: [["Ms. Okoro"]],
	});
});

test("a thousand calls keep the memory where it was", async ({ page }) => {
	const [before, after] = await page.evaluate(async (text) => {
		const { saidso } = /** @type {typeof globalThis & { saidso: Package }} */ (globalThis);
		const { memory } = await saidso.default();
		const article = text.repeat(90);
		for (let n = 0; n < 20; n++) saidso.annotate(article);
		const before = memory.buffer.byteLength;
		for (let n = 0; n < 1000; n++) saidso.annotate(article);
		return [before, memory.buffer.byteLength];
	}, `${SENTENCE} `);
	expect(after).toBe(before);
});
