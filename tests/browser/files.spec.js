// @ts-check
//! Files that come several at once, that cannot be read, or that hold many articles, in every way that files can come.

import { blocks, bring, file, PNG, value } from "./bring.js";
import { expect, expectAccessible, open, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

test("several dropped files are all taken: one is shown, the others are offered", async ({ page }) => {
	await open(page);
	await bring(page, "drop", [
		{ name: "one.txt", bytes: Buffer.from("Ana Brook said no.") },
		{ name: "photo.png", bytes: PNG },
		{ name: "two.md", bytes: Buffer.from("# Dam\n\nRay Hale said yes.") },
	]);
	await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
	await expect(page.getByText("2 files were read. This is one.txt.")).toBeVisible();
	await expect(page.getByText("Cannot be read: photo.png.")).toBeVisible();
	await picture(page, "intake-files-light");
	await expectAccessible(page);
	await page.getByRole("button", { name: "Show two.md" }).click();
	await expect(blocks(page)).toHaveText(["Dam", "Ray Hale said yes."]);
	await page.getByRole("button", { name: "Show one.txt" }).click();
	await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
});

test("files that cannot be read are named in one notice, and the next takes its place", async ({ page }) => {
	await open(page);
	const refused = page.locator("said-so .notice.alert");
	const bad = (/** @type {string} */ name) => ({ name, bytes: PNG });
	await bring(page, "drop", ["a.bin", "b.xlsx", "c.xls", "d.pptx", "e.bin", "f.bin"].map(bad));
	await expect(refused).toHaveCount(1);
	await expect(refused).toContainText("Cannot be read: a.bin, b.xlsx, c.xls, d.pptx, e.bin … (6).");
	await expect(refused).toContainText("“b.xlsx” is a spreadsheet");
	await expect(refused).toContainText("“d.pptx” is a presentation");
	await expect(refused).not.toContainText("“c.xls”");
	await expect(page.getByRole("button", { name: "Put all 6 in one table" })).toHaveCount(0);
	await picture(page, "intake-refused-light");
	await expectAccessible(page);
	await bring(page, "drop", [bad("budget.xlsx")]);
	await expect(refused).toHaveText(/^“budget.xlsx” is a spreadsheet/);
	await bring(page, "drop", [
		{ name: "one.txt", bytes: Buffer.from(" ") },
		{ name: "two.txt", bytes: Buffer.from("\n") },
	]);
	await expect(refused).toHaveText(/^There is no text in one.txt, two.txt\./);
	await bring(page, "drop", [
		{ name: "link.txt", bytes: Buffer.from("https://example.org/news") },
		{ name: "one.txt", bytes: Buffer.from("Ana Brook said no.") },
		bad("broken.docx"),
	]);
	await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
	await expect(page.getByText("Cannot be read: link.txt, broken.docx.")).toBeVisible();
});

test("blank text that is pasted is called by what it is", async ({ page }) => {
	await open(page);
	await bring(page, "paste", [], { "text/plain": " \n\n " });
	await expect(page.getByRole("alert")).toHaveText(/^There are no words in what was pasted\./);
	await file(page, "empty.txt", " ");
	await expect(page.getByRole("alert")).toHaveText(/^There is no text in empty.txt\./);
});

test.describe("what holds many articles goes into a table, however it comes", () => {
	const csv = "title,body\nOne,Ana Brook said no.\nTwo,Ray Hale said yes.\n";
	/** @type {Record<string, (page: Page) => Promise<unknown>>} */
	const WAYS = {
		dropped: (page) => bring(page, "drop", [{ name: "stories.csv", bytes: Buffer.from(csv) }]),
		pasted: (page) => bring(page, "paste", [{ name: "stories.csv", bytes: Buffer.from(csv) }]),
		chosen: (page) => file(page, "stories.csv", csv),
		"pasted into the field": async (page) => {
			await page.getByRole("textbox", { name: "Article text" }).focus();
			await bring(page, "paste", [{ name: "stories.csv", bytes: Buffer.from(csv) }], {}, "field");
		},
	};
	for (const [name, way] of Object.entries(WAYS))
		test(name, async ({ page }) => {
			await open(page);
			const before = await value(page);
			await way(page);
			const dialog = page.getByRole("dialog", { name: "Source audit" });
			await expect(dialog.locator(".sum")).toHaveText("2 articles · 2 named sources");
			await expect(page.getByRole("alert")).toHaveCount(0);
			expect(await value(page)).toBe(before);
		});

	test("several articles that are chosen are shown, and offered in one table", async ({ page }) => {
		await open(page);
		const one = (/** @type {string} */ name, /** @type {string} */ words) => ({
			name,
			mimeType: "",
			buffer: Buffer.from(words),
		});
		await page
			.locator("said-so input[type=file]")
			.setInputFiles([one("one.txt", "Ana Brook said no."), one("two.txt", "Ray Hale said yes.")]);
		await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
		await page.getByRole("button", { name: "Put all 2 in one table" }).click();
		await expect(page.locator(".sum")).toHaveText("2 articles · 2 named sources");
	});
});

test("a file that cannot be compared is named where it was pasted", async ({ page }) => {
	await open(page);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Compare with another article" }).click();
	const dialog = page.getByRole("dialog", { name: "Compare two articles" });
	await dialog.getByRole("textbox").evaluate((field) => {
		const clipboardData = new DataTransfer();
		clipboardData.items.add(new File(["x"], "budget.xlsx"));
		field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect(dialog.getByRole("alert")).toContainText("“budget.xlsx” is a spreadsheet");
});
