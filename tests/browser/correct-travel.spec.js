// @ts-check
//! Corrections that travel: with files and links, through edits of their article, and into no other.

import { cards, changesTab, correct, read, TEXT } from "./corrections.js";
import { expect, marked, open, paste, picture, test } from "./page.js";

test("corrections travel with JSON, link and edit, and another article has none of them", async ({
	page,
}) => {
	await read(page);
	const desk = await correct(page, "mark.cue", 1);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption({ label: "Ana Brook" });
	await desk.getByRole("button", { name: "Change", exact: true }).click();
	expect(await cards(page)).toHaveLength(3);
	await page.getByRole("button", { name: "Share" }).click();
	const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
	await page.keyboard.press("Escape");
	const json = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so")).export("json"),
	);
	const bundle = JSON.parse(json);
	expect(bundle.report.attributions[1].source).toBe(0);
	expect(bundle.found.attributions[1].source).toBe(1);

	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+Home");
	await page.keyboard.type("It rained. ");
	await page.keyboard.press("Escape");
	await expect(changesTab(page)).toHaveText("Changes (1)");

	await paste(page, { "text/plain": "Somebody else wrote this. It has nothing in common." });
	await expect(changesTab(page)).toHaveCount(0);
	await page.goto("about:blank");
	await page.goto(link);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.evaluate((json) => {
		const file = new File([json], "a.json", { type: "application/json" });
		return /** @type {any} */ (document.querySelector("said-so")).take(file);
	}, json);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveCount(0);
	expect(await marked(page, "mark.cue")).toHaveLength(4);
});

