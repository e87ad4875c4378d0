// @ts-check
//! A very long article of a host: marked without holding up its page, which stays as quick as without us.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const SITE = "http://paper.example";
/** The longest task that a page does not feel, in milliseconds; on a slow machine half again what the page's own layout takes. */
const LIMIT = 50;
/** How often a machine that does other work beside may be late; what it took is printed. */
const TRIES = 8;
/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", wasm: "application/wasm" };
const file = (/** @type {string} */ name) => new URL(`../../dist/package/${name}`, import.meta.url);
const PARAGRAPH = `<p>Mayor Ana Brook said the dam was safe. “Nobody needs to leave,” she said. Two people close to the talks said that it may rain on Friday. The dam was built in 1902 and is 40 metres high. According to the ministry, <a href="#">345 houses</a> stand below it.</p>`;

/**
 * A page of the site with an article of so many characters, and an element that comes later.
 * @param {Page} page
 * @param {number} length
 */
async function open(page, length) {
	const body = `<article id="a">${PARAGRAPH.repeat(Math.ceil(length / 250))}</article>`;
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname.slice(1);
		if (!path)
			return route.fulfill({
				contentType: "text/html; charset=utf-8",
				body: `<!doctype html><title>A paper</title><link rel="icon" href="data:,">
					<script type="module" src="/element.js"></script><body>${body}</body>`,
			});
		if (!existsSync(file(path))) return route.fulfill({ status: 404 });
		return route.fulfill({ contentType: TYPES[path.split(".").pop() ?? ""], body: readFileSync(file(path)) });
	});
	await page.goto(`${SITE}/`);
	await page.waitForFunction(() => customElements.get("said-so"));
	await page.waitForTimeout(500);
}

/** Puts the element in, and tells the longest of the tasks until all is marked. @param {Page} page @returns {Promise<number[]>} */
const mark = (page) =>
	page.evaluate(async () => {
		/** @type {number[]} */
		const tasks = [];
		const observer = new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
		});
		observer.observe({ type: "longtask" });
		const element = document.createElement("said-so");
		element.setAttribute("for", "a");
		const done = new Promise((settle) => element.addEventListener("said-so-report", settle, { once: true }));
		document.body.append(element);
		await done;
		await new Promise((settle) => setTimeout(settle, 500));
		return tasks.sort((a, b) => b - a);
	});

/** How long the page itself takes to lay its article out anew, in milliseconds: a measure of the machine. @param {Page} page @returns {Promise<number>} */
const layout = (page) =>
	page.evaluate(() => {
		const article = /** @type {HTMLElement} */ (document.querySelector("#a"));
		const times = [];
		for (let n = 0; n < 7; n++) {
			const start = performance.now();
			article.style.width = `${500 + n}px`;
			article.getBoundingClientRect();
			times.push(performance.now() - start);
		}
		article.style.width = "";
		article.getBoundingClientRect();
		return times.sort((a, b) => a - b)[3];
	});

test("half a million characters are marked without holding up the page", { tag: "@alone" }, async ({
	page,
}) => {
	test.slow();
	let [longest, limit] = [Number.POSITIVE_INFINITY, 0];
	for (let n = 0; n < TRIES && longest > limit; n++) {
		await open(page, 500_000);
		const own = await layout(page);
		limit = Math.max(LIMIT, 1.5 * own);
		longest = Math.max(0, ...(await mark(page)));
		console.log(
			`the longest task over ${LIMIT} ms: ${longest}; the page lays itself out in ${own.toFixed(0)} ms`,
		);
	}
	expect(longest).toBeLessThanOrEqual(limit);
	expect(page.workers()).toHaveLength(1);
	for (const part of [0, 1_000, 1_999]) {
		await page.evaluate((part) => document.querySelectorAll("#a p")[part].scrollIntoView(), part);
		const painted = () =>
			page.evaluate((part) => {
				const at = document.querySelectorAll("#a p")[part];
				return [...CSS.highlights].filter(([, all]) =>
					[...all].some((one) => at.contains(one.startContainer)),
				).length;
			}, part);
		await expect.poll(painted).toBeGreaterThan(3);
	}
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	expect(await page.evaluate(() => [...CSS.highlights].some(([, one]) => one.size > 3_000))).toBe(true);
});

test("a page with a long article stays as quick as without us", { tag: "@alone" }, async ({ page }) => {
	test.slow();
	await open(page, 200_000);
	/** How long 500 changes of the page take. */
	const changes = () =>
		page.evaluate(async () => {
			const article = /** @type {Element} */ (document.getElementById("a"));
			const time = () => {
				const start = performance.now();
				for (let n = 0; n < 500; n++) {
					const node = document.createElement("i");
					article.children[n].prepend(node);
					node.remove();
				}
				return performance.now() - start;
			};
			let least = time();
			for (let n = 0; n < 12; n++) {
				await new Promise((settle) => setTimeout(settle, 30));
				least = Math.min(least, time());
			}
			return least;
		});
	const before = await changes();
	await mark(page);
	const after = await changes();
	console.log(`500 changes: ${before.toFixed(2)} ms without, ${after.toFixed(2)} ms with`);
	expect(after).toBeLessThan(1.5 * before + 0.5);
	await page.waitForTimeout(1_500);
	const { move, frame, lit } = await page.evaluate(async () => {
		const article = /** @type {Element} */ (document.getElementById("a"));
		const now = () =>
			/** @type {Highlight} */ ([...CSS.highlights].find(([name]) => name.includes("-lit-"))?.[1]);
		const frames = () => new Promise((settle) => requestAnimationFrame(settle));
		/** @type {Set<string>} */
		const lit = new Set();
		/** @type {number[]} */
		const times = [];
		/** @type {number[]} */
		const all = [];
		for (let n = 0; n < 100; n++) {
			const { x, y } = article.children[n % 2].getBoundingClientRect();
			const at = { clientX: x + 8 * n, clientY: y + 10, bubbles: true };
			const start = performance.now();
			article.dispatchEvent(new PointerEvent("pointermove", at));
			times.push(performance.now() - start);
			const rest = frames();
			requestAnimationFrame((begin) => all.push(performance.now() - begin));
			await rest;
			for (const range of now()) lit.add(`${n % 2}:${range.startOffset}`);
		}
		const at = (/** @type {number[]} */ times, /** @type {number} */ part) =>
			times.sort((a, b) => a - b)[Math.floor(times.length * part)];
		return { move: at(times, 0.9), frame: at(all, 0.5), lit: lit.size };
	});
	console.log(
		`a move of the pointer: ${move.toFixed(2)} ms in nine of ten, ${frame.toFixed(2)} ms in its frame; ${lit} pieces lit`,
	);
	expect(lit).toBeGreaterThan(5);
	expect(move).toBeLessThan(1);
});

test("an element that is taken away with its popover open leaves nothing", async ({ page }) => {
	await open(page, 500);
	await mark(page);
	await page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		element.next();
	});
	await expect(page.getByRole("dialog", { name: "About this mark" })).toBeVisible();
	await page.evaluate(() => document.querySelector("said-so")?.remove());
	expect(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([
		0, 0,
	]);
	await expect(page.getByRole("dialog")).toHaveCount(0);
});
