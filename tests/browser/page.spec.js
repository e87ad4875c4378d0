// @ts-check
//! The page as a reader meets it: the sample, pasting, pointing, the panel, the keyboard.

import { expect, expectAccessible, marked, open, paste, picture, show, test } from "./page.js";
import { reportOf } from "./report.js";

/** @import { Page } from "@playwright/test" */

const news = () =>
	reportOf(
		[
			"Council votes on tram line",
			"{content “We won’t cut a single stop,”} {cue said} {source Ms. Li}, who leads the council. 😀",
			"{source Two people close to the talks} {cue said} {content the line {hedge:modal may} be late}.",
			"{claim The first tracks were laid in 1902.}",
		],
		[
			{ name: "Ms. Li", description: "who leads the council" },
			{ name: "Two people close to the talks", named: false },
		],
	);

test("the sample is there at once, marked, and says what was found", async ({ page }) => {
	await open(page);
	await expect(page.getByRole("heading", { name: "saidso" })).toBeVisible();
	await expect(page.getByText("Your text stays on this page")).toBeVisible();
	await expect(page.getByRole("status").first()).toContainText(/\d+ sentences · \d+ sources/);
	expect((await marked(page, "mark.cue")).length).toBeGreaterThan(5);
	await expectAccessible(page);
});

test("source, cue and content are marked, and lit together", async ({ page }) => {
	await open(page);
	await show(page, news());
	expect(await marked(page, "mark.source")).toEqual(["Ms. Li", "Two people close to the talks"]);
	expect(await marked(page, "mark.source.unnamed")).toEqual(["Two people close to the talks"]);
	await page.locator("said-so mark.cue").first().hover();
	expect(await marked(page, "mark.lit")).toEqual(["“We won’t cut a single stop,”", "said", "Ms. Li"]);
});

test("hedges are one press away, and a switch shows its count", async ({ page }) => {
	await open(page);
	await show(page, news());
	expect(await marked(page, "mark.hedge")).toEqual([]);
	const hedges = page.getByRole("button", { name: "Hedges 1" });
	await expect(hedges).toHaveAttribute("aria-pressed", "false");
	await hedges.click();
	expect(await marked(page, "mark.hedge")).toEqual(["may"]);
	await page.keyboard.press("Alt+1");
	expect(await marked(page, "mark.source:not(.unnamed)")).toEqual([]);
});

test("the popover says why, and Esc gives the focus back", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.locator("said-so mark.cue").first().click();
	const popover = page.getByRole("dialog", { name: "About this mark" });
	await expect(popover).toContainText("Ms. Li, who leads the council");
	await expect(popover).toContainText("clear");
	await expect(popover).toContainText("Why it is marked");
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await expect(popover).toBeHidden();
	await expect(page.locator("said-so mark.cue").first()).toBeFocused();
});

test("overlapping marks are all listed at the point", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.keyboard.press("Alt+4");
	await page.locator("said-so mark.hedge").click();
	const popover = page.getByRole("dialog", { name: "About this mark" });
	await expect(popover.getByRole("heading", { level: 2 })).toHaveCount(2);
	await expect(popover).toContainText("Hedge · possibility");
});

test("one mark, or its rule, can be hidden and brought back", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.locator("said-so mark.claim").click();
	await page.getByRole("button", { name: "Hide this one" }).click();
	expect(await marked(page, "mark.claim")).toEqual([]);
	await page.locator("said-so mark.cue").first().click();
	await page.getByRole("button", { name: "Hide this rule" }).click();
	expect(await marked(page, "mark.cue")).toEqual([]);
	await page.getByRole("tab", { name: "Findings" }).click();
	await expect(page.getByText("3 hidden by you")).toBeVisible();
	await page.getByRole("button", { name: "Show them again" }).click();
	expect(await marked(page, "mark.cue")).toEqual(["said", "said"]);
});

test("a statement in the panel leads to its place in the text", async ({ page }) => {
	await open(page);
	await show(page, news());
	const panel = page.getByRole("complementary");
	await expect(panel.getByRole("heading", { name: "Ms. Li named" })).toBeVisible();
	await panel.getByRole("button", { name: /the line may be late/ }).click();
	await expect(page.locator("said-so mark.cue").nth(1)).toBeFocused();
	await expect(panel.getByRole("heading", { name: "Claims without a source" })).toBeVisible();
});

