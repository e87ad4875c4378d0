// @ts-check
//! The bookmarklet of the bundled package on pages of others: the article is taken, not what stands round it, also where a
//! policy allows nothing. A browser runs a bookmark outside that policy, as the test does.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

/** @import { BrowserContext, Page } from "@playwright/test" */

const SITE = "http://paper.example/news";
const SAIDSO = "http://saidso.example/";
const LINKS = ["Home", "Sport", "Weather", "Opinion", "Letters"]
	.map((name) => `<li><a href="/${name}">${name}</a></li>`)
	.join("");
const WORDS = Array.from(
	{ length: 6 },
	(_, n) =>
		`<p>Ms. Li said the line ${n} may be late 🚋, and that nobody had been told of it before Monday, when the work began.</p>`,
).join("");
const HOST = `<!doctype html><html lang="en"><head><title>Line delayed</title><style>.ad{display:none}</style></head><body>
<nav><ul>${LINKS}</ul></nav><div class="page"><div class="story"><h1>Line delayed</h1>${WORDS}<p class="ad">Unseen words said he.</p></div>
<div class="related"><h2>Related</h2><ul>${LINKS}</ul></div></div><footer>Imprint</footer><script>1</script></body></html>`;

/**
 * A page of others and ours; presses the bookmarklet there.
 * @param {{ page: Page, context: BrowserContext }} browser
 * @param {string} policy of the other page
 */
async function press({ page, context }, policy) {
	/** @type {string} */
	const own = "../../dist/package/saidso.js";
	const { bookmarklet } = await import(own);
	/** @type {string[]} */
	const requests = [];
	await context.route("**/*", (route) => {
		const url = new URL(route.request().url());
		if (url.href === SITE) {
			requests.push(url.href);
			const headers = { "Content-Security-Policy": policy };
			return route.fulfill({ contentType: "text/html; charset=utf-8", body: HOST, headers });
		}
		if (!url.href.startsWith(SAIDSO)) {
			requests.push(url.href);
			return route.abort();
		}
		const file = new URL(`../../dist/site/${url.pathname.slice(1) || "index.html"}`, import.meta.url);
		if (!existsSync(file)) return route.fulfill({ status: 404 });
		const types = { js: "text/javascript", css: "text/css", wasm: "application/wasm", html: "text/html" };
		const contentType = /** @type {Record<string, string>} */ (types)[file.pathname.split(".").pop() ?? ""];
		return route.fulfill({ contentType, body: readFileSync(file) });
	});
	await page.goto(SITE);
	const before = await page.content();
	const source = decodeURIComponent(bookmarklet(SAIDSO).slice("javascript:void ".length));
	return { before, requests, source };
}

/** What our page shows. @param {Page} page */
async function opened(page) {
	await expect
		.poll(() => page.evaluate(() => /** @type {any} */ (document.querySelector("said-so"))?.value ?? ""))
		.toContain("Ms. Li");
	const text = await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value);
	expect(text).toMatch(/^Line delayed\n\nMs\. Li said the line 0 may be late 🚋/);
	expect(text).not.toMatch(/Home|Sport|Related|Imprint|Unseen/);
	await expect(page.locator("said-so mark.cue").first()).toHaveText("said");
}

test("the article of another page opens in saidso, and that page is left as it was", async ({
	page,
	context,
}) => {
	const { before, requests, source } = await press(
		{ page, context },
		"default-src 'none'; style-src 'unsafe-inline'",
	);
	const [tab] = await Promise.all([page.waitForEvent("popup"), page.evaluate(source)]);
	await tab.waitForURL(`${SAIDSO}**`);
	await opened(tab);
	expect(await tab.evaluate(() => window.opener)).toBeNull();
	expect(await page.content()).toBe(before);
	expect(requests).toEqual([SITE]);
});

test("a page whose policy puts it into a sandbox is left for saidso, with its article", async ({
	page,
	context,
}) => {
	const { requests, source } = await press(
		{ page, context },
		"sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'",
	);
	await page.evaluate(source).catch(() => {});
	await page.waitForURL(`${SAIDSO}**`);
	await opened(page);
	expect(requests).toEqual([SITE]);
});

test("what is selected goes as it is", async ({ page, context }) => {
	const { source } = await press({ page, context }, "default-src 'none'");
	await page.evaluate(() =>
		getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector(".story p"))),
	);
	const [tab] = await Promise.all([page.waitForEvent("popup"), page.evaluate(source)]);
	await tab.waitForURL(`${SAIDSO}**`);
	await expect
		.poll(() => tab.evaluate(() => /** @type {any} */ (document.querySelector("said-so"))?.value ?? ""))
		.toMatch(/^Ms\. Li said the line 0 .*began\.$/);
});
