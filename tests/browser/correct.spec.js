// @ts-check
//! The desk: a reader corrects marks, and everything that is counted, listed, kept, sent and exported follows.

import { cards, changesTab, correct, read, TEXT } from "./corrections.js";
import { expect, expectAccessible, marked, open, paste, picture, started, test } from "./page.js";

test("a reader who never corrects sees nothing of it but one word in the popover", async ({ page }) => {
	await read(page);
	await expect(changesTab(page)).toHaveCount(0);
	await page.locator("said-so mark.cue").first().click();
	await expect(page.locator("said-so .popover .desk select").first()).toBeHidden();
	await picture(page, "desk-closed-light");
});

test("not said by him: cards, shares and exports follow, and it can be undone", async ({ page }) => {
	await read(page);
	const desk = await correct(page, "mark.cue", 1);
	await picture(page, "desk-correct-light");
	await expectAccessible(page);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption({ label: "Ana Brook" });
	await desk.getByRole("button", { name: "Change", exact: true }).click();
	await expect(page.locator("said-so .status")).toContainText("Changed: “it was not” is by Ana Brook");
	await expect(page.locator("said-so mark.cue").nth(1)).toBeFocused();
	expect(await page.locator("said-so .card").first().textContent()).toContain("Ana Brook");
	await expect(page.locator("said-so .status")).toContainText("5 sentences", { timeout: 12_000 });
	const csv = await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).export("csv"));
	expect(csv).toMatch(/it was not,Ana Brook/);
	await changesTab(page).click();
	await picture(page, "desk-changes-light");
	await expectAccessible(page);
	await page.getByRole("button", { name: /^Undo: “it was not” is by Ana Brook/ }).click();
	await expect(changesTab(page)).toHaveCount(0);
	expect(await cards(page)).toHaveLength(3);
});

test("a new name, a source without one, and nobody who is clear", async ({ page }) => {
	await read(page);
	let desk = await correct(page, "mark.cue", 0);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption("other");
	await desk.getByRole("textbox", { name: "Name" }).first().fill("Cleo Marsh");
	await page.keyboard.press("Enter");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Cleo Marsh" })).toHaveCount(1);
	desk = await correct(page, "mark.cue", 0);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption("unclear");
	await desk.getByRole("button", { name: "Change", exact: true }).click();
	await expect(page.locator("said-so .card.unclear")).toHaveCount(1);
	desk = await correct(page, "mark.cue", 0);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption("nobody");
	await desk.getByRole("button", { name: "Change", exact: true }).click();
	await expect(page.locator("said-so .card.unnamed h3").first()).toContainText("Ana Brook");
	for (const _ of "123") await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveCount(0);
});

test("sources are renamed, merged and split", async ({ page }) => {
	await read(page);
	let desk = await correct(page, "mark.cue", 1);
	await desk.getByText("The source “Ray Hale”").click();
	await picture(page, "desk-source-light");
	await desk.getByRole("textbox", { name: "Name" }).last().fill("Raymond Hale");
	await desk.getByRole("button", { name: "Rename" }).click();
	await expect(page.locator("said-so .card h3").filter({ hasText: "Raymond Hale" })).toHaveCount(1);
	desk = await correct(page, "mark.cue", 1);
	await desk.getByText("The source “Raymond Hale”").click();
	await desk.getByRole("combobox", { name: "The same as" }).selectOption({ label: "Ana Brook" });
	await desk.getByRole("button", { name: "Merge" }).click();
	expect(await cards(page)).toHaveLength(2);
	desk = await correct(page, "mark.cue", 0);
	await desk.getByText("The source “Ana Brook”").click();
	await desk.getByRole("checkbox").first().check();
	await desk
		.getByRole("form", { name: /somebody else/ })
		.getByRole("combobox")
		.selectOption("nobody");
	await desk.getByRole("button", { name: "Split off" }).click();
	expect(await cards(page)).toHaveLength(3);
});

