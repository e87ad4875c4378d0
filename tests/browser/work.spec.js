// @ts-check
//! Working with a text: editing it, opening files of every kind, long texts, saved reports.

import { docx } from "./docx.js";
import { expect, marked, open, paste, picture, show, test } from "./page.js";
import { reportOf } from "./report.js";

/** @import { Page } from "@playwright/test" */

/**
 * @param {Page} page
 * @param {string} name
 * @param {string | Buffer} content
 */
const file = (page, name, content) =>
	page.locator("said-so input[type=file]").setInputFiles({
		name,
		mimeType: "",
		buffer: typeof content === "string" ? Buffer.from(content) : content,
	});

/** @param {Page} page @returns {Promise<string>} */
const value = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value);

test("typing annotates anew and leaves caret and undo alone", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "It rained.\n\nNobody came." });
	await page.getByRole("button", { name: "Edit" }).click();
	const field = page.getByRole("textbox", { name: "Article text" }).last();
	await expect(field).toBeFocused();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" The mayor said it may snow.");
	await expect(page.getByRole("status").first()).toContainText("3 sentences");
	await page.keyboard.type(" Twice.");
	await expect(page.getByRole("status").first()).toContainText("4 sentences");
	expect(await value(page)).toContain("it may snow. Twice.");
	await page.keyboard.press("Control+z");
	await expect.poll(() => value(page)).not.toContain("Twice.");
	await page.getByRole("button", { name: "Done editing" }).click();
	await expect(page.locator("said-so .block")).toHaveCount(2);
	await expect.poll(() => marked(page, "mark.cue")).toEqual(["said"]);
});

test("while somebody edits, a line of the panel leads the caret to its words", async ({ page }) => {
	await open(page);
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.getByRole("button", { name: /This one did not/ }).click();
	await page.keyboard.type("Once ");
	await expect(page.locator("said-so .article")).toContainText(/Once (“I read every letter|he told)/);
});

test("Markdown keeps its blocks and loses its signs", async ({ page }) => {
	await open(page);
	await file(
		page,
		"notes.md",
		"# The *Bridge*\n\nThe mayor **said** no.\n\n- one point &amp; more\n\n> quoted words\n",
	);
	await expect(page.locator("said-so h2.block")).toHaveText("The Bridge");
	await expect(page.locator("said-so li.block")).toHaveText("one point & more");
	await expect(page.locator("said-so blockquote.block")).toHaveText("quoted words");
	expect(await marked(page, "mark.cue")).toEqual(["said"]);
});

test("the article is found in a saved page, with its title and byline", async ({ page }) => {
	const words = "The mayor of Ellery said on Monday that the bridge would stay closed until the spring. ";
	await open(page);
	await file(
		page,
		"page.html",
		`<!doctype html><html><head><title>Bridge stays closed</title><meta name="author" content="Nora Whitfield"><meta property="article:published_time" content="2026-03-03T23:30:00-05:00"></head><body>
		<nav><a href="/">Home</a> <a href="/news">All the news</a></nav>
		<article><h1>Bridge stays closed</h1><p>${words.repeat(4)}</p><p>${words.repeat(4)}</p><p>${words.repeat(4)}</p></article>
		<footer>Subscribe to our newsletter</footer></body></html>`,
	);
	await expect(page.locator("said-so .block").first()).toHaveText("Bridge stays closed");
	await expect(page.locator("said-so .byline")).toHaveText("By Nora Whitfield");
	await expect(page.locator("said-so .dateline")).toHaveText("3 March 2026");
	expect(await value(page)).not.toContain("newsletter");
	expect(await value(page)).not.toContain("All the news");
});

test("a Word document is opened", async ({ page }) => {
	await open(page);
	await file(page, "article.docx", await docx("Bridge closed", "The minister said it was safe."));
	await expect(page.locator("said-so .block")).toHaveText([
		"Bridge closed",
		"The minister said it was safe.",
	]);
});

test("a broken Word document gets its sentence, and the text stays", async ({ page }) => {
	await open(page);
	const before = await value(page);
	await file(page, "broken.docx", "not a zip");
	await expect(page.getByRole("alert")).toContainText(
		"“broken.docx” is damaged, or it is not what its name says",
	);
	expect(await value(page)).toBe(before);
});

