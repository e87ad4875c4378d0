// @ts-check
//! Words of the reader's own: marked always or never, from the popover or by selecting; listed, removed, undone, kept,
//! and out and in again as JSON and as text.

import { readFileSync } from "node:fs";
import { expect, expectAccessible, marked, open, paste, picture, started, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const TEXT = ["Ana Brook may close the dam.", "The bridge may close too, and the road might close."].join(
	"\n\n",
);

/** @param {Page} page */
async function read(page) {
	await open(page);
	await paste(page, { "text/plain": TEXT });
	await expect(page.locator("said-so .block")).toHaveCount(2);
	await page.keyboard.press("Alt+4");
	await expect.poll(() => hedges(page)).toEqual(["may", "may", "might"]);
}

/** @param {Page} page */
const hedges = (page) => marked(page, "mark.hedge");

/** @param {Page} page @param {number} number of the hedge @param {string} name of the button */
async function press(page, number, name) {
	await page.locator("said-so mark.hedge").nth(number).click();
	const desk = page.locator("said-so .popover .desk").first();
	await desk.getByText("Correct", { exact: true }).click();
	await desk.getByRole("button", { name }).click();
}

/** @param {Page} page */
async function openWords(page) {
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Your own words…" }).click();
	return page.getByRole("dialog", { name: "Your own words" });
}

/** @param {Page} page @param {string} name @param {string | Buffer} words */
async function choose(page, name, words) {
	const choosing = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Open a word list…" }).click();
	await (await choosing).setFiles({ name, mimeType: "", buffer: Buffer.from(words) });
}

/** @param {Page} page @param {string} name of the button */
async function written(page, name) {
	const coming = page.waitForEvent("download");
	await page.getByRole("button", { name }).click();
	const file = await coming;
	return { name: file.suggestedFilename(), words: readFileSync(await file.path(), "utf8") };
}

test("a hedge is never marked again from its popover, in this text and the next, until that is undone", async ({
	page,
}) => {
	await read(page);
	await page.locator("said-so mark.hedge").first().click();
	await page.locator("said-so .popover .desk").getByText("Correct", { exact: true }).first().click();
	await picture(page, "own-popover-light");
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	await press(page, 0, "Never mark “may”");
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await expect(page.locator("said-so .status")).toHaveText("“may” is never marked from now on.");
	await expect(page.locator("said-so mark[tabindex='0']")).toBeFocused();
	await picture(page, "own-never-light");
	const notice = page.locator("said-so .notice");
	await expect(notice).toContainText("This holds for every article.");
	await notice.getByRole("button", { name: "Undo" }).click();
	await expect.poll(() => hedges(page)).toEqual(["may", "may", "might"]);
	await expect(page.locator("said-so mark.hedge").first()).toBeFocused();
	await press(page, 1, "Never mark “may”");
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await paste(page, { "text/plain": "It may rain. It might not rain." });
	await expect(page.locator("said-so .block")).toHaveText(["It may rain. It might not rain."]);
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await press(page, 0, "Never mark “might”");
	await expect.poll(() => hedges(page)).toEqual([]);
	for (const left of [["might"], ["might"]]) {
		await page.keyboard.press("Control+z");
		await expect.poll(() => hedges(page)).toEqual(left);
	}
	await expect(page.locator("said-so .block")).toHaveCount(2);
});

test("an article that is brought back is marked by the words that hold now", async ({ page }) => {
	await read(page);
	await paste(page, { "text/plain": "It may rain." });
	await expect.poll(() => hedges(page)).toEqual(["may"]);
	await paste(page, { "text/plain": "It might rain." });
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await openWords(page);
	await choose(page, "words.txt", "-may");
	await expect(page.getByText("1 entry of “My words” is in use")).toBeVisible();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Control+z");
	await expect(page.locator("said-so .block")).toHaveText(["It may rain."]);
	await expect.poll(() => hedges(page)).toEqual([]);
});

test("the last change is undone first, be it a correction or words of one's own", async ({ page }) => {
	await read(page);
	await press(page, 0, "No mark here");
	await expect.poll(() => hedges(page)).toEqual(["may", "might"]);
	await press(page, 1, "Never mark “might”");
	await expect.poll(() => hedges(page)).toEqual(["may"]);
	await press(page, 0, "No mark here");
	await expect.poll(() => hedges(page)).toEqual([]);
	for (const left of [["may"], ["may", "might"], ["may", "may", "might"]]) {
		await page.keyboard.press("Control+z");
		await expect.poll(() => hedges(page)).toEqual(left);
	}
});

test("by keyboard alone: selected words are marked always, everywhere, and the tools stay", async ({
	page,
}) => {
	await read(page);
	await page.getByRole("tab", { name: "Findings" }).click();
	await page.getByRole("button", { name: "Add a mark" }).click();
	const tools = page.getByRole("group", { name: "Add a mark" });
	await expect(page.locator("said-so [role=textbox].article")).toBeFocused();
	await page.keyboard.press("Control+Home");
	for (let n = 0; n < 13; n++) await page.keyboard.press("ArrowRight");
	for (let n = 0; n < 6; n++) await page.keyboard.press("Shift+ArrowRight");
	await expect(tools.getByRole("status")).toHaveText("“close”");
	await tools.getByRole("combobox", { name: "These words are" }).selectOption("hedge");
	await tools.getByRole("combobox", { name: "Kind" }).selectOption("bound");
	await picture(page, "own-add-light");
	await expectAccessible(page);
	await tools.getByRole("button", { name: "Always mark these words" }).focus();
	await page.keyboard.press("Enter");
	await expect.poll(() => hedges(page)).toEqual(["may", "close", "may", "close", "might", "close"]);
	await expect(tools.getByRole("status")).toHaveText("“close” is always marked from now on.");
	await tools.getByRole("button", { name: "Never mark these words" }).click();
	await expect.poll(() => hedges(page)).toEqual(["may", "may", "might"]);
	await tools.getByRole("button", { name: "Always mark these words" }).click();
	await tools.getByRole("button", { name: "Done" }).click();
	await page.locator("said-so mark.hedge").nth(1).focus();
	await page.keyboard.press("Enter");
	const popover = page.locator("said-so .popover");
	await expect(popover).toContainText("Hedge · bound");
	await expect(popover).toContainText("your own word list “My words” has it");
	await popover.getByText("Correct", { exact: true }).first().focus();
	await page.keyboard.press("Enter");
	await expect(popover.getByRole("button", { name: "Always mark “close”" })).toHaveCount(0);
	await popover.getByRole("button", { name: "Never mark “close”" }).press("Enter");
	await expect.poll(() => hedges(page)).toEqual(["may", "may", "might"]);
});

test("words with a sign that means something else in a list are not taken, and a sentence says so", async ({
	page,
}) => {
	await open(page);
	await paste(page, { "text/plain": "The dam and/or the bridge will close." });
	await page.getByRole("tab", { name: "Findings" }).click();
	await page.getByRole("button", { name: "Add a mark" }).click();
	await page.keyboard.press("Control+Home");
	for (let n = 0; n < 14; n++) await page.keyboard.press("Shift+ArrowRight");
	const tools = page.getByRole("group", { name: "Add a mark" });
	await tools.getByRole("combobox", { name: "These words are" }).selectOption("hedge");
	await tools.getByRole("button", { name: "Never mark these words" }).click();
	await expect(tools.getByRole("status")).toContainText("cannot stand in a word list: / ? and …");
});

test("the list shows every entry; each is removed and brought back, and marks follow at once", async ({
	page,
}) => {
	await read(page);
	let words = await openWords(page);
	await expect(words).toContainText("There are none yet.");
	await page.keyboard.press("Escape");
	await press(page, 0, "Never mark “may”");
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await press(page, 0, "Always mark “might”");
	words = await openWords(page);
	await expect(words.getByRole("listitem")).toContainText(["may never marked", "might possibility"]);
	await picture(page, "own-list-light");
	await expectAccessible(page);
	await words.getByRole("button", { name: "Remove: may" }).press("Enter");
	await expect(words.getByRole("listitem")).toHaveCount(1);
	await expect(words.getByRole("button", { name: "Undo" })).toBeFocused();
	await expect.poll(() => hedges(page)).toEqual(["may", "may", "might"]);
	await page.keyboard.press("Enter");
	await expect(words.getByRole("listitem")).toHaveCount(2);
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await words.getByRole("button", { name: "Remove this list" }).click();
	await expect(words).toContainText("There are none yet.");
	await expect.poll(() => hedges(page)).toEqual(["may", "may", "might"]);
});

test("words leave as JSON and as text, and come back in from both", async ({ page }) => {
	await read(page);
	await press(page, 0, "Never mark “may”");
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	await press(page, 0, "Always mark “might”");
	const words = await openWords(page);
	const json = await written(page, "Export as JSON");
	const text = await written(page, "Export as text");
	expect([json.name, text.name]).toEqual(["my-words.json", "my-words.txt"]);
	expect(text.words).toBe("# My words\n-may\nmight\tmodal\n");
	for (const file of [json, text]) {
		await words.getByRole("button", { name: "Remove this list" }).click();
		await choose(page, file.name, file.words);
		await expect(words).toContainText("2 entries of “My words” are in use");
		await expect(words.getByRole("listitem")).toContainText(["may never marked", "might possibility"]);
		await expect.poll(() => hedges(page)).toEqual(["might"]);
	}
	await choose(page, "more.txt", "# house style\r\nclose = bound\r\n! might\r\n");
	await expect(words.getByRole("listitem")).toHaveCount(3);
	await expect.poll(() => hedges(page)).toEqual(["close", "close", "close"]);
});

for (const [name, list, sentence] of /** @type {[string, string, string][]} */ ([
	[
		"a kind that there is not",
		"may\n\nmight\tlie\n",
		"line 3 names a kind of hedge that there is not: “lie”.",
	],
	["too many words", `may\n${"so ".repeat(13)}\n`, "line 2 has more than 12 words: “so so"],
	[
		"a start that may be missing",
		"# one\nmay? be\n",
		"line 2 begins with a word that may be missing: “may? be”.",
	],
	["a line without words", "-\n", "line 1 has no words."],
	["no entry", "# nothing\n", "There is no entry in this file."],
]))
	test(`a text file with ${name} gets a sentence with the line`, async ({ page }) => {
		await open(page);
		const words = await openWords(page);
		await choose(page, "words.txt", list);
		await expect(page.getByRole("alert")).toContainText(sentence);
		await expect(words).toContainText("There are none yet.");
	});

test("a picture is no word list, chosen or dropped, and a list can be dropped", async ({ page }) => {
	await open(page);
	const dialog = await openWords(page);
	const picture = Buffer.from(
		"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
		"base64",
	);
	const drop = (/** @type {string} */ name, /** @type {number[]} */ bytes) =>
		dialog.evaluate(
			(node, [name, bytes]) => {
				const dataTransfer = new DataTransfer();
				dataTransfer.items.add(new File([new Uint8Array(/** @type {number[]} */ (bytes))], String(name)));
				node.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
			},
			/** @type {const} */ ([name, bytes]),
		);
	const [chooser] = await Promise.all([
		page.waitForEvent("filechooser"),
		dialog.getByRole("button", { name: "Open a word list…" }).click(),
	]);
	await chooser.setFiles({ name: "picture.png", mimeType: "image/png", buffer: picture });
	await expect(dialog.getByRole("alert")).toHaveText(
		"This file is no word list. A word list is a text file (.txt) with an entry on each line, or a .json file.",
	);
	await expect(dialog.getByText("There are none yet.")).toBeVisible();
	await drop("picture.png", [...picture]);
	await expect(dialog.getByRole("alert")).toContainText("This file is no word list.");
	await drop("mine.txt", [...Buffer.from("-may")]);
	await expect(dialog.getByText("1 entry of “My words” is in use")).toBeVisible();
});

test("nothing is kept until the reader wants it; then words outlast a reload, on the device or in the tab", async ({
	page,
}) => {
	const reload = async () => {
		await page.waitForTimeout(300);
		await page.reload();
		await started(page);
		return (await openWords(page)).getByRole("listitem");
	};
	await read(page);
	await press(page, 0, "Never mark “may”");
	await expect.poll(() => hedges(page)).toEqual(["might"]);
	const stored = () =>
		page.evaluate(async () => [
			(await indexedDB.databases()).length,
			localStorage.length,
			sessionStorage.length,
		]);
	expect(await stored()).toEqual([0, 0, 0]);
	await expect(await reload()).toHaveCount(0);
	await choose(page, "words.txt", "-may");
	await expect(page.getByRole("listitem").filter({ hasText: "never marked" })).toHaveCount(1);
	expect(await stored()).toEqual([0, 0, 0]);
	await page.keyboard.press("Escape");

	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("checkbox", { name: /through a reload/ }).check();
	await page.keyboard.press("Escape");
	await expect(await reload()).toContainText(["may never marked"]);
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("checkbox", { name: /through a reload/ }).uncheck();
	await page.getByRole("button", { name: "Kept on this device…" }).click();
	await page.getByRole("dialog", { name: "Kept on this device" }).getByRole("checkbox").check();
	await expect(page.locator(".privacy")).toContainText("kept on this device");
	await page.keyboard.press("Escape");
	const kept = await reload();
	await expect(kept).toContainText(["may never marked"]);
	await page.getByRole("button", { name: "Remove: may" }).click();
	await expect(await reload()).toHaveCount(0);
});

for (const [name, width, height, media] of /** @type {const} */ ([
	["dark", 1280, 720, { colorScheme: "dark" }],
	["narrow", 390, 844, {}],
	["forced", 1280, 720, { forcedColors: "active" }],
]))
	test(`own words can be seen and reached: ${name}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia(media);
		await read(page);
		await page.locator("said-so mark.hedge").first().click();
		await page.locator("said-so .popover .desk").getByText("Correct", { exact: true }).first().click();
		await picture(page, `own-popover-${name}`);
		await expectAccessible(page);
		await page.locator("said-so .popover").getByRole("button", { name: "Never mark “may”" }).click();
		await expect.poll(() => hedges(page)).toEqual(["might"]);
		await picture(page, `own-never-${name}`);
		const words = await openWords(page);
		await choose(page, "w.txt", "sources … close/near to the matter, as a rule\tweasel\nclose");
		await expect(words.getByRole("listitem")).toHaveCount(3);
		await picture(page, `own-list-${name}`);
		await expectAccessible(page);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide).toBeLessThanOrEqual(width);
	});