test("what is only believed or wished can be left out", async ({ page }) => {
	await open(page);
	const made = reportOf(
		["{source Ms. Li} {cue said} {content no}.", "{source Mr. Ray} {cue wants} {content more}."],
		[{ name: "Ms. Li" }, { name: "Mr. Ray" }],
	);
	made.report.attributions[1].act = "attitude";
	await show(page, made);
	await page.locator("said-so mark.cue").last().click();
	await expect(page.getByText("what they want or feel")).toBeVisible();
	await page.keyboard.press("Escape");
	await page.getByRole("tab", { name: "Findings" }).click();
	await page.getByText("Filters").click();
	const box = page.getByRole("checkbox", { name: "Only what was said" });
	await box.check();
	await expect(box).toBeFocused();
	expect(await marked(page, "mark.cue")).toEqual(["said"]);
	await box.uncheck();
	expect(await marked(page, "mark.cue")).toEqual(["said", "wants"]);
});

test("a source that is not clear is called unclear, in the words of the text", async ({ page }) => {
	await open(page);
	const made = reportOf(["{source They} {cue said} {content no}."], [{ name: "They" }]);
	made.report.sources = [];
	made.report.attributions[0].source = null;
	await show(page, made);
	await page.locator("said-so mark.cue").click();
	await expect(page.getByText("unclear: “They”")).toBeVisible();
	await expect(page.getByRole("heading", { name: "No source given, or unclear" })).toBeVisible();
});

test("the panel shows which of its lines the reader is at", async ({ page }) => {
	await open(page);
	await page.keyboard.press("F8");
	await page.keyboard.press("F8");
	const line = page.locator("said-so .panel [aria-current]");
	await expect(line).toHaveCount(1);
	await expect(line).toBeInViewport();
	await expect(line).toContainText("The century-old swing bridge");
});

test("a line in the panel leads to its words although their kind was not shown", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.getByRole("tab", { name: "Findings" }).click();
	expect(await marked(page, "mark.hedge")).toEqual([]);
	await page.locator("said-so .findings .go.hedge").click();
	await expect(page.locator("said-so mark.hedge")).toBeFocused();
	await expect(page.getByRole("button", { name: /^Hedges/ })).toHaveAttribute("aria-pressed", "true");
});

test("what is hidden is gone from the sources too", async ({ page }) => {
	await open(page);
	await show(page, news());
	const card = page.getByRole("heading", { name: "Ms. Li named" });
	await expect(card).toBeVisible();
	await page.locator("said-so mark.cue").first().click();
	await page.getByRole("button", { name: "Hide this one" }).click();
	await expect(card).toBeHidden();
});

test("an empty page asks for an article, and leads back to the sample", async ({ page }) => {
	await open(page);
	await page.getByRole("button", { name: "More" }).click();
	await page.getByRole("button", { name: "Start with an empty page" }).click();
	await expect(page.getByRole("textbox", { name: "Article text" })).toBeFocused();
	await expect(page.getByRole("tab", { name: "Sources" })).toBeHidden();
	await page.getByRole("button", { name: "Show the sample article" }).click();
	await expect(page.locator("said-so .block").first()).toContainText("Harbour bridge");
	await expect(page.getByRole("button", { name: "Show the sample article" })).toBeHidden();
});

test("F8 walks through the marks, and back", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.keyboard.press("F8");
	await expect(page.locator("said-so mark.cue").first()).toBeFocused();
	await page.keyboard.press("F8");
	await page.keyboard.press("F8");
	await expect(page.locator("said-so mark.claim")).toBeFocused();
	await page.keyboard.press("Shift+F8");
	await expect(page.locator("said-so mark.cue").nth(1)).toBeFocused();
});

test("a place before a colon is run into its paragraph, as before a dash", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "MUMBAI: The mayor said it was late.\n\nNobody agreed." });
	await expect(page.locator("said-so .dateline.run-in")).toHaveText("MUMBAI:");
});

test("plain text pasted anywhere replaces the sample", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "The mayor said it was late. 😀\n\nNobody agreed." });
	await expect(page.locator("said-so .block")).toHaveText([
		"The mayor said it was late. 😀",
		"Nobody agreed.",
	]);
	expect(await marked(page, "mark.cue")).toEqual(["said"]);
});

