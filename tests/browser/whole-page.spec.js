// @ts-check
//! A page that is selected as a whole, copied and pasted, by the browser's own clipboard: its reader is asked whether to keep
//! the article alone, and is not asked where there is nothing else.

import { expect, expectAccessible, open, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

// Copied markup brings its styles along, which our policy refuses.
test.use({ permissions: ["clipboard-read", "clipboard-write"], refused: /Applying inline style/ });

const SITE = "http://news.example/";

const PARAGRAPHS = [
	"Ana Brook, the mayor of Port Ellery, said on Tuesday that the dam above the town was safe, although engineers had found three cracks in its northern wall during the last inspection.",
	"“It leaks,” said Ray Hale, who has kept the sluices for thirty years. “Anybody who walks along the foot of the wall can see the water coming through, and it has since the floods.”",
	"A spokesman for the water board said that repairs would begin in May and cost about nine million crowns, which is twice what the council had set aside for the whole of the valley.",
	"The dam was built in 1931 by the county. It holds back eleven million cubic metres of water, and two thousand people live below it in a valley that has one road out of it.",
];
const HEAD = '<h1>Dam report is out</h1><p class="byline">By Mara Okoye</p>';
const COOKIE =
	'<div class="cookie-consent" role="dialog"><p>We value your privacy. The Ellery Post and its 214 partners say they use cookies on your device.</p><button>Accept all</button></div>';
const AROUND =
	'<header class="site-header"><nav><ul><li><a href="/p">Politics</a></li><li><a href="/s">Sport</a></li></ul></nav></header>';

const body = (/** @type {number} */ n) =>
	Array.from({ length: n }, (_, at) => `<p>${PARAGRAPHS[at % 4]}</p>`).join("");

/** As the tools for consent of many papers call theirs, and one whose names say nothing. */
const ASKING = [
	'id="qc-cmp2-container"',
	'id="CybotCookiebotDialog"',
	'id="sp_message_container_11"',
	'id="cb" class="consent"',
	'class="x1a9f"',
];
const consent = (/** @type {string} */ names) =>
	`<div ${names}><p>We value your privacy. We and our 812 partners store and access information on your device, such as cookies, and say that this is legitimate interest.</p><button>Accept all</button></div>`;
const FOOT =
	"<aside><h2>Most read</h2><ul><li><a href=/1>Minister denies knowing about the tunnel, aides say</a></li></ul></aside><footer><p>© 2026 The Ellery Post. All rights reserved.</p></footer>";

/** Whether it is asked about. @type {Record<string, [string, boolean]>} */
const PAGES = {
	"a long article with one line on cookies": [`<article>${HEAD}${body(12)}</article>${COOKIE}`, true],
	"a short article on a page": [`${COOKIE}${AROUND}<main><article>${HEAD}${body(2)}</article></main>`, true],
	"an article among divisions without a name": [
		`<div id="sp-msg"><div>We value your privacy. We and our partners say that we use cookies.</div></div><div class="a1"><div class="b1"><a href="/">Home</a> <a href="/x">Politics</a></div><div class="c1"><h1>Dam report is out</h1>${body(6)}</div><div class="d1"><div>More on this story</div><div><a href="/1">Mayor says no to new bridge</a></div><div><a href="/2">Storm damages the pier, officials say</a></div></div></div>`,
		true,
	],
	"an article": [`<article>${HEAD}${body(6)}</article>`, false],
	"an article with a list, a quotation and headings": [
		`<article>${HEAD}${body(3)}<h2>Cracks</h2>${body(2)}<blockquote>“It leaks,” said Ray Hale.</blockquote><ul><li>It was built in 1931.</li><li>It holds back eleven million cubic metres.</li></ul></article>`,
		false,
	],
	"paragraphs without a headline": [body(8), false],
	...Object.fromEntries(
		ASKING.map((names) => [
			`an article behind a question for consent with ${names}`,
			[`${consent(names)}${AROUND}<article>${HEAD}${body(2)}</article>`, true],
		]),
	),
	"an article on cookies": [
		`<article class="post tag-gdpr category-cookies">${HEAD}${body(2)}<p>The board says its privacy settings make everybody accept cookies.</p></article>`,
		false,
	],
};

/**
 * Copies all of a page and pastes it into ours.
 * @param {Page} page
 * @param {string} markup
 */
async function copied(page, markup) {
	const other = await page.context().newPage();
	await other.route(`${SITE}**`, (route) =>
		route.fulfill({
			contentType: "text/html; charset=utf-8",
			body: `<!doctype html><html lang="en"><title>Dam report is out – The Ellery Post</title><body>${markup}`,
		}),
	);
	await other.goto(SITE);
	await other.keyboard.press("ControlOrMeta+a");
	await other.keyboard.press("ControlOrMeta+c");
	await other.close();
	await open(page);
	await page.keyboard.press("ControlOrMeta+v");
	await expect(page.locator("said-so")).toHaveJSProperty("mode", "paste");
	await expect.poll(() => value(page)).toContain("thirty years");
	await page.waitForTimeout(300);
}

/** @param {Page} page @returns {Promise<string>} */
const value = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value);

