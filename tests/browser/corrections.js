// @ts-check
//! Owns what the tests of corrections share: an article, a mark opened to be corrected, the cards.

import { expect, open, paste } from "./page.js";

/** @import { Page } from "@playwright/test" */

export const TEXT = [
	"The dam was built in 1931. Ana Brook said the dam was safe.",
	"Ray Hale said it was not. “It leaks,” he added.",
	"A spokesman said repairs may begin in May.",
].join("\n\n");

/** @param {Page} page */
export async function read(page) {
	await open(page);
	await paste(page, { "text/plain": TEXT });
	await expect(page.locator("said-so .block")).toHaveCount(3);
}

/** @param {Page} page @param {string} selector of a mark @param {number} [number] */
export async function correct(page, selector, number = 0) {
	await page.locator(`said-so ${selector}`).nth(number).click();
	const desk = page.locator("said-so .popover .desk").last();
	await desk.getByText("Correct", { exact: true }).click();
	return desk;
}

/** @param {Page} page */
export const cards = (page) => page.locator("said-so .card:not(.claim) h3").allTextContents();

/** @param {Page} page */
export const changesTab = (page) => page.getByRole("tab", { name: /^Changes/ });
