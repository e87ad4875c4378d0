// @ts-check
//! Keeping on the device: nothing before it is switched on, everything after, and nothing again when it is switched off.

import { expect, expectAccessible, marked, open, picture, started, test } from "./page.js";
import { exported, keep, kept, ONE, openShelf, read, TWO, takeIn } from "./shelves.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const stored = (page) =>
	page.evaluate(async () => [
		(await indexedDB.databases()).length,
		localStorage.length,
		sessionStorage.length,
	]);

/** @param {Page} page */
const titles = (page) => page.locator(".shelf .open b").allTextContents();

test("nothing is stored until it is switched on, and nothing is left when it is switched off", async ({
	page,
}) => {
	await open(page);
	await read(page, ONE);
	let shelf = await openShelf(page);
	await expect(shelf).toContainText("Nothing is stored.");
	await picture(page, "shelf-off-light");
	await page.keyboard.press("Escape");
	await page.reload();
	await started(page);
	expect(await stored(page)).toEqual([0, 0, 0]);
	await read(page, ONE);
	shelf = await openShelf(page);
	await shelf.getByRole("checkbox").check();
	await expect(shelf.getByRole("button", { name: ONE }).first()).toBeVisible();
	await expect(page.locator(".privacy")).toContainText("kept on this device, because you asked for it");
	await picture(page, "shelf-on-light");
	await expectAccessible(page);
	await shelf.getByRole("checkbox").click();
	await expect(shelf.getByText("deletes 1 article")).toBeVisible();
	await shelf.getByRole("button", { name: "Delete and switch off" }).click();
	await expect(shelf.getByRole("checkbox")).not.toBeChecked();
	await expect(page.locator(".privacy")).toContainText("Your text stays on this page");
	expect(await stored(page)).toEqual([0, 0, 0]);
});

test("articles are kept with their corrections, one each however often edited, found, opened and deleted", async ({
	page,
}) => {
	await kept(page);
	await read(page, ONE);
	await page.locator("said-so mark.cue").click();
	await page.locator("said-so .desk").getByText("Correct", { exact: true }).click();
	await page.getByRole("button", { name: "No mark here" }).click();
	await expect(page.getByRole("tab", { name: "Changes (1)" })).toBeVisible();
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" So it goes.");
	await page.keyboard.press("Escape");
	await page.waitForTimeout(800);
	await keep(page, TWO);
	await page.reload();
	await started(page);
	await expect(page.locator("said-so .block")).toHaveText([TWO]);
	let shelf = await openShelf(page);
	await expect(shelf.getByRole("listitem")).toHaveCount(2);
	expect(await titles(page)).toEqual([TWO, ONE]);
	await expect(shelf.getByRole("button", { name: ONE }).first()).toContainText("1 correction");
	await shelf.getByRole("searchbox").fill("it goes");
	await expect(shelf.getByRole("listitem")).toHaveCount(1);
	await shelf.getByRole("button", { name: ONE }).first().click();
	await expect(page.locator("said-so .block")).toHaveText([`${ONE} So it goes.`]);
	expect(await marked(page, "mark.cue")).toEqual([]);
	await page.keyboard.press("Control+z");
	expect(await marked(page, "mark.cue")).toEqual(["said"]);
	shelf = await openShelf(page);
	await shelf.getByRole("button", { name: `Delete: ${TWO}` }).click();
	await expect(shelf.getByRole("listitem")).toHaveCount(1);
});

test("all of it is exported, deleted and taken in again", async ({ page }) => {
	await kept(page, ONE, TWO);
	const shelf = await openShelf(page);
	const path = await exported(page, shelf);
	await shelf.getByRole("button", { name: "Delete all" }).click();
	await picture(page, "shelf-sure-light");
	await shelf.getByText("Delete all 2 articles").getByRole("button", { name: "Delete all" }).click();
	await expect(shelf.getByText("Nothing is kept yet.")).toBeVisible();
	await takeIn(page, shelf, path);
	await expect(shelf.getByRole("listitem")).toHaveCount(2);
	await expect(shelf.getByText("2 articles were taken in.")).toBeVisible();
});

test("what is taken in twice is kept once, and keeps its day", async ({ page }) => {
	await page.clock.setFixedTime(new Date("2024-03-05T10:00:00"));
	await kept(page, ONE);
	let shelf = await openShelf(page);
	await expect(shelf.getByRole("button", { name: ONE }).first()).toContainText("Mar 5, 2024");
	const path = await exported(page, shelf);
	await page.clock.setFixedTime(new Date("2024-06-07T10:00:00"));
	await takeIn(page, shelf, path);
	await expect(shelf.getByText("1 was here already and is kept once.")).toBeVisible();
	await expect(shelf.getByRole("listitem")).toHaveCount(1);
	await picture(page, "shelf-same-light");
	await expectAccessible(page);
	await shelf.getByRole("button", { name: "Delete all" }).click();
	await shelf
		.getByText("Delete all 1")
		.or(shelf.getByText("Delete 1"))
		.getByRole("button", { name: "Delete all" })
		.click();
	await takeIn(page, shelf, path);
	await expect(shelf.getByRole("button", { name: ONE }).first()).toContainText("Mar 5, 2024");

	// Read again, it is the article that was kept.
	await page.keyboard.press("Escape");
	await keep(page, TWO);
	await keep(page, ONE);
	shelf = await openShelf(page);
	await expect(shelf.getByRole("listitem")).toHaveCount(2);
});