test("another article with the same wording has none of the corrections; an edited one keeps them", async ({
	page,
}) => {
	const story = (/** @type {string} */ headline) => `${headline}\n\n${TEXT}`;
	await open(page);
	await paste(page, { "text/plain": story("Dam was safe, says mayor") });
	await expect(page.locator("said-so .block")).toHaveCount(4);
	const desk = await correct(page, "mark.cue", 1);
	await desk.getByRole("button", { name: "No mark here" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await paste(page, { "text/plain": story("Council to debate the dam") });
	await expect(page.locator("said-so .block").first()).toHaveText("Council to debate the dam");
	await expect(changesTab(page)).toHaveCount(0);
	await expect.poll(() => marked(page, "mark.cue")).toHaveLength(4);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+Home");
	await page.keyboard.type("Old ");
	await page.keyboard.press("Escape");
	await expect(page.locator("said-so .block").first()).toHaveText("Old Dam was safe, says mayor");
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await expect.poll(() => marked(page, "mark.cue")).toEqual(["says", "said", "added", "said"]);
});

test("another article pasted over the text that is edited has none of its corrections; the first comes back", async ({
	page,
}) => {
	const wire = (/** @type {string} */ who) =>
		`Police said two men were held. “They were found with the money,” said ${who}. The bank reopened at noon.`;
	await open(page);
	await paste(page, { "text/plain": `Bank robbed\n\n${wire("Inspector Jon Falk")}` });
	const desk = await correct(page, "mark.cue", 1);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption("other");
	await desk.getByRole("textbox", { name: "Name" }).first().fill("Karin Nord");
	await page.keyboard.press("Enter");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Karin Nord" })).toHaveCount(1);
	const over = async (/** @type {string} */ words) => {
		await page.keyboard.press("Control+a");
		await page.keyboard.insertText(words);
	};
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await over(`Two held after raid. ${wire("Ada Storm")} A clerk saw it.`);
	await expect(page.locator("said-so .card h3").filter({ hasText: "Ada Storm" })).toHaveCount(1);
	await expect(changesTab(page)).toHaveCount(0);
	await page.keyboard.press("Escape");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Karin Nord" })).toHaveCount(0);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(page.locator("said-so .card h3").filter({ hasText: "Karin Nord" })).toHaveCount(1);
	await expect(page.locator("said-so .block").first()).toHaveText("Bank robbed");

	// What is typed over and undone before editing ends is the article that it was.
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await over("x");
	await expect(changesTab(page)).toHaveCount(0);
	await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.keyboard.press("Escape");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Karin Nord" })).toHaveCount(1);

	// So quickly that nothing was read meanwhile.
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await over(`Two held after raid. ${wire("Ada Storm")} A clerk saw it.`);
	await page.keyboard.press("Escape");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Ada Storm" })).toHaveCount(1);
	await expect(page.locator("said-so .card h3").filter({ hasText: "Karin Nord" })).toHaveCount(0);
});

test("while the text is edited, what is counted and listed stays corrected", async ({ page }) => {
	await read(page);
	const desk = await correct(page, "mark.cue", 1);
	await desk.getByRole("combobox", { name: "Said by" }).selectOption({ label: "Ana Brook" });
	await desk.getByRole("button", { name: "Change", exact: true }).click();
	const before = await page.locator("said-so .card:not(.claim)").allTextContents();
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" It rained.");
	await expect(page.locator("said-so .status")).toContainText("6 sentences");
	expect(await page.locator("said-so .card:not(.claim)").allTextContents()).toEqual(before);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page
		.locator("said-so .card")
		.first()
		.getByRole("button", { name: /it was not/ })
		.click();
	await expect(page.locator("said-so .article")).toBeFocused();
	await picture(page, "desk-edited-light");
	await page.keyboard.press("Escape");
	await expect.poll(() => page.locator("said-so .card:not(.claim)").allTextContents()).toEqual(before);
});

test("a correction of an article that was brought back can still be taken back", async ({ page }) => {
	await read(page);
	const desk = await correct(page, "mark.claim");
	await desk.getByRole("button", { name: "No mark here" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await paste(page, { "text/plain": "It rained." });
	await expect(changesTab(page)).toHaveCount(0);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	expect(await marked(page, "mark.claim")).toEqual([]);
	await page.keyboard.press("Control+z");
	await expect.poll(() => marked(page, "mark.claim")).toHaveLength(1);
});

test("an article whose text was deleted first and comes back different is another one; the same words are the same one", async ({
	page,
}) => {
	// Most of it is the same, as of two versions of an agency's report.
	const wire = (/** @type {string} */ more) =>
		`Bank robbed\n\nPolice said two men were held. “They were found with the money,” said Jon Falk. The bank reopened at noon. ${more}`;
	const pasteOver = async (/** @type {string} */ words, rest = 0) => {
		await page.keyboard.press("Control+a");
		await page.keyboard.press("Delete");
		await page.waitForTimeout(rest);
		await page.keyboard.insertText(words);
	};
	for (const rest of [0, 400]) {
		await open(page);
		await paste(page, { "text/plain": wire("A clerk saw it.") });
		await page.locator("said-so mark.cue").first().click();
		await page.locator("said-so .desk").last().getByText("Correct", { exact: true }).click();
		await page.getByRole("button", { name: "No mark here" }).click();
		await expect(changesTab(page)).toHaveText("Changes (1)");
		await page.getByRole("button", { name: "Edit", exact: true }).click();
		await pasteOver(wire("Nobody saw it, the mayor said."), rest);
		await expect(page.locator("said-so .article")).toContainText("Nobody saw it");
		await expect(changesTab(page)).toHaveCount(0);
		await page.keyboard.press("Escape");
		await expect(changesTab(page)).toHaveCount(0);
		await expect.poll(() => marked(page, "mark.cue")).toContain("said");
		await page.getByRole("button", { name: "Bring it back" }).click();
		await expect(page.locator("said-so .block").last()).toContainText("A clerk saw it.");
		await expect(changesTab(page)).toHaveText("Changes (1)");

		await page.getByRole("button", { name: "Edit", exact: true }).click();
		await page.keyboard.press("Control+a");
		await page.keyboard.press("Delete");
		await page.waitForTimeout(rest);
		await page.keyboard.press("Control+z");
		await page.keyboard.press("Control+End");
		await page.keyboard.type(" So it goes.");
		await page.keyboard.press("Escape");
		await expect(page.locator("said-so .block").last()).toContainText("So it goes.");
		await expect(changesTab(page)).toHaveText("Changes (1)");
	}
});
