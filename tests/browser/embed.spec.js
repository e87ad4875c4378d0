// @ts-check
//! The embed as a site meets it: a site whose policy refuses WebAssembly, the frame from another origin, in one file.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const SITE = "http://paper.example";
const EMBED = "http://saidso.example";
const TEXT = "Ms. Li said on Monday that the line may be late 🚋.\n\nThe first tracks were laid in 1902.";
const POLICY = `default-src 'none'; script-src 'self'; frame-src ${EMBED}`;

/** @import { Page } from "@playwright/test" */

const file = (/** @type {string} */ name) =>
	readFileSync(new URL(`../../dist/package/${name}`, import.meta.url));

const HOST = `<!doctype html><title>A paper</title><main></main><script type="module" src="/host.js"></script>`;
const HOST_SCRIPT = `
	import { Embed } from "/embed.js";
	window.heard = [];
	window.posted = [];
	window.addEventListener("message", ({ data }) => window.posted.push(JSON.stringify(data)));
	const embed = new Embed(document.querySelector("main"), { src: "${EMBED}/embed.html", title: "Who says what" });
	for (const name of ["ready", "resize", "report", "select", "error"])
		embed.addEventListener(name, ({ detail }) => window.heard.push([name, detail]));
	window.embed = embed;`;

/**
 * A page of the site with the embed in it; every request that leaves either of them is kept.
 * @param {Page} page
 * @param {string} [frame] the file in it
 * @param {string} [policy] what its server allows
 */
async function open(page, frame = "embed.html", policy = "") {
	/** @type {string[]} */
	const requests = [];
	await page.route("**/*", (route) => {
		const url = new URL(route.request().url());
		requests.push(url.href);
		const path = url.pathname.slice(1);
		if (url.href === `${SITE}/`)
			return route.fulfill({
				contentType: "text/html",
				body: HOST,
				headers: { "Content-Security-Policy": POLICY },
			});
		if (url.href === `${SITE}/host.js`)
			return route.fulfill({
				contentType: "text/javascript",
				body: HOST_SCRIPT.replace("embed.html", frame),
			});
		if (url.origin === EMBED && path === frame)
			return route.fulfill({
				contentType: "text/html",
				body: file(path),
				headers: policy ? { "Content-Security-Policy": policy } : {},
			});
		if (url.origin === EMBED && path === "embed-frame.js")
			return route.fulfill({ contentType: "text/javascript", body: file(path) });
		if (url.origin === SITE && existsSync(new URL(`../../dist/package/${path}`, import.meta.url)))
			return route.fulfill({ contentType: "text/javascript", body: file(path) });
		return route.abort();
	});
	await page.goto(`${SITE}/`);
	await page.waitForFunction(() => /** @type {any} */ (window).embed?.whenReady().then(() => true));
	return { requests, frame: page.frameLocator("iframe") };
}

test("a site without WebAssembly shows its article marked, and hears the report", async ({ page }) => {
	const { frame } = await open(page);
	const report = await page.evaluate((text) => /** @type {any} */ (window).embed.annotate(text), TEXT);
	expect(report.attributions.length).toBeGreaterThan(0);
	await expect(frame.locator("mark.cue").first()).toHaveText("said");
	const { start, end } = report.attributions[0].cue;
	expect(TEXT.slice(start, end)).toBe("said");
	const heard = await page.evaluate(() =>
		/** @type {any} */ (window).heard.map((/** @type {string[]} */ [name]) => name),
	);
	expect(heard).toContain("report");
	expect(heard).toContain("resize");
	const csv = await page.evaluate(() => /** @type {any} */ (window).embed.export("csv"));
	expect(csv).toContain("a0,attribution");
});

test("the frame grows with its text, and tells AMP pages so", async ({ page }) => {
	await open(page);
	const height = () => page.locator("iframe").getAttribute("height").then(Number);
	await page.evaluate((text) => /** @type {any} */ (window).embed.annotate(text), TEXT);
	await expect.poll(height).not.toBe(480);
	const short = await height();
	await page.evaluate((text) => /** @type {any} */ (window).embed.annotate(text), `${TEXT}\n\n`.repeat(40));
	await expect.poll(height).toBeGreaterThan(short + 1000);
	const rests = async () => {
		const before = await height();
		await page.waitForTimeout(500);
		return (await height()) === before;
	};
	await expect.poll(rests).toBe(true);
	const posted = await page.evaluate(() => /** @type {any} */ (window).posted);
	expect(
		posted.some((/** @type {string} */ one) => /"sentinel":"amp","type":"embed-size","height":\d+/.test(one)),
	).toBe(true);
});