test("a claim has a source, and a mark that is none goes", async ({ page }) => {
	await read(page);
	const claims = page.locator("said-so [data-kind=claim] .count");
	await expect(claims).toHaveText("1");
	let desk = await correct(page, "mark.claim");
	await picture(page, "desk-claim-light");
	await desk.getByRole("combobox", { name: "Its source is" }).selectOption({ label: "Ray Hale" });
	await desk.getByRole("button", { name: "This has a source" }).click();
	await expect(claims).toHaveText("0");
	expect(await marked(page, "mark.claim")).toEqual([]);
	desk = await correct(page, "mark.cue", 3);
	await desk.getByRole("button", { name: "No mark here" }).click();
	expect(await cards(page)).toHaveLength(2);
});

test("a removed mark is told by who, the cue and what was said, without a second pair of quotation marks", async ({
	page,
}) => {
	await read(page);
	const line = page.locator("said-so .made li");
	for (const [cue, words] of /** @type {const} */ ([
		[2, "No mark on “he added It leaks,”"],
		[0, "No mark on “Ana Brook said the dam was safe”"],
	])) {
		await (await correct(page, "mark.cue", cue)).getByRole("button", { name: "No mark here" }).click();
		await expect(page.locator("said-so .status")).toHaveText(`Changed: ${words}`);
	}
	await page.locator("said-so mark.claim").first().click();
	const popover = page.locator("said-so .popover");
	await popover.getByText("Note", { exact: true }).first().click();
	await popover.getByRole("textbox", { name: "Note" }).fill("Archive says 1932");
	await popover.getByRole("button", { name: "Save the note" }).click();
	await changesTab(page).click();
	await expect(changesTab(page)).toHaveText("Changes (3)");
	await expect(page.getByRole("heading", { name: "2 corrections" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "1 note" })).toBeVisible();
	await expect(line.first()).toContainText("No mark on “he added It leaks,”");
	await picture(page, "desk-removed-light");
	await page.getByRole("button", { name: "Undo: No mark on “Ana Brook said the dam was safe”" }).click();
	await expect(page.getByRole("heading", { name: "1 correction", exact: true })).toBeVisible();
	expect(await marked(page, "mark.cue")).toContain("said");
});

test("where several marks are told of at one point, none is squeezed beside their number", async ({
	page,
}) => {
	await open(page);
	await paste(page, { "text/plain": "Ray Hale said the survey had shown that the dam was safe." });
	await page.locator("said-so mark.cue").last().click();
	await expect(page.getByText("2 marks here")).toBeVisible();
	const [list, all] = await page
		.locator("said-so .popover")
		.evaluate((node) => [node.querySelector("dl")?.clientWidth ?? 0, node.clientWidth]);
	expect(list).toBeGreaterThan(all - 48);
});

test("marks are added by selecting words, by keyboard too", async ({ page }) => {
	await read(page);
	await page.getByRole("tab", { name: "Findings" }).click();
	await page.getByRole("button", { name: "Add a mark" }).click();
	const tools = page.getByRole("group", { name: "Add a mark" });
	await expect(page.locator("said-so [role=textbox].article")).toBeFocused();
	await page.keyboard.press("Control+Home");
	for (let n = 0; n < 7; n++) await page.keyboard.press("Shift+ArrowRight");
	await expect(tools.getByRole("status")).toHaveText("“The dam”");
	await picture(page, "desk-add-light");
	await expectAccessible(page);
	await tools.getByRole("combobox", { name: "These words are" }).selectOption("hedge");
	await tools.getByRole("button", { name: "Mark", exact: true }).click();
	await tools.getByRole("combobox", { name: "These words are" }).selectOption("quote");
	await tools.getByRole("combobox", { name: "Said by" }).selectOption({ label: "Ray Hale" });
	await tools.getByRole("button", { name: "Mark", exact: true }).click();
	await tools.getByRole("button", { name: "Done" }).click();
	expect((await marked(page, "mark.content"))[0]).toBe("The dam");
	await expect(changesTab(page)).toHaveText("Changes (2)");
	await page.locator("said-so mark.content").first().click();
	await expect(page.locator("said-so .popover")).toContainText("You said so");
});

