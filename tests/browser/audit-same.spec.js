// @ts-check
//! An article and its own report are one article in an audit, wherever the report comes from.

import { audited, changesTab, file, openAudit, unmark, written } from "./audits.js";
import { expect, expectAccessible, open, picture, started, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const DAM =
	"Dam report\n\nAna Brook, the mayor, said the dam was safe. “It leaks,” said Ray Hale. It was built in 1931.\n";
const OTHER = "Bridge report\n\nAna Brook said the bridge was safe.\n";

/**
 * The report of an article that was opened, as the page saves it.
 * @param {Page} page
 * @param {string} name
 * @param {string} words
 * @param {() => Promise<void>} [act] what is done to it before
 */
async function saved(page, name, words, act = async () => {}) {
	await page.locator("said-so input[type=file]").setInputFiles([file(name, words)]);
	await expect(page.locator("said-so .block").first()).toHaveText(words.split("\n", 1));
	await act();
	return page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).export("json"));
}

test("an article and its saved report, opened together, are one, with its corrections", async ({ page }) => {
	await open(page);
	const report = await saved(page, "dam.txt", DAM, async () => {
		await unmark(page, 0);
		await expect(changesTab(page)).toHaveText("Changes (1)");
	});
	const files = [file("dam.txt", DAM), file("dam.saidso.json", report), file("bridge.txt", OTHER)];
	for (const some of [files, files.toReversed()]) {
		const dialog = await audited(page, some);
		await expect(dialog.locator(".sum")).toHaveText("2 articles · 2 named sources");
		await expect(dialog.getByText("1 was there already and is counted once.")).toBeVisible();
		await expect(dialog.getByText("Dam report · 1 correction")).toBeVisible();
		const row = dialog.locator("tr").filter({ hasText: "Ana Brook" }).first().locator("td");
		await expect(row.nth(2)).toHaveText("1");
		await picture(page, "audit-same-light");
		await dialog.getByRole("button", { name: "Start anew" }).click();
		await page.keyboard.press("Escape");
	}
	const dialog = await audited(page, [files[0], files[1]]);
	await dialog.getByRole("button", { name: "Dam report" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await expect(page.locator("said-so .block").nth(1)).toContainText("It was built in 1931.");
});

test("a report that is added later finds its article, also in an audit that was saved", async ({ page }) => {
	await open(page);
	const report = await saved(page, "dam.txt", DAM, () => unmark(page, 0));
	let dialog = await audited(page, [file("dam.txt", DAM)]);
	await expect(dialog.locator(".sum")).toHaveText("1 article · 2 named sources");
	const audit = await written(page, dialog, "Save the audit");
	await page.reload();
	await started(page);
	dialog = await openAudit(page);
	const choice = dialog.locator("input[type=file]");
	await choice.setInputFiles([file("my.audit.json", audit)]);
	await choice.setInputFiles([file("dam.saidso.json", report)]);
	await expect(dialog.getByText("1 was there already and is counted once.")).toBeVisible();
	await expect(dialog.locator(".sum")).toHaveText("1 article · 1 named source");
	await expect(dialog.getByText("Dam report · 1 correction")).toBeVisible();
});

test("an article that was edited before its report was saved is known by its file and headline", async ({
	page,
}) => {
	await open(page);
	const report = await saved(page, "dam.txt", DAM, async () => {
		await page.getByRole("button", { name: "Edit", exact: true }).click();
		await page.keyboard.press("Control+End");
		await page.keyboard.type(" Cleo Marsh said it would be mended.");
		await page.keyboard.press("Escape");
		await unmark(page, 0);
	});
	const dialog = await audited(page, [file("dam.txt", DAM), file("x.json", report)]);
	await expect(dialog.locator(".sum")).toHaveText("1 article · 2 named sources");
	await expect(dialog.locator("tr").filter({ hasText: "Cleo Marsh" })).toHaveCount(1);
});

test("the command line's report is one with its article, and is counted where it comes alone", async ({
	page,
}) => {
	await open(page);
	await saved(page, "dam.txt", DAM);
	const found = await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).report);
	const lines = [
		{ id: "news/dam.txt", report: found },
		{ id: "bridge", headline: "Bridge report", report: found },
	].map((one) => JSON.stringify(one));
	const dialog = await audited(page, [file("dam.txt", DAM), file("reports.jsonl", lines.join("\n"))]);
	await expect(dialog.locator(".sum")).toHaveText("2 articles · 2 named sources");
	await expect(dialog.getByRole("button", { name: "Dam report" })).toBeVisible();
	await expect(dialog.getByRole("rowheader", { name: "Bridge report" })).toBeVisible();
	const row = dialog.locator("tr").filter({ hasText: "Ana Brook" }).first().locator("td");
	await expect(row.nth(1)).toHaveText("2");
	await dialog.locator("input[type=file]").setInputFiles([file("only.json", JSON.stringify(found))]);
	await expect(dialog.locator(".sum")).toHaveText("3 articles · 2 named sources");
	await expectAccessible(page);
});

test("what was kept on the device and exported brings its corrections, and one text in two papers is two articles", async ({
	page,
}) => {
	await open(page);
	const report = await saved(page, "dam.txt", DAM, () => unmark(page, 0));
	const kept = JSON.stringify({ ...JSON.parse(report), kept: { id: "a", at: 1, title: "Dam report" } });
	const rows = ["North", "South"].map((section, id) => JSON.stringify({ id, section, text: DAM }));
	const dialog = await audited(page, [file("kept.jsonl", kept), file("papers.jsonl", rows.join("\n"))]);
	await expect(dialog.locator(".sum")).toHaveText("2 articles · 2 named sources");
	await expect(dialog.getByText("Dam report · 1 correction")).toHaveCount(1);
	await expect(dialog.getByRole("rowheader", { name: "North" })).toBeVisible();
});