for (const [name, [markup, isAsked]] of Object.entries(PAGES))
	test(`${name}, copied as a whole, is ${isAsked ? "asked about" : "taken as it is"}`, async ({ page }) => {
		await copied(page, markup);
		const asked = page.getByRole("button", { name: "Keep only the article" });
		await expect(asked).toHaveCount(isAsked ? 1 : 0);
		if (!isAsked) return;
		await asked.click();
		await expect.poll(() => value(page)).not.toContain("privacy");
		expect(await value(page)).toMatch(/^Dam report is out\n/);
	});

test("what is left of a page has its byline behind the headline", async ({ page }) => {
	await copied(page, PAGES["a short article on a page"][0]);
	await picture(page, "whole-page-light");
	await expectAccessible(page);
	await page.getByRole("button", { name: "Keep only the article" }).click();
	await expect(page.locator("said-so .block").nth(1)).toHaveText("By Mara Okoye");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Ellery Post" })).toHaveCount(0);
});

/**
 * Opens a page as a file.
 * @param {Page} page
 * @param {string} markup
 */
async function opened(page, markup) {
	await open(page);
	await page
		.locator("said-so input[type=file]")
		.setInputFiles({ name: "page.html", mimeType: "", buffer: Buffer.from(markup) });
	await expect.poll(() => value(page)).toContain("thirty years");
}

for (const names of ASKING)
	test(`a page that is opened as a file leaves out its question for consent with ${names}`, async ({
		page,
	}) => {
		await opened(
			page,
			`<!doctype html><title>Dam report is out | The Ellery Post</title><body>${consent(names)}${AROUND}<main><article>${HEAD}${body(3)}</article></main>${FOOT}`,
		);
		expect(await value(page)).toMatch(/^Dam report is out\n+By Mara Okoye\n+Ana Brook/);
		expect(await value(page)).not.toMatch(/privacy|Politics|tunnel|reserved/);
	});

test("what a page hides by its styles is left out, in its article and in all of it", async ({ page }) => {
	const hidden =
		'<p style="color: red; display:none">Subscribe for nine crowns a month, says the paper.</p><div style="visibility: hidden"><p>Nobody reads this.</p></div>';
	await opened(page, `<!doctype html><title>Dam</title><body><article>${HEAD}${hidden}${body(3)}</article>`);
	expect(await value(page)).toContain("Ana Brook");
	expect(await value(page)).not.toMatch(/Subscribe|Nobody reads/);
	await opened(
		page,
		`<!doctype html><title>Dam</title><body>${hidden}<p>It has leaked for thirty years, he said.</p>`,
	);
	expect(await value(page)).toContain("It has leaked");
	expect(await value(page)).not.toMatch(/Subscribe|Nobody reads/);
});

test("a dialog without a name is left out too, and what only looks like one stays", async ({ page }) => {
	await opened(
		page,
		`<!doctype html><title>x</title><body><section role="alertdialog"><p>We and our partners say that we need your yes.</p></section><div class="cmp-container"><div class="cmp-text">${HEAD}${body(3)}</div></div>`,
	);
	expect(await value(page)).toContain("cracks in its northern wall");
	expect(await value(page)).not.toContain("need your yes");
});