test("what is missing before words can be marked is said", async ({ page }) => {
	await read(page);
	await page.getByRole("button", { name: "Add a mark" }).click();
	const tools = page.getByRole("group", { name: "Add a mark" });
	const mark = tools.getByRole("button", { name: "Mark", exact: true });
	await expect(page.locator("said-so [role=textbox].article")).toBeFocused();
	await page.keyboard.press("Control+Home");
	for (let n = 0; n < 7; n++) await page.keyboard.press("Shift+ArrowRight");
	await expect(tools.getByRole("status")).toHaveText("“The dam”");
	await mark.click();
	await expect(tools.getByRole("status")).toHaveText("Choose who says these words first.");
	const who = tools.getByRole("combobox", { name: "Said by" });
	await expect(who).toBeFocused();
	await who.selectOption("other");
	await mark.click();
	await expect(tools.getByRole("textbox", { name: "Name" })).toBeFocused();
});

test("a quotation that is no mark leaves no claim without a source", async ({ page }) => {
	await open(page);
	await paste(page, {
		"text/plain": "“The dam was built in 1931 and holds 40 tonnes,” said Ana Brook. It rained.",
	});
	const claims = page.locator("said-so mark.claim");
	await expect(page.locator("said-so mark.cue")).toHaveCount(1);
	const before = await claims.count();
	const desk = await correct(page, "mark.cue");
	await desk.getByRole("button", { name: "No mark here" }).click();
	await expect(page.locator("said-so mark.cue")).toHaveCount(0);
	await expect(claims).toHaveCount(before);
	await page.keyboard.press("Control+z");
	await expect(page.locator("said-so mark.cue")).toHaveCount(1);
});