test("an empty file gets its sentence", async ({ page }) => {
	await open(page);
	await file(page, "empty.txt", "  \n ");
	await expect(page.getByRole("alert")).toContainText("There is no text in empty.txt");
});

test("a saved report opens again with what was hidden", async ({ page }) => {
	await open(page);
	await show(
		page,
		reportOf(
			["{source Ms. Li} {cue said} {content no}.", "{claim It was built in 1902.}"],
			[{ name: "Ms. Li" }],
		),
	);
	await page.locator("said-so mark.claim").click();
	await page.getByRole("button", { name: "Hide this one" }).click();
	const saved = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so")).export("json"),
	);
	await paste(page, { "text/plain": "Something else entirely." });
	await file(page, "saved.saidso.json", saved);
	await expect(page.locator("said-so .block")).toHaveText(["Ms. Li said no.", "It was built in 1902."]);
	expect(await marked(page, "mark")).toEqual(["Ms. Li", "said", "no"]);
});

test("a foreign JSON file is refused", async ({ page }) => {
	await open(page);
	await file(page, "foreign.json", '{"__proto__":{"a":1}}');
	await expect(page.getByRole("alert")).toContainText("“foreign.json” is no report that was saved here");
});

test("a long text is shown at once, marked in a worker, and drawn as it is scrolled to", async ({ page }) => {
	await open(page);
	const block = "The mayor said on Monday that the bridge may close. Nobody else was asked about it.";
	const text = Array.from({ length: 6000 }, () => block).join("\n\n");
	const first = await page.evaluate(async (text) => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		const start = performance.now();
		const done = element.annotate(text);
		await new Promise(requestAnimationFrame);
		const shown = element.shadowRoot.querySelectorAll(".block").length;
		const time = performance.now() - start;
		await done;
		return { shown, time };
	}, text);
	expect(first.shown).toBeGreaterThan(20);
	await expect(page.locator("said-so .block")).toHaveCount(6000);
	await expect(page.getByRole("status").first()).toContainText("12,000 sentences");
	const last = page.locator("said-so .block").last();
	await expect(last.locator("mark.cue")).toHaveCount(0);
	await last.scrollIntoViewIfNeeded();
	await expect(last.locator("mark.cue")).toHaveText("said");
});

test("whoever pastes a text far down the page is taken to its beginning", async ({ page }) => {
	await open(page);
	await page.locator("said-so .block").last().scrollIntoViewIfNeeded();
	await paste(page, { "text/plain": "Ms. Li said no.\n\n".repeat(80) });
	await expect(page.locator("said-so .block").first()).toBeInViewport();
});

test("a long text can be cancelled and stays readable", async ({ page }) => {
	await open(page);
	const text = "The mayor said no. ".repeat(40).concat("\n\n").repeat(900);
	await page.evaluate((text) => {
		/** @type {any} */ (document.querySelector("said-so")).annotate(text).catch(() => {});
	}, text);
	await expect(page.getByRole("progressbar")).toBeVisible();
	await picture(page, "state-progress-light");
	await expect(page.getByRole("progressbar")).not.toHaveAttribute("value");
	await page.mouse.wheel(0, 4000);
	await expect(page.getByRole("progressbar")).toBeInViewport();
	await page.emulateMedia({ colorScheme: "dark" });
	await picture(page, "state-progress-dark");
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(page.getByRole("progressbar")).toBeInViewport();
	await picture(page, "state-progress-narrow");
	await page.getByRole("button", { name: "Cancel" }).click();
	await expect(page.getByRole("status").first()).toContainText("Stopped");
	await expect(page.locator("said-so .block").first()).toContainText("The mayor said no.");
	await paste(page, { "text/plain": "Mayor Ana Ruiz said the bridge would stay closed." });
	await expect.poll(() => marked(page, "mark.cue")).toEqual(["said"]);
});