test("what is taken in is counted as it was corrected", async ({ page }) => {
	await open(page);
	await read(page, `${ONE} ${TWO}`);
	await page.locator("said-so mark.cue").first().click();
	await page.locator("said-so .desk").getByText("Correct", { exact: true }).click();
	await page.getByRole("button", { name: "No mark here" }).click();
	const written = (
		await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).export("json"))
	).trim();
	const shelf = await openShelf(page);
	await shelf.getByRole("checkbox").check();
	await shelf.getByRole("button", { name: /^Delete: / }).click();
	await takeIn(page, shelf, { name: "a.json", mimeType: "", buffer: Buffer.from(written) });
	await expect(page.locator(".shelf .open")).toContainText("1 source · 1 correction");
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		shelf.getByRole("button", { name: "Export all" }).click(),
	]);
	const chunks = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk);
	const kept = JSON.parse(Buffer.concat(chunks).toString());
	const { text, report, found, view, origin } = JSON.parse(written);
	expect(kept).toMatchObject({ text, report, found, view });
	expect(kept.origin).toBe(origin);
});

test("one that was deleted can be brought back, and so can the article behind one that is opened", async ({
	page,
}) => {
	await kept(page, ONE, TWO);
	let shelf = await openShelf(page);
	await shelf.getByRole("button", { name: `Delete: ${ONE}` }).click();
	await expect(shelf.getByText(`Deleted: ${ONE}`)).toBeVisible();
	await expect(shelf.getByRole("listitem")).toHaveCount(1);
	await expect(shelf.getByRole("button", { name: "Undo" })).toBeFocused();
	await picture(page, "shelf-deleted-light");
	await expectAccessible(page);
	await page.keyboard.press("Enter");
	await expect.poll(() => titles(page)).toEqual([TWO, ONE]);
	await shelf.getByRole("button", { name: ONE }).first().click();
	await expect(page.locator("said-so .block")).toHaveText([ONE]);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(page.locator("said-so .block")).toHaveText([TWO]);
	await page.waitForTimeout(800);
	shelf = await openShelf(page);
	await expect(shelf.getByRole("listitem")).toHaveCount(2);
});

test("settings outlast the visit too", async ({ page }) => {
	await kept(page);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
	await page.keyboard.press("Escape");
	await page.waitForTimeout(300);
	await page.reload();
	await started(page);
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	await openShelf(page);
	await expect(page.locator(".shelf [type=checkbox]")).toBeVisible();
	await page.setViewportSize({ width: 390, height: 844 });
	await picture(page, "shelf-narrow-dark");
	await expectAccessible(page);
});

test("opening a kept article leaves its day as it is, a change does not, and a reload shows what was open", async ({
	page,
}) => {
	await page.clock.setFixedTime(new Date("2024-03-05T10:00:00"));
	await kept(page, ONE, TWO);
	await page.clock.setFixedTime(new Date("2024-06-07T10:00:00"));
	let shelf = await openShelf(page);
	await shelf.getByRole("button", { name: ONE }).first().click();
	await expect(page.locator("said-so .block")).toHaveText([ONE]);
	await page.waitForTimeout(800);
	shelf = await openShelf(page);
	await expect(shelf.getByRole("button", { name: ONE }).first()).toContainText("Mar 5, 2024");
	await page.reload();
	await started(page);
	await expect(page.locator("said-so .block")).toHaveText([ONE]);
	await page.locator("said-so mark.cue").click();
	await page.locator("said-so .desk").getByText("Correct", { exact: true }).click();
	await page.getByRole("button", { name: "No mark here" }).click();
	await page.waitForTimeout(800);
	shelf = await openShelf(page);
	await expect(shelf.getByRole("button", { name: ONE }).first()).toContainText("Jun 7, 2024");
	await expect(shelf.getByRole("button", { name: TWO }).first()).toContainText("Mar 5, 2024");
});

test("what was deleted can be brought back while the page is open, one by one, and not once all is to be gone", async ({
	page,
}) => {
	await kept(page, ONE, TWO);
	let shelf = await openShelf(page);
	for (const text of [ONE, TWO]) await shelf.getByRole("button", { name: `Delete: ${text}` }).click();
	await expect(shelf.getByText("Nothing is kept yet.")).toBeVisible();
	await page.keyboard.press("Escape");
	shelf = await openShelf(page);
	await picture(page, "shelf-undo-light");
	await expectAccessible(page);
	await shelf.getByRole("button", { name: `Undo: Deleted: ${ONE}` }).click();
	await expect(shelf.getByRole("button", { name: ONE }).first()).toBeVisible();
	await expect(shelf.getByText(`Deleted: ${TWO}`)).toBeVisible();
	await shelf.getByRole("button", { name: "Delete all" }).click();
	await shelf.locator(".sure").getByRole("button", { name: "Delete all" }).click();
	await expect(shelf.getByText("Nothing is kept yet.")).toBeVisible();
	await page.keyboard.press("Escape");
	shelf = await openShelf(page);
	await expect(shelf.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
});