test("adding a mark is offered at once: in the bar, beside selected words, by key and in the menu; Esc leaves it", async ({
	page,
}) => {
	await page.setViewportSize({ width: 1280, height: 560 });
	await open(page);
	await paste(page, { "text/plain": Array.from({ length: 12 }, () => TEXT).join("\n\n") });
	await expect(page.locator("said-so .block")).toHaveCount(36);
	await page.getByRole("button", { name: "Add a mark" }).scrollIntoViewIfNeeded();
	const block = page.locator("said-so .block").first();
	const { x, y } = /** @type {{ x: number, y: number }} */ (await block.boundingBox());
	await page.mouse.move(x + 1, y + 10);
	await page.mouse.down();
	await page.mouse.move(x + 90, y + 10, { steps: 6 });
	await page.mouse.up();
	const offer = page.locator("said-so .offer");
	await expect(offer).toHaveText("Add a mark");
	await expect(offer).toBeVisible();
	await picture(page, "desk-offer-light");
	await expectAccessible(page);
	await offer.click();
	const tools = page.getByRole("group", { name: "Add a mark" });
	await expect(tools.getByRole("status")).toContainText(/^“The dam/);
	await expect(offer).toBeHidden();

	// The tools stay at the bottom and cover no tab, wherever the page is scrolled to.
	await page.mouse.wheel(0, 900);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
	const tab = page.getByRole("tab", { name: "Findings" });
	await tab.click();
	await expect(tab).toHaveAttribute("aria-selected", "true");
	const [above, below] = [await tab.boundingBox(), await tools.boundingBox()];
	expect(Number(above?.y) + Number(above?.height)).toBeLessThanOrEqual(Number(below?.y));
	await picture(page, "desk-adding-scrolled-light");

	await tools.getByRole("combobox").first().focus();
	await page.keyboard.press("Escape");
	await expect(tools).toBeHidden();
	await expect(page.getByRole("button", { name: "Add a mark" })).toBeFocused();
	await page.keyboard.press("Alt+m");
	await expect(page.locator("said-so [role=textbox].article")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(tools).toBeHidden();
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Add a mark" }).click();
	await expect(tools).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(tools).toBeHidden();
});

test("a note and a status are kept with the claim, listed, exported and printed", async ({ page }) => {
	await read(page);
	await page.locator("said-so mark.claim").click();
	const popover = page.locator("said-so .popover");
	await popover.getByText("Note", { exact: true }).first().click();
	await popover.getByRole("combobox", { name: "Status" }).selectOption("asked");
	await popover.getByRole("textbox", { name: "Note" }).fill("Archive says 1932");
	await picture(page, "desk-note-light");
	await expectAccessible(page);
	await popover.getByRole("button", { name: "Save the note" }).click();
	await expect(page.locator("said-so .status")).toContainText("The note is saved.");
	await expect(page.locator("said-so mark.claim")).toBeFocused();
	await expect(page.locator("said-so .card.claim .go .badge")).toHaveText("asked");
	await page.getByRole("tab", { name: "Findings" }).click();
	await expect(page.locator("said-so .findings .badge")).toHaveText("asked");
	await changesTab(page).click();
	await expect(page.getByRole("tabpanel")).toContainText("asked Archive says 1932");
	const written = (/** @type {string} */ format) =>
		page.evaluate((id) => /** @type {any} */ (document.querySelector("said-so")).export(id), format);
	for (const format of ["csv", "checklist", "markdown", "html"])
		expect(await written(format)).toContain("Archive says 1932");
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await expect(page.locator("said-so .printed")).toContainText("asked: Archive says 1932");
	// On paper stand the totals, not what was said last, and the lines under words of this article.
	await expect(page.locator("said-so .status")).toContainText("5 sentences");
	await expect(page.locator("said-so .printed .sample")).toHaveText([
		"Ana Brook",
		"A spokesman",
		"said",
		"the dam was safe",
		"The dam was built in 1931",
	]);
	await page.emulateMedia({ media: "print" });
	await picture(page, "desk-print");
	await page.emulateMedia({ media: null });
	await page.locator("said-so mark.claim").click();
	await popover.getByRole("textbox", { name: "Note" }).fill("Asked twice");
	await page.keyboard.press("Escape");
	await expect(popover).toBeHidden();
	await expect(page.locator("said-so .status")).toContainText("The note is saved.");
	await page.locator("said-so mark.claim").click();
	await expect(popover.getByRole("textbox", { name: "Note" })).toHaveValue("Asked twice");
	await popover.getByRole("textbox", { name: "Note" }).fill("");
	await popover.getByRole("combobox", { name: "Status" }).selectOption("");
	await popover.getByRole("button", { name: "Save the note" }).click();
	await expect(changesTab(page)).toHaveCount(0);
});

test("a reload keeps corrections with the article, if it is kept, and a menu offers them as lessons", async ({
	page,
}) => {
	await read(page);
	const desk = await correct(page, "mark.claim");
	await desk.getByRole("button", { name: "No mark here" }).click();
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("checkbox", { name: /through a reload/ }).check();
	await page.keyboard.press("Escape");
	await page.reload();
	await started(page);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	expect(await marked(page, "mark.claim")).toEqual([]);
	await page.getByRole("button", { name: "Export" }).click();
	await expect(page.getByRole("button", { name: /^Corrections/ })).toBeVisible();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Control+z");
	expect(await marked(page, "mark.claim")).toHaveLength(1);
	await page.getByRole("button", { name: "Export" }).click();
	await expect(page.getByRole("button", { name: /^Corrections/ })).toHaveCount(0);
});

for (const [name, width, height, media] of /** @type {const} */ ([
	["dark", 1280, 720, { colorScheme: "dark" }],
	["narrow", 390, 844, {}],
	["forced", 1280, 720, { forcedColors: "active" }],
	["narrow-dark", 390, 844, { colorScheme: "dark" }],
]))
	test(`the desk can be seen and reached: ${name}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia(media);
		await read(page);
		let desk = await correct(page, "mark.cue", 1);
		await picture(page, `desk-correct-${name}`);
		await expectAccessible(page);
		await desk.getByText("The source “Ray Hale”").click();
		await picture(page, `desk-source-${name}`);
		await desk.getByRole("button", { name: "No mark here" }).click();
		desk = await correct(page, "mark.claim");
		await desk.getByRole("combobox", { name: "Its source is" }).selectOption({ label: "Ana Brook" });
		await desk.getByRole("button", { name: "This has a source" }).click();
		await changesTab(page).click();
		await picture(page, `desk-changes-${name}`);
		await expectAccessible(page);
		await page.getByRole("button", { name: "Add a mark" }).click();
		await page.keyboard.press("Control+Home");
		for (let n = 0; n < 7; n++) await page.keyboard.press("Shift+ArrowRight");
		await picture(page, `desk-add-${name}`);
		await expectAccessible(page);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide).toBeLessThanOrEqual(width);
	});
