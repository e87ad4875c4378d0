// @ts-check
//! An audit that is worked on: articles corrected from it, files added, the way back.

import { audited, changesTab, file, LINES, line, openAudit, unmark, written } from "./audits.js";
import { expect, expectAccessible, open, paste, picture, started, test } from "./page.js";

test("what is corrected in an article of the audit counts in it at once, and stays with the article", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	const cells = (/** @type {string} */ name) =>
		dialog.locator("tr").filter({ hasText: name }).first().locator("td").allTextContents();
	const before = await cells("Ana Brook");
	expect(before.slice(1, 3)).toEqual(["4", "4"]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.getByRole("button", { name: "Back to the audit" }).click();
	expect((await cells("Ana Brook")).slice(1, 3)).toEqual(["3", "3"]);
	await expect(dialog.getByText("Dam report 1 · 1 correction")).toBeVisible();
	await picture(page, "audit-corrected-light");
	await expectAccessible(page);
	const [csv, jsonl] = [await written(page, dialog, "CSV"), await written(page, dialog, "JSON lines")];
	expect(csv).toMatch(/Ana Brook,mayor,person,3,3,/);
	expect(JSON.parse(jsonl.split("\n")[0]).changes.corrections).toHaveLength(1);

	// Another article of the audit has none of it, though its words are the same; the first has it still.
	await dialog.getByRole("button", { name: "Dam report 3" }).click();
	await expect(page.locator("said-so .block").first()).toHaveText("Dam report 3");
	await expect(changesTab(page)).toHaveCount(0);
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveCount(0);
	await page.getByRole("button", { name: "Back to the audit" }).click();
	expect(await cells("Ana Brook")).toEqual(before);

	// What is edited is the article from now on.
	await dialog.getByRole("button", { name: "Dam report 2" }).click();
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" Cleo Marsh said it would be mended.");
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await expect(dialog.locator("tr").filter({ hasText: "Cleo Marsh" })).toHaveCount(1);
});

test("corrections are saved with the audit, and are there when its articles are opened again", async ({
	page,
}) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await page.getByRole("button", { name: "Back to the audit" }).click();
	const saved = await written(page, dialog, "Save the audit");
	await page.reload();
	await started(page);
	dialog = await audited(page, [file("my.audit.json", saved)]);
	await expect(dialog.getByText("Dam report 1 · 1 correction")).toBeVisible();
	await dialog.locator("input[type=file]").setInputFiles([file("stories.jsonl", LINES)]);
	await expect(dialog.getByText("4 were there already and are counted once.")).toBeVisible();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
});

test("what is kept on the device brings its corrections into an audit", async ({ page }) => {
	await open(page);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Kept on this device…" }).click();
	await page.getByRole("checkbox", { name: /^Keep articles/ }).check();
	await page.keyboard.press("Escape");
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.waitForTimeout(800);
	await page.reload();
	await started(page);
	dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await expect(dialog.getByText("Dam report 1 · 1 correction")).toBeVisible();
	await expect(dialog.locator("tr").filter({ hasText: "Ana Brook" }).first().locator("td").nth(1)).toHaveText(
		"3",
	);
});

test("more files are added to an audit, with the columns filled by hand, and can be taken out again", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await dialog.getByRole("textbox", { name: "Region: Ana Brook" }).fill("North");
	await page.keyboard.press("Tab");
	const more = [file("five.txt", "Ana Brook said it was late."), file("stories.jsonl", line(1))];
	await dialog.locator("input[type=file]").setInputFiles(more);
	const told = dialog.getByText("1 article was added. 1 was there already and is counted once.");
	await expect(told).toBeVisible();
	await expect(dialog.locator(".sum")).toHaveText("5 articles · 2 named sources");
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("North");
	await picture(page, "audit-added-light");
	await expectAccessible(page);
	await told.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("North");
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await expect(dialog.locator(".sum")).toHaveCount(0);
	await dialog.getByRole("button", { name: "Bring it back" }).click();
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("North");
});

test("an audit that was taken off the page comes back when the dialog is opened again, behind another one too", async ({
	page,
}) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await page.keyboard.press("Escape");
	dialog = await openAudit(page);
	await dialog.getByRole("button", { name: "Bring it back" }).click();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await dialog.locator("input[type=file]").setInputFiles([file("one.txt", "Ana Brook said it was late.")]);
	await expect(dialog.locator(".sum")).toHaveText("1 article · 1 named source");
	await dialog.getByRole("button", { name: "Bring it back" }).click();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
});

test("who leaves is asked first where a column or a correction is not saved, and only there", async ({
	page,
}) => {
	await open(page);
	/** @type {string[]} */
	const told = [];
	page.on("dialog", async (asked) => {
		await asked.dismiss();
		told.push(asked.type());
	});
	page.on("load", () => told.push("load"));
	/** Whether a reload is asked about; it is not done then. */
	const asks = async () => {
		told.length = 0;
		await page.evaluate(() => void setTimeout(() => location.reload()));
		await expect.poll(() => told.length).toBeGreaterThan(0);
		return told[0] === "beforeunload";
	};
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	expect(await asks()).toBe(false);

	await started(page);
	dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await dialog.getByRole("textbox", { name: "Region: Ana Brook" }).fill("North");
	expect(await asks()).toBe(true);
	await written(page, dialog, "Save the audit");
	await dialog.locator("input[type=file]").setInputFiles([file("one.txt", "Ana Brook said it was late.")]);
	await expect(dialog.locator(".sum")).toHaveText("5 articles · 2 named sources");
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	expect(await asks()).toBe(true);
	await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveCount(0);
	expect(await asks()).toBe(false);
});

test("the article that was on the desk comes back from behind one of the audit", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "Cleo Marsh said the bridge was open. It was built in 1931." });
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await expect(page.locator("said-so .block").first()).toHaveText("Dam report 1");
	await unmark(page, 0);
	await picture(page, "audit-article-light");
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(page.locator("said-so .block").first()).toContainText("Cleo Marsh");
	await expect(changesTab(page)).toHaveText("Changes (1)");
	expect(await page.locator("said-so mark.cue").count()).toBe(0);
});

test("the reader's own article comes back from behind several of the audit, by the keyboard too", async ({
	page,
}) => {
	await open(page);
	const first = page.locator("said-so .block").first();
	await paste(page, { "text/plain": "Cleo Marsh said the bridge was open. It was built in 1931." });
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	for (const back of [
		() => page.getByRole("button", { name: "Bring it back" }).click(),
		() => page.keyboard.press("Control+z"),
	]) {
		if (!(await dialog.isVisible())) await openAudit(page);
		for (const n of [1, 2, 1, 3]) {
			if (!(await dialog.isVisible())) await page.getByRole("button", { name: "Back to the audit" }).click();
			await dialog.getByRole("button", { name: `Dam report ${n}` }).click();
			await expect(first).toHaveText(`Dam report ${n}`);
		}
		await back();
		await expect(first).toContainText("Cleo Marsh");
		await expect(changesTab(page)).toHaveText("Changes (1)");
	}
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(first).toHaveText("Dam report 3");
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
});

test("an article of the audit offers nothing to bring back where nothing of the reader's own was there", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await dialog.getByRole("button", { name: "Dam report 2" }).click();
	await expect(page.getByRole("button", { name: "Back to the audit" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
});
