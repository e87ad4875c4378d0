// @ts-check
//! Audits that were saved: dropped beside other files, and damaged.

import { file, LINES, openAudit, written } from "./audits.js";
import { bring } from "./bring.js";
import { expect, expectAccessible, open, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

/** An audit of four articles, as it is saved. @param {Page} page */
async function saved(page) {
	const dialog = await openAudit(page);
	await dialog.locator("input[type=file]").setInputFiles([file("stories.jsonl", LINES)]);
	await expect(dialog.locator(".sum")).toBeVisible();
	const words = await written(page, dialog, "Save the audit");
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await page.keyboard.press("Escape");
	return words;
}

test("one that is damaged is called so, with what to do, alone and beside others", async ({ page }) => {
	await open(page);
	const whole = await saved(page);
	const damaged = { name: "sources-2024-05-01.audit (1).json", bytes: Buffer.from(whole.slice(0, -40)) };
	const words = "This saved audit is damaged or was cut short, so it cannot be opened. Save it again";
	await bring(page, "drop", [damaged]);
	const dialog = page.getByRole("dialog", { name: "Source audit" });
	await expect(dialog.getByRole("alert")).toContainText(`${damaged.name} – ${words}`);
	await expect(dialog.locator("table")).toHaveCount(0);
	await picture(page, "audit-damaged-light");
	await expectAccessible(page);
	await page.keyboard.press("Escape");
	const one = { name: "one.txt", bytes: Buffer.from("Mara Okoye said it was late.") };
	await bring(page, "drop", [{ ...damaged, name: "old.audit.json" }, one]);
	await expect(dialog.locator(".sum")).toHaveText("1 article · 1 named source");
	await dialog.getByText("1 could not be read").click();
	await expect(dialog.locator(".faults li")).toContainText(`old.audit.json – ${words}`);
});

test("several are opened at once, with articles beside them", async ({ page }) => {
	await open(page);
	const bytes = Buffer.from(await saved(page));
	await bring(page, "drop", [
		{ name: "a.audit.json", bytes },
		{ name: "b.audit.json", bytes },
		{ name: "one.txt", bytes: Buffer.from("Mara Okoye said it was late.") },
	]);
	const dialog = page.getByRole("dialog", { name: "Source audit" });
	await expect(dialog.locator(".sum")).toHaveText("5 articles · 3 named sources");
	await expect(dialog.getByText("4 were there already and are counted once.")).toBeVisible();
});
