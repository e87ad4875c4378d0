// @ts-check
//! The page's tools: keys, help, sharing, exporting, printing, comparing, marking by hand, working offline.

import { readFileSync } from "node:fs";
import { expect, expectAccessible, marked, open, paste, picture, show, started, test } from "./page.js";
import { reportOf } from "./report.js";

const news = () =>
	reportOf(
		[
			"{source Ms. Li} {cue said} {content we won’t cut}. 😀",
			"{claim It was built in 1902.}",
			"It {hedge:modal may} rain.",
		],
		[{ name: "Ms. Li" }],
	);

test("the whole way by keyboard: paste, first mark, popover, source, back, export", async ({ page }) => {
	await open(page);
	await paste(page, {
		"text/plain": "Mayor Ana Ruiz said the bridge would stay closed. Nobody else was asked.",
	});
	await expect(page.getByRole("status").first()).toContainText("1 source");
	await page.keyboard.press("F8");
	await expect(page.locator("said-so mark.cue")).toBeFocused();
	await page.keyboard.press("Enter");
	const popover = page.getByRole("dialog", { name: "About this mark" });
	await expect(popover).toContainText("Ana Ruiz");
	for (
		let n = 0;
		n < 9 && !(await page.getByRole("button", { name: "More from this source" }).evaluate(isActive));
		n++
	)
		await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await expect(popover).toBeHidden();
	const statement = page.getByRole("button", { name: /said the bridge would stay closed/ });
	await expect(statement).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.locator("said-so mark.cue")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(statement).toBeFocused();
	await page.getByRole("button", { name: "Export" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog", { name: "Export" })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("button", { name: "Export" })).toBeFocused();
});

/** @param {Element} node */
const isActive = (node) => /** @type {ShadowRoot} */ (node.getRootNode()).activeElement === node;

test("? opens the help sheet, Ctrl+Shift+H hides the marks without moving the text", async ({ page }) => {
	await open(page);
	await page.keyboard.press("?");
	await expect(page.getByRole("dialog", { name: "Reading with saidso" })).toContainText("Shift+F8");
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	const places = () =>
		page
			.locator("said-so .block")
			.evaluateAll((blocks) => blocks.map((block) => JSON.stringify(block.getBoundingClientRect())));
	const before = await places();
	await page.keyboard.press("Control+Shift+H");
	await expect(page.locator("said-so mark")).toHaveCount(0);
	expect(await places()).toEqual(before);
	await page.keyboard.press("Control+Shift+H");
	await page.keyboard.press("Alt+4");
	await page.keyboard.press("Alt+5");
	expect(await places()).toEqual(before);
	await page.keyboard.press("Control+Shift+M");
	await expect(page.getByRole("complementary")).toBeHidden();
});

test("a link opens the same text with the same marks hidden; a cut one says so", async ({
	page,
	context,
}) => {
	await open(page);
	await paste(page, { "text/plain": "The mayor said no. It may rain." });
	await page.keyboard.press("Alt+4");
	await expect.poll(() => marked(page, "mark.hedge")).toEqual(["may"]);
	await page.getByRole("button", { name: "Share" }).click();
	const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
	expect(link).toMatch(/#d=[\w-]+$/);
	await expectAccessible(page);
	const other = await context.newPage();
	await other.goto(link);
	await expect(other.locator("said-so .block")).toHaveText("The mayor said no. It may rain.");
	await expect.poll(() => marked(other, "mark.hedge")).toEqual(["may"]);
	await other.goto("about:blank");
	await other.goto(link.slice(0, -20));
	await expect(other.getByRole("alert")).toContainText("damaged or was cut short");
	await other.close();
});

test("an article that is too long for a link gets its sentence", async ({ page }) => {
	await open(page);
	const text = await page.evaluate(() => {
		const letters = crypto.getRandomValues(new Uint8Array(64_000));
		return Array.from(letters, (byte) => String.fromCodePoint(0x4e00 + byte * 60)).join("");
	});
	await paste(page, { "text/plain": text });
	await expect
		.poll(() => page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value.length))
		.toBe(64_000);
	await page.getByRole("button", { name: "Share" }).click();
	await expect(page.getByRole("alert")).toContainText("too long for a link");
});

test("every format is offered with what it is for, and comes as a file", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.getByRole("button", { name: "Export" }).click();
	await expectAccessible(page);
	const choices = page.getByRole("dialog").getByRole("listitem");
	await expect(choices).toHaveCount(7);
	await page.keyboard.press("Escape");
	for (const [name, extension, piece] of [
		["JSON", ".saidso.json", '"saidso/bundle/1"'],
		["CSV", ".csv", "Ms. Li"],
		["Markdown", ".md", "Ms. Li"],
		["HTML", ".html", "<!doctype html>"],
		["Checklist", ".checklist.md", "1902"],
		["Web Annotation", ".jsonld", "TextPositionSelector"],
		["ClaimReview", ".claims.jsonld", "ClaimReview"],
	]) {
		await page.getByRole("button", { name: "Export" }).click();
		const loading = page.waitForEvent("download");
		await page
			.getByRole("dialog")
			.getByRole("button", { name: new RegExp(`^${name} `) })
			.click();
		const download = await loading;
		expect(download.suggestedFilename()).toBe(`ms-li-said-we-won-t${extension}`);
		expect(readFileSync(await download.path(), "utf8")).toContain(piece);
	}
});

test("on paper every mark has its number, and notes and sources follow", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.keyboard.press("Alt+4");
	await page.emulateMedia({ media: "print" });
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	const notes = page.locator("said-so .printed ol li");
	await expect(notes).toHaveCount(3);
	await expect(notes.first()).toContainText("Ms. Li – said (clear): we won’t cut");
	await expect(page.locator("said-so .printed ol")).toContainText("It was built in 1902");
	await expect(page.locator("said-so .printed ul")).toContainText("Ms. Li");
	await expect(page.locator("said-so .panel")).toBeHidden();
	const printed = page.locator("said-so .printed");
	await expect(printed.getByRole("heading", { name: "The marks" })).toBeVisible();
	await expect(printed.locator("dt .sample.unnamed")).toBeVisible();
	const year = String(new Date().getFullYear());
	await expect(printed.locator("p").last()).toContainText(year);
	await picture(page, "print");
	const number = await page
		.locator("said-so mark[tabindex]")
		.first()
		.evaluate((mark) => getComputedStyle(mark, "::after").content);
	expect(number).toContain("counter(note)");
});

