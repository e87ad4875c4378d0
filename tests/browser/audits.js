// @ts-check
//! Owns what the tests of an audit share: articles in lines, the dialog, files in and out, a mark that is none.

import { expect } from "./page.js";

/** @import { Page } from "@playwright/test" */

/** @param {number} n */
export const line = (n) =>
	JSON.stringify({
		id: `story-${n}`,
		headline: `Dam report ${n}`,
		section: n % 2 ? "City" : "Coast",
		author: "Mara Okoye",
		date: `2024-05-0${(n % 9) + 1}`,
		text: `Dam report ${n}\n\nAna Brook, the mayor, said the dam was safe. “It leaks,” said ${n % 2 ? "Ray Hale" : "Hale"}. A spokesman said that repairs would begin. The dam was built in 1931.`,
	});

export const LINES = [1, 2, 3, 4].map(line).join("\n");

/** @param {Page} page */
export async function openAudit(page) {
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Many articles, one table" }).click();
	const dialog = page.getByRole("dialog", { name: "Source audit" });
	await expect(dialog).toBeVisible();
	return dialog;
}

/** @param {Page} page @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
export async function audited(page, files) {
	const dialog = await openAudit(page);
	await dialog.locator("input[type=file]").setInputFiles(files);
	await expect(dialog.locator(".sum")).toBeVisible();
	return dialog;
}

export const file = (/** @type {string} */ name, /** @type {string | Buffer} */ words) => ({
	name,
	mimeType: "application/octet-stream",
	buffer: Buffer.from(words),
});

/**
 * The words of a file that a button hands over.
 * @param {Page} page
 * @param {import("@playwright/test").Locator} dialog
 * @param {string} name
 */
export async function written(page, dialog, name) {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		dialog.getByRole("button", { name, exact: true }).click(),
	]);
	const chunks = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

/**
 * Says of the mark at the keyboard that it is none.
 * @param {Page} page
 * @param {number} cue
 */
export async function unmark(page, cue) {
	await page.locator("said-so mark.cue").nth(cue).click();
	await page.locator("said-so .popover .desk").last().getByText("Correct", { exact: true }).click();
	await page.getByRole("button", { name: "No mark here" }).click();
}

export const changesTab = (/** @type {Page} */ page) => page.getByRole("tab", { name: /^Changes/ });
