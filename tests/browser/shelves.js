// @ts-check
//! Owns what the tests of keeping on the device share: articles that are kept, the dialog, files in and out.

import { expect, open, paste } from "./page.js";

/** @import { Locator, Page } from "@playwright/test" */

export const ONE = "Ana Brook said the dam was safe.";
export const TWO = "Ray Hale said the bridge was not.";

/** @param {Page} page @param {string} text */
export async function read(page, text) {
	await paste(page, { "text/plain": text });
	await expect(page.locator("said-so .block")).toHaveText([text]);
}

/** @param {Page} page */
export async function openShelf(page) {
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Kept on this device…" }).click();
	return page.getByRole("dialog", { name: "Kept on this device" });
}

/** Reads an article until it is kept. @param {Page} page @param {string} text */
export async function keep(page, text) {
	await read(page, text);
	await page.waitForTimeout(800);
}

/** The page with some articles kept on the device. @param {Page} page @param {string[]} texts */
export async function kept(page, ...texts) {
	await open(page);
	await (await openShelf(page)).getByRole("checkbox").check();
	await page.keyboard.press("Escape");
	for (const text of texts) await keep(page, text);
}

/** Where the file of all that is kept lies. @param {Page} page @param {Locator} shelf */
export async function exported(page, shelf) {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		shelf.getByRole("button", { name: "Export all" }).click(),
	]);
	return download.path();
}

/** @param {Page} page @param {Locator} shelf @param {Parameters<import("@playwright/test").FileChooser["setFiles"]>[0]} files */
export async function takeIn(page, shelf, files) {
	const [chooser] = await Promise.all([
		page.waitForEvent("filechooser"),
		shelf.getByRole("button", { name: "Import…" }).click(),
	]);
	await chooser.setFiles(files);
}