test("a text file is opened", async ({ page }) => {
	await open(page);
	await page.locator("said-so input[type=file]").setInputFiles({
		name: "news.txt",
		mimeType: "text/plain",
		buffer: Buffer.from("The minister said no.\r\n\r\nThat was all."),
	});
	await expect(page.locator("said-so .block")).toHaveText(["The minister said no.", "That was all."]);
});

test("a file of another kind gets its sentence", async ({ page }) => {
	await open(page);
	await page.locator("said-so input[type=file]").setInputFiles({
		name: "picture.pdf",
		mimeType: "application/pdf",
		buffer: Buffer.from("%PDF"),
	});
	await expect(page.getByRole("alert")).toContainText("“picture.pdf” is damaged");
});

for (const [name, size, options] of /** @type {const} */ ([
	["wide-light", { width: 1280, height: 900 }, { colorScheme: "light" }],
	["wide-dark", { width: 1280, height: 900 }, { colorScheme: "dark" }],
	["narrow-light", { width: 390, height: 844 }, { colorScheme: "light" }],
	["smallest-dark", { width: 320, height: 640 }, { colorScheme: "dark" }],
	["forced-colors", { width: 1280, height: 900 }, { forcedColors: "active" }],
]))
	test(`${name}: nothing is cut off and axe finds nothing`, async ({ page }) => {
		await page.setViewportSize(size);
		await page.emulateMedia(options);
		await open(page);
		await page.keyboard.press("Alt+4");
		await picture(page, `sample-${name}`);
		await expectAccessible(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0,
		);
	});

/** @param {Page} page */
const send = (page) =>
	page.evaluate(() =>
		fetch("./icon.svg").then(
			() => "sent",
			() => "refused",
		),
	);

test.describe("what the policy refuses", () => {
	test.use({ refused: /violates the (following|document's) Content Security Policy/ });

	test("rich text keeps its blocks and loses its style and script", async ({ page }) => {
		await open(page);
		await paste(page, {
			"text/plain": "no",
			"text/html": `<h2 style="color:red">Title here</h2><p>One <b>bold</b> word.</p><script>alert(1)</script>
				<img src="https://example.org/x.png" onerror="alert(1)"><ul><li>First point</li></ul><blockquote>Quoted.</blockquote>`,
		});
		await expect(page.locator("said-so h2.block")).toHaveText("Title here");
		await expect(page.locator("said-so li.block")).toHaveText("First point");
		await expect(page.locator("said-so blockquote.block")).toHaveText("Quoted.");
		await expect(
			page.locator("said-so .article b, said-so .article [style], said-so .article img"),
		).toHaveCount(0);
	});

	for (const [name, act] of Object.entries({
		"a key": (/** @type {Page} */ page) => page.keyboard.press("F8"),
		"a click": (/** @type {Page} */ page) => page.mouse.click(5, 5),
		"a text from a script": (/** @type {Page} */ page) =>
			page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).annotate("It is late.")),
	}))
		test(`${name} closes the door`, async ({ page }) => {
			await open(page);
			await act(page);
			expect(await send(page)).toBe("refused");
		});

	test("so does a while in which nobody does anything", async ({ page }) => {
		await page.clock.install();
		await open(page);
		expect(await send(page)).toBe("sent");
		await page.clock.fastForward(15_000);
		expect(await send(page)).toBe("refused");
	});

	test("nothing can be sent once the page is loaded and a reader is there", async ({ page }) => {
		await open(page);
		/** @type {string[]} */
		const requests = [];
		page.on("request", (request) => requests.push(request.url()));
		await paste(page, { "text/plain": "The mayor said it was late." });
		await page.locator("said-so mark.cue").click();
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Share" }).click();
		await page.keyboard.press("Escape");
		await page.evaluate(async () => {
			const reader = /** @type {any} */ (document.querySelector("said-so"));
			const formats = ["json", "web-annotation", "csv", "markdown", "html", "checklist", "claim-review"];
			for (const format of formats) await reader.export(format);
			dispatchEvent(new Event("beforeprint"));
			await reader.annotate("The mayor said no. ".repeat(5000));
		});
		expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
			"",
			0,
			0,
		]);
		expect(requests).toEqual([]);
		const refused = await page.evaluate(async () => {
			const violation = new Promise((resolve) =>
				document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective)),
			);
			const sent = await fetch("./icon.svg").then(
				() => "sent",
				() => "refused",
			);
			return [sent, await violation];
		});
		expect(refused).toEqual(["refused", "connect-src"]);
	});
});
