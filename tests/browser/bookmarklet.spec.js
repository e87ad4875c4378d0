// @ts-check
//! The bookmarklet of the bundled package on a page whose policy allows nothing. A browser runs a bookmark outside
//! that policy, as the test does.

import { expect, test } from "@playwright/test";

const SITE = "http://paper.example/news";
const SAIDSO = "http://saidso.example/";
const HOST = `<!doctype html><title>A paper</title><nav>Home, sport, weather</nav>
<article><h1>Line delayed</h1><p>Ms. Li said the line may be late 🚋.</p></article><footer>Imprint</footer>`;

test("the article of another page opens in saidso, and that page is left as it was", async ({
	page,
	context,
}) => {
	/** @type {string} */
	const own = "../../dist/package/saidso.js";
	const { bookmarklet, decodeShare } = await import(own);
	/** @type {string[]} */
	const requests = [];
	await context.route("**/*", (route) => {
		requests.push(route.request().url());
		const headers = { "Content-Security-Policy": "default-src 'none'" };
		return route.fulfill({ contentType: "text/html; charset=utf-8", body: HOST, headers });
	});
	await page.goto(SITE);
	const before = await page.content();
	const source = decodeURIComponent(bookmarklet(SAIDSO).slice("javascript:void ".length));
	const [tab] = await Promise.all([page.waitForEvent("popup"), page.evaluate(source)]);
	await tab.waitForURL(`${SAIDSO}**`);
	const { text } = await decodeShare(new URL(tab.url()).hash);
	expect(text).toBe("Line delayed\n\nMs. Li said the line may be late 🚋.");
	expect(await tab.evaluate(() => window.opener)).toBeNull();
	expect(await page.content()).toBe(before);
	expect(requests).toEqual([SITE, SAIDSO]);
});