test("two articles stand side by side, their shared sources aligned", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "Ana Ruiz said it was safe. The bridge opened in 1902." });
	await expect(page.getByRole("status").first()).toContainText("1 source");
	await page.getByRole("button", { name: "More" }).click();
	await expectAccessible(page);
	await page.getByRole("button", { name: "Compare with another article" }).click();
	await page
		.getByLabel("The other article")
		.fill("Ana Ruiz said it would close. Ben Okoro said nothing was wrong.");
	await page.getByRole("button", { name: "Compare", exact: true }).click();
	const shared = page.getByRole("table").first().getByRole("row").nth(1);
	await expect(shared.getByRole("cell").first()).toContainText("Ana Ruiz");
	await expect(shared.getByRole("cell").last()).toContainText("Ana Ruiz");
	await expect(page.getByRole("dialog")).toContainText("Ben Okoro");
	await expectAccessible(page);
});

test("a long text can be the other one", async ({ page }) => {
	await open(page);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Compare with another article" }).click();
	// As a paste does it, at once: typing so many lines takes Chromium half a minute.
	await page.getByLabel("The other article").evaluate((area) => {
		const text = "Marta Lindqvist said no. Nothing was sold.\n\n".repeat(2000);
		/** @type {HTMLTextAreaElement} */ (area).setRangeText(text);
		area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
	});
	await page.getByRole("button", { name: "Compare", exact: true }).click();
	await expect(page.getByRole("dialog")).toContainText("2,000 statements", { timeout: 20_000 });
});

test("the reader marks first, then sees what both found", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.getByRole("button", { name: "More" }).click();
	await page.getByRole("button", { name: "Mark it yourself first" }).click();
	await expect(page.locator("said-so mark")).toHaveCount(0);
	await expectAccessible(page);
	const box = await page.locator("said-so .block").first().boundingBox();
	if (!box) throw new Error("the article is not there");
	await page.mouse.dblclick(box.x + 40, box.y + box.height / 2);
	await page.getByRole("button", { name: "a source", exact: true }).click();
	await expect(page.locator("said-so mark.source")).toHaveCount(1);
	await page.getByRole("button", { name: "Reveal" }).click();
	await expect(page.getByText("1 both · 0 only you · 4 only saidso")).toBeVisible();
	await page.getByRole("button", { name: "Only saidso" }).click();
	expect(await marked(page, "mark.source")).toEqual([]);
	await page.getByRole("button", { name: "Stop" }).click();
	expect(await marked(page, "mark.cue")).toEqual(["said"]);
});

test("marking by hand works by keyboard alone, and nothing can be typed", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).teach());
	await page.keyboard.press("Control+Home");
	await page.keyboard.type("x");
	for (let n = 0; n < 6; n++) await page.keyboard.press("Shift+ArrowRight");
	await page.getByRole("button", { name: "a source", exact: true }).focus();
	await page.keyboard.press("Enter");
	expect(await marked(page, "mark.source")).toEqual(["Ms. Li"]);
	expect(await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value)).toMatch(
		/^Ms\. Li said/,
	);
});