test("a saved report is carried over to the same article, a little changed", async ({ page }) => {
	await open(page);
	await show(
		page,
		reportOf(
			["{source Ms. Li} {cue said} {content we won’t cut}.", "{claim It was built in 1902.}"],
			[{ name: "Ms. Li" }],
		),
	);
	const saved = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so")).export("json"),
	);
	await paste(page, { "text/plain": "New: on Monday, Ms. Li said we won’t cut. The rest is gone." });
	await page.getByRole("button", { name: "More" }).click();
	const choosing = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Open a saved report" }).click();
	await (await choosing).setFiles({
		name: "a.json",
		mimeType: "application/json",
		buffer: Buffer.from(saved),
	});
	await expect(page.getByText("1 mark found again")).toBeVisible();
	await expect(page.getByText("1 not found in this text: “It was built in 1902.”")).toBeVisible();
	expect(await marked(page, "mark")).toEqual(["Ms. Li", "said", "we won’t cut"]);
});

test("a word list of the reader's own marks its words; a wrong one says what is wrong", async ({ page }) => {
	const pack = {
		name: "House words",
		entries: [{ words: "set to", kind: "expectation" }],
		tests: [{ text: "It is set to close.", marks: ["set to"] }],
	};
	const choose = async (/** @type {unknown} */ content) => {
		await page.getByRole("button", { name: "More" }).click();
		await page.getByRole("button", { name: "Your own words…" }).click();
		const choosing = page.waitForEvent("filechooser");
		await page.getByRole("button", { name: "Open a word list…" }).click();
		const buffer = Buffer.from(JSON.stringify(content));
		await (await choosing).setFiles({ name: "words.json", mimeType: "application/json", buffer });
	};
	await open(page);
	await paste(page, { "text/plain": "The bridge is set to close." });
	await expect.poll(() => marked(page, "mark.claim")).not.toEqual([]);
	await choose(pack);
	await expect(page.getByText("1 entry of “House words” is in use")).toBeVisible();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Alt+4");
	expect(await marked(page, "mark.hedge")).toEqual(["set to"]);
	await page.locator("said-so mark.hedge").click();
	await expect(page.getByText("your own word list “House words” has it")).toBeVisible();
	await page.keyboard.press("Escape");
	await choose({ ...pack, tests: [{ text: "It is set to close.", marks: [] }] });
	await expect(page.getByRole("alert")).toContainText(
		"In “It is set to close.” it marks “set to”, but the test expects nothing.",
	);
});

test("a long text is edited without a wait: the part that is typed in is marked, then all of it", async ({
	page,
}) => {
	await open(page);
	const block = "The mayor said on Monday that the bridge may close. Nobody else was asked about it.";
	const blocks = Array.from({ length: 1500 }, (_, n) => (n === 2 ? "It is late." : block));
	await paste(page, { "text/plain": blocks.join("\n\n") });
	await expect(page.getByRole("status").first()).toContainText("2,999 sentences");
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await expect(page.getByText("only the part you edit is marked")).toBeVisible();
	await page.locator("said-so .block").nth(2).click();
	await page.keyboard.press("End");
	await page.keyboard.type(" Ms. Li said no.");
	const painted = () =>
		page.evaluate(() =>
			[...CSS.highlights]
				.filter(([name]) => name.includes("-cue-"))
				.flatMap(([, ranges]) => [...ranges].map((range) => range.startContainer.textContent)),
		);
	await expect.poll(painted).toContain("It is late. Ms. Li said no.");
	expect((await painted()).length).toBeLessThan(50);
	await expect(page.locator("said-so .panel")).toContainText("Ms. Li");
	await expect(page.getByRole("status").first()).toContainText("3,000 sentences");
	await page.keyboard.press("Control+Z");
	await expect(page.locator("said-so .block").nth(2)).not.toContainText("no.");
	await page.keyboard.press("Control+Shift+Z");
	await page.getByRole("button", { name: "Done editing" }).click();
	await expect(page.getByRole("status").first()).toContainText("3,000 sentences");
	await expect(page.locator("said-so .block").nth(2)).toHaveText("It is late. Ms. Li said no.");
	await expect(page.locator("said-so .block")).toHaveCount(1500);
});

test("a file that is refused leaves what was found in the article", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "It rained. The mayor said it may snow." });
	const status = page.locator("said-so .status");
	await expect(status).toContainText("2 sentences");
	await file(page, "program.json", '{"name":"x"}');
	await expect(page.getByRole("alert")).toContainText("“program.json” is no report that was saved here");
	await expect(status).toContainText("2 sentences");
});
