// @ts-check
//! The way back to an audit leads to where its reader left it, and its files say what was corrected by hand.

import { audited, changesTab, file, LINES, line, unmark, written } from "./audits.js";
import { expect, open, picture, test } from "./page.js";

test("the way back leads to the row that its reader left by, in whichever table", async ({ page }) => {
	await open(page);
	const many = Array.from({ length: 70 }, (_, n) => line(n + 10)).join("\n");
	const dialog = await audited(page, [file("stories.jsonl", many)]);
	const back = async () => {
		await expect(dialog).toHaveCount(0);
		await page.getByRole("button", { name: "Back to the audit" }).click();
	};
	// An article behind the first fifty.
	await dialog.getByRole("button", { name: "Show all 70" }).first().click();
	const late = dialog.getByRole("button", { name: "Dam report 75" });
	await late.click();
	await back();
	await expect(late).toBeFocused();
	await expect(late).toBeInViewport();
	// A statement of a source.
	await dialog.getByText("Ana Brook", { exact: true }).click();
	const said = dialog.getByRole("button", { name: "the dam was safe" }).nth(2);
	await said.click();
	await back();
	await expect(said).toBeFocused();
	await expect(said).toBeInViewport();
	await picture(page, "audit-back-light");
	// A claim without a source; where the button is gone, the article's has the keyboard.
	await dialog.locator("summary").filter({ hasText: /^1$/ }).nth(1).click();
	const claim = dialog.getByRole("button", { name: "The dam was built in 1931" }).first();
	await claim.click();
	await expect(page.locator("said-so mark.claim")).toBeFocused();
	await page.keyboard.press("Escape");
	await back();
	await expect(claim).toBeFocused();
});

test("the files of an audit say how many corrections were made by hand, and in which articles", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	expect(await written(page, dialog, "HTML report")).not.toContain("by hand");
	expect(await written(page, dialog, "CSV")).not.toContain("by hand");
	for (const n of [1, 3]) {
		await dialog.getByRole("button", { name: `Dam report ${n}` }).click();
		for (let marks = 0; marks < n; marks += 2) await unmark(page, 0);
		await expect(changesTab(page)).toHaveText(`Changes (${(n + 1) / 2})`);
		await page.getByRole("button", { name: "Back to the audit" }).click();
	}
	const html = await written(page, dialog, "HTML report");
	const other = await page.context().newPage();
	await other.setContent(html);
	await expect(other.locator(".corrected")).toHaveText(
		"3 corrections were made by hand; what stands here is counted with them. Articles corrected: 2.",
	);
	const row = (/** @type {number} */ n) => other.getByRole("row", { name: `Dam report ${n}` });
	await expect(other.getByRole("columnheader", { name: "Corrections by hand" })).toBeVisible();
	await expect(row(1).locator("td").last()).toHaveText("1");
	await expect(row(2).locator("td").last()).toHaveText("0");
	await expect(row(3).locator("td").last()).toHaveText("2");
	await other.screenshot({ path: "test-results/pictures/audit-corrected-report-light.png" });
	await other.emulateMedia({ colorScheme: "dark" });
	await other.setViewportSize({ width: 380, height: 800 });
	await other.screenshot({ path: "test-results/pictures/audit-corrected-report-narrow-dark.png" });
	await other.close();
	const csv = (await written(page, dialog, "CSV")).split("\r\n");
	expect(csv[0]).toMatch(/,share,articles corrected by hand$/);
	expect(csv.find((one) => one.startsWith("Ana Brook"))).toMatch(/,0$/);
	const lines = (await written(page, dialog, "JSON lines")).trim().split("\n");
	expect(lines.map((one) => JSON.parse(one).changes?.corrections.length)).toEqual([
		1,
		undefined,
		2,
		undefined,
	]);
});