test.describe("without a connection", () => {
	test.use({ keepsPage: true });

	test("the page opens and marks without a connection after one visit", async ({ page, context }) => {
		await open(page);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
		await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
		await context.setOffline(true);
		await page.reload();
		await started(page);
		await paste(page, { "text/plain": "The mayor said no." });
		await expect.poll(() => marked(page, "mark.cue")).toEqual(["said"]);
		await context.setOffline(false);
	});
});

test("an export and a print say which file the article came from", async ({ page }) => {
	await open(page);
	await page.locator("said-so input[type=file]").setInputFiles({
		name: "dam.txt",
		mimeType: "text/plain",
		buffer: Buffer.from("Ana Brook said no."),
	});
	await expect(page.locator("said-so .block")).toHaveText(["Ana Brook said no."]);
	const written = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so")).export("html"),
	);
	expect(written).toContain("From dam.txt.");
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await expect(page.locator("said-so .printed p").last()).toContainText("From dam.txt.");
});

test("one number for one thing: status, cards and switches agree on who has no name", async ({ page }) => {
	await open(page);
	const count = async (/** @type {RegExp} */ pattern) =>
		Number((await page.getByRole("status").first().textContent())?.match(pattern)?.[1] ?? 0);
	const [role, unnamed] = [await count(/(\d+) role only/), await count(/(\d+) unnamed/)];
	const cards = page.locator("said-so .card");
	const badges = (/** @type {string} */ badge) => cards.filter({ has: page.locator(`.badge.${badge}`) });
	expect(unnamed).toBeGreaterThan(0);
	expect(await badges("role").count()).toBe(role);
	expect(await badges("unnamed").count()).toBe(unnamed);
	for (const more of await page.getByRole("button", { name: /^Show all/ }).all()) await more.click();
	const nameless = page.locator("said-so .card:is(.role, .unnamed, .unclear) .statements .go");
	await expect(page.locator("said-so .kind[data-kind=unnamed] .count")).toHaveText(
		String(await nameless.count()),
	);
});

test("bars and cards give the same share of the same words", async ({ page }) => {
	await open(page);
	const share = (/** @type {string} */ words) => /[\d,]+ words? · \d+%/.exec(words)?.[0];
	const meters = (/** @type {string} */ selector) =>
		page
			.locator(selector)
			.evaluateAll((all) => all.map((one) => /** @type {HTMLMeterElement} */ (one).value));
	const cards = (await page.locator("said-so .card .share").allTextContents()).map(share);
	const values = await meters("said-so .card meter");
	await page.getByRole("tab", { name: "Numbers" }).click();
	const list = page.locator("said-so .bars").last();
	const bars = (await list.locator(".n").allTextContents()).map(share);
	expect(bars.length).toBeGreaterThan(3);
	expect(bars).toEqual(cards.slice(0, bars.length));
	const drawn = await list
		.locator("meter")
		.evaluateAll((all) => all.map((one) => /** @type {HTMLMeterElement} */ (one).value));
	expect(drawn).toEqual(values.slice(0, drawn.length));
});

for (const [name, list, words] of /** @type {[string, string, string][]} */ ([
	["that is no JSON", "words: a, b", "it is not a JSON file, or it is damaged."],
	["that is nothing", "null", "it is not a JSON file, or it is damaged."],
	["without a name", '{"entries":[],"tests":[]}', "“name” is missing, or is not what belongs there."],
	[
		"with an entry without words",
		'{"name":"a","entries":[{"words":"b","kind":"modal"},{"kind":"modal"}],"tests":[{"text":"a","marks":[]}]}',
		"in entry 2, “words” is missing, or is not what belongs there.",
	],
	[
		"with a test without a text",
		'{"name":"a","entries":[{"words":"b","kind":"modal"}],"tests":[{"marks":[]}]}',
		"in test 1, “text” is missing, or is not what belongs there.",
	],
	[
		"with a kind that there is not",
		'{"name":"a","entries":[{"words":"b","kind":"lie"}],"tests":[{"text":"a","marks":[]}]}',
		"there is no kind of hedge “lie”.",
	],
]))
	test(`a word list ${name} gets a sentence, not what a program would be told`, async ({ page }) => {
		await open(page);
		await page.getByRole("button", { name: "More", exact: true }).click();
		await page.getByRole("button", { name: "Your own words…" }).click();
		const choosing = page.waitForEvent("filechooser");
		await page.getByRole("button", { name: "Open a word list…" }).click();
		const buffer = Buffer.from(list);
		await (await choosing).setFiles({ name: "words.json", mimeType: "application/json", buffer });
		await expect(page.getByRole("alert")).toContainText(words);
		await expect(page.getByRole("alert")).not.toContainText(/Invalid|Expected|undefined|entries\./);
	});