test("what the reader pastes into the frame never reaches the site, and nothing leaves the frame", async ({
	page,
}) => {
	const { frame, requests } = await open(page);
	await page.evaluate((text) => /** @type {any} */ (window).embed.annotate(text), TEXT);
	await page.evaluate(() => /** @type {any} */ (window).heard.splice(0));
	const before = requests.length;
	const secret = "Somebody secret said on Friday that nobody may know of it.";
	await frame
		.locator("said-so")
		.evaluate((reader, text) => /** @type {any} */ (reader).annotate(text), secret);
	await expect(frame.locator("mark.cue").first()).toHaveText("said");
	await frame.locator("mark.cue").first().click();
	const refused = await page.evaluate(() =>
		/** @type {any} */ (window).embed.export("json").catch((/** @type {any} */ error) => error.code),
	);
	expect(refused).toBe(-32001);
	const { heard, posted } = await page.evaluate(() => {
		const { heard, posted } = /** @type {any} */ (window);
		return { heard, posted };
	});
	expect(JSON.stringify([heard, posted])).not.toContain("secret");
	expect(heard.filter((/** @type {string[]} */ [name]) => name !== "resize")).toEqual([]);
	expect(requests.length).toBe(before);
});

test("a text for the worker is annotated in the frame all the same", async ({ page }) => {
	await open(page);
	const long = `${TEXT}\n\n`.repeat(900);
	const count = await page.evaluate(
		async (text) => (await /** @type {any} */ (window).embed.annotate(text)).sentences.length,
		long,
	);
	expect(count).toBe(1800);
});

test("a frame with its script beside it works where no script may stand inside a page", async ({ page }) => {
	const { frame } = await open(
		page,
		"embed-frame.html",
		`script-src ${EMBED} 'wasm-unsafe-eval'; object-src 'none'`,
	);
	await page.evaluate((text) => /** @type {any} */ (window).embed.annotate(text), TEXT);
	await expect(frame.locator("mark.cue").first()).toHaveText("said");
	expect(file("embed-frame.html").toString()).not.toMatch(/<script>|<script type|<style/);
});

test("a site that only shows its text has no box to paste into, in its language, with its own words", async ({
	page,
}) => {
	const { frame } = await open(page);
	await page.evaluate(async (text) => {
		const { embed } = /** @type {any} */ (window);
		await embed.setOptions({ mode: "text", lang: "de", show: "all" });
		await embed.setLexicons([
			{
				name: "House style",
				entries: [{ words: "first tracks", kind: "weasel" }],
				tests: [{ text: "The first tracks rust.", marks: ["first tracks"] }],
			},
		]);
		await embed.annotate(text);
	}, TEXT);
	await expect(frame.locator("mark.hedge", { hasText: "first tracks" })).toBeVisible();
	await expect(frame.locator("textarea")).toBeHidden();
	await expect(frame.locator(".edit")).toBeHidden();
	await expect(frame.getByRole("tab", { name: "Quellen" })).toBeVisible();
	const code = await page.evaluate(() =>
		/** @type {any} */ (window).embed
			.setLexicons([{ name: "x", entries: [], tests: [] }])
			.catch((/** @type {any} */ e) => e.code),
	);
	expect(code).toBe("bad-lexicon");
});

test("what the frame cannot take is refused by name, and what it has stays", async ({ page }) => {
	await open(page);
	const codes = await page.evaluate(async (text) => {
		const { embed } = /** @type {any} */ (window);
		await embed.annotate(text);
		const Embed = embed.constructor;
		/** @type {(() => unknown)[]} */
		const wrong = [
			() => embed.annotate(5),
			() => embed.setOptions({ mode: "around" }),
			() => embed.setOptions({ colour: "pink" }),
			() => embed.setTheme("pink"),
			() => embed.setLexicons(null),
			() => embed.export("docx"),
			() => new Embed(null, { src: "/embed.html" }),
			() => new Embed(document.body),
		];
		const code = (/** @type {() => unknown} */ call) =>
			Promise.resolve()
				.then(call)
				.then(String, (/** @type {any} */ error) => error.code);
		return Promise.all(wrong.map(code));
	}, TEXT);
	expect(codes).toEqual(Array(8).fill("bad-argument"));
});

test("a report over 4 MB reaches the site whole", async ({ page }) => {
	test.slow();
	await open(page);
	const [sentences, size] = await page.evaluate(async (text) => {
		const report = await /** @type {any} */ (window).embed.annotate(text);
		return [report.sentences.length, JSON.stringify(report).length];
	}, `${TEXT}\n\n`.repeat(6_000));
	expect(sentences).toBe(12_000);
	expect(size).toBeGreaterThan(4 * 1024 * 1024);
});