const DATA = (/** @type {string} */ headline) =>
	`<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"${headline}"}]}</script>`;
/** How the head of a page is read. @type {Record<string, [string, RegExp]>} */
const HEADS = {
	"a headline that the title repeats with the name of the paper": [
		`<title>Dam leaks - The Ellery Post</title><body><article><h1>Dam leaks</h1>${body(3)}</article>${FOOT}`,
		/^Dam leaks\n+Ana/,
	],
	"a headline that only the page's data names": [
		`<title>Dam leaks - The Ellery Post</title>${DATA("Dam leaks, say engineers")}<body><div>${body(3)}</div>`,
		/^Dam leaks, say engineers\n+Ana/,
	],
	"the name of the paper as a heading above": [
		`<title>Dam leaks - Post</title><body><header><h1>The Ellery Post</h1></header><main><h1>Dam leaks</h1><article>${body(3)}</article></main>${FOOT}`,
		/^Dam leaks\n+Ana/,
	],
	"a byline that a tag repeats": [
		`<title>Dam leaks</title><meta name=author content="Mara Okoye"><body><article><h1>Dam leaks</h1><p class=byline>By Mara Okoye, science editor</p>${body(3)}</article>`,
		/^Dam leaks\n+By Mara Okoye, science editor\n+Ana/,
	],
	"a byline whose name is a link": [
		`<title>Dam leaks</title><body><article><header><h1>Dam leaks</h1><p>By <a rel=author href=/x>Mara Okoye</a></p></header>${body(3)}</article>`,
		/^Dam leaks\n+By Mara Okoye\n+Ana/,
	],
};
for (const [name, [markup, read]] of Object.entries(HEADS))
	test(`a page with ${name} has each line once`, async ({ page }) => {
		await opened(page, `<!doctype html>${markup}`);
		expect(await value(page)).toMatch(read);
	});

test("a page that is pasted as plain text is asked about too, and comes back whole", async ({ page }) => {
	const lines = [
		"We value your privacy",
		"We and our 214 partners store and access information on your device, such as cookies.",
		"Accept all",
		"Manage preferences",
		"Home",
		"Politics",
		"Dam report is out",
		"By Mara Okoye",
		...PARAGRAPHS,
		"Share on Facebook",
		"Most read",
		"Minister denies knowing about the tunnel, aides say",
		"© 2026 The Ellery Post. All rights reserved.",
	];
	await open(page);
	await page.evaluate((text) => {
		const data = new DataTransfer();
		data.setData("text/plain", text);
		const init = { bubbles: true, composed: true, cancelable: true, clipboardData: data };
		document.body.dispatchEvent(new ClipboardEvent("paste", init));
	}, lines.join("\n\n"));
	await expect(page.getByText("This looks like a whole page. Keep only the article?")).toBeVisible();
	expect(await value(page)).toContain("Accept all");
	await picture(page, "whole-page-plain-light");
	await page.getByRole("button", { name: "Keep only the article" }).click();
	const blocks = page.locator("said-so .block");
	await expect(blocks).toHaveText(["Dam report is out", "By Mara Okoye", ...PARAGRAPHS]);
	await expect(page.getByText("Only the article of this page is shown.")).toBeVisible();
	await page.setViewportSize({ width: 380, height: 800 });
	await page.emulateMedia({ colorScheme: "dark" });
	await picture(page, "whole-page-plain-narrow-dark");
	await expectAccessible(page);
	await page.getByRole("button", { name: "Show all of the page" }).click();
	await expect(blocks.filter({ hasText: "Accept all" })).toHaveCount(1);
	await page.getByRole("button", { name: "Keep only the article" }).click();
	await expect(blocks.filter({ hasText: "Accept all" })).toHaveCount(0);
	await page.keyboard.press("Control+z");
	await expect(blocks.filter({ hasText: "Accept all" })).toHaveCount(1);
});
