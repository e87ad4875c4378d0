// @ts-check
//! The source audit: many articles, one table, and the way to each of them.

import { createRequire } from "node:module";
import { expect, expectAccessible, open, paste, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const JSZip = createRequire(import.meta.url)("jszip");

/** @param {number} n */
const line = (n) =>
	JSON.stringify({
		id: `story-${n}`,
		headline: `Dam report ${n}`,
		section: n % 2 ? "City" : "Coast",
		author: "Mara Okoye",
		date: `2024-05-0${(n % 9) + 1}`,
		text: `Dam report ${n}\n\nAna Brook, the mayor, said the dam was safe. “It leaks,” said ${n % 2 ? "Ray Hale" : "Hale"}. A spokesman said that repairs would begin. The dam was built in 1931.`,
	});

const LINES = [1, 2, 3, 4].map(line).join("\n");

/** @param {Page} page */
async function openAudit(page) {
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Many articles, one table" }).click();
	const dialog = page.getByRole("dialog", { name: "Source audit" });
	await expect(dialog).toBeVisible();
	return dialog;
}

/** @param {Page} page @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
async function audited(page, files) {
	const dialog = await openAudit(page);
	await dialog.locator("input[type=file]").setInputFiles(files);
	await expect(dialog.locator(".sum")).toBeVisible();
	return dialog;
}

const file = (/** @type {string} */ name, /** @type {string | Buffer} */ words) => ({
	name,
	mimeType: "application/octet-stream",
	buffer: Buffer.from(words),
});

test("articles of a file of lines are joined by whole names; a last name alone stands apart", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	const row = (/** @type {string} */ name) => dialog.locator("tr").filter({ hasText: name }).first();
	await expect(row("Ana Brook").locator("td").nth(1)).toHaveText("4");
	await expect(row("Ray Hale").locator("td").nth(1)).toHaveText("2");
	const apart = dialog.locator("table").last();
	await expect(apart.locator("tr").nth(1)).toContainText("Hale");
	await expect(apart.locator("tr").nth(1)).toContainText("Ray Hale");
	await apart.getByRole("combobox", { name: "Who is Hale?" }).selectOption("Ray Hale");
	await expect(row("Ray Hale").locator("td").nth(1)).toHaveText("4");
	await dialog.getByRole("button", { name: /^Undo: “hale”/ }).click();
	await expect(row("Ray Hale").locator("td").nth(1)).toHaveText("2");
	await expect(dialog.getByRole("heading", { name: "By section" })).toBeVisible();
	await picture(page, "audit-light");
	await expectAccessible(page);
	await dialog.getByText("Ana Brook", { exact: true }).click();
	await dialog.getByRole("button", { name: "the dam was safe" }).first().click();
	await expect(page.locator("said-so .block").first()).toHaveText("Dam report 1");
	await expect(page.locator("said-so mark.cue").first()).toBeFocused();
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await expect(dialog.locator(".sum")).toBeVisible();
});

test("files of every kind, in a zip too, and what cannot be read is named", async ({ page }) => {
	await open(page);
	const zip = new JSZip();
	zip.file("a/one.txt", "Ana Brook said the dam was safe.");
	zip.file("a/two.md", "# Dam\n\nAna Brook said it was not.");
	zip.file("__MACOSX/._one.txt", "x");
	zip.file("picture.png", "x");
	zip.file("table.csv", 'title,body\nOne,"Ana Brook said so."\nTwo,"Ray Hale said it was late."\n');
	const files = [
		file("all.zip", await zip.generateAsync({ type: "nodebuffer" })),
		file("page.html", "<article><h1>Dam</h1><p>Ray Hale said it was safe.</p></article>"),
		file("broken.jsonl", '{"text":"Ana Brook said yes."}\n{"text":'),
	];
	const dialog = await audited(page, files);
	await expect(dialog.locator(".sum")).toHaveText("6 articles · 2 named sources");
	await dialog.getByText("2 could not be read").click();
	await expect(dialog.locator(".faults")).toContainText("picture.png");
	await expect(dialog.locator(".faults")).toContainText("broken.jsonl:2");
});

test("several are pasted at once, apart by lines of dashes", async ({ page }) => {
	await open(page);
	const dialog = await openAudit(page);
	await paste(page, {
		"text/plain": "Ana Brook said yes.\n---\nAna Brook said no.\n\n***\nRay Hale said it was late.",
	});
	await expect(dialog.locator(".sum")).toHaveText("3 articles · 2 named sources");
});

test("own columns are filled by hand, saved and opened again, and go into every file", async ({ page }) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await dialog.getByRole("textbox", { name: "Region: Ana Brook" }).fill("=North");
	await page.keyboard.press("Tab");
	/** @param {string} name */
	const written = async (name) => {
		const [download] = await Promise.all([
			page.waitForEvent("download"),
			dialog.getByRole("button", { name, exact: true }).click(),
		]);
		const chunks = [];
		for await (const chunk of await download.createReadStream()) chunks.push(chunk);
		return Buffer.concat(chunks).toString();
	};
	expect(await written("CSV")).toMatch(/Ana Brook,mayor,person,4,4,\d+,[\d.]+,"'=North"/);
	expect(await written("JSON lines")).toContain('"own":{"Region":"=North"}');
	expect(await written("HTML report")).toContain("<th>Region</th>");
	const saved = await written("Save the audit");
	await page.reload();
	await expect(page.locator("html[data-ready=yes]")).toBeAttached();
	dialog = await audited(page, [file("my.audit.json", saved)]);
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("=North");
	await expect(dialog.getByRole("button", { name: "the dam was safe" })).toHaveCount(0);
});

test("an audit can be ended, and shows what was read by then", async ({ page }) => {
	await open(page);
	const dialog = await openAudit(page);
	const many = Array.from({ length: 3000 }, (_, n) => line(n)).join("\n");
	await dialog.locator("input[type=file]").setInputFiles([file("many.jsonl", many)]);
	await expect(dialog.locator("progress")).toHaveJSProperty("max", 3000);
	await picture(page, "audit-progress-light");
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(dialog.getByText("Stopped.")).toBeVisible();
});

for (const [name, width, height, media] of /** @type {const} */ ([
	["dark", 1280, 900, { colorScheme: "dark" }],
	["narrow", 390, 844, {}],
	["forced", 1280, 900, { forcedColors: "active" }],
]))
	test(`the audit can be seen and reached: ${name}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia(media);
		await open(page);
		const dialog = await audited(page, [file("stories.jsonl", LINES)]);
		await dialog.getByText("Ana Brook", { exact: true }).click();
		await picture(page, `audit-${name}`);
		await expectAccessible(page);
	});
