// @ts-check
//! What every test of the page needs: a page that reports its problems, axe, a screenshot per state.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect } from "@playwright/test";

/** @import { Page } from "@playwright/test" */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Keeping a page for when there is no connection is a quarter of what a new page costs; only tests of that need it. */
function keepNothing() {
	if (!("ServiceWorkerContainer" in globalThis)) return;
	ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error("not under test"));
}

/** Any error or warning on the console fails the test, save what the policy is expected to refuse. */
export const test =
	/** @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & { refused: RegExp, keepsPage: boolean }, import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>} */ (
		/** @type {any} */ (base).extend({
			refused: [/(?!)/, { option: true }],
			keepsPage: [false, { option: true }],
			page: async (
				/** @type {{ page: Page, refused: RegExp, keepsPage: boolean }} */ { page, refused, keepsPage },
				/** @type {(page: Page) => Promise<void>} */ use,
			) => {
				if (!keepsPage) await page.context().addInitScript(keepNothing);
				/** @type {string[]} */
				const problems = [];
				page.on("console", (message) => {
					if (["error", "warning"].includes(message.type()) && !refused.test(message.text()))
						problems.push(message.text());
				});
				page.on("pageerror", (error) => problems.push(String(error)));
				await use(page);
				expect(problems).toEqual([]);
			},
		})
	);

export { expect };

/** How long a page may take to start on a busy machine; how fast it does is measured elsewhere. */
const START = 20_000;

/** Waits until a page has started. @param {Page} page */
export const started = (page) =>
	expect(page.locator("html[data-ready=yes]")).toBeAttached({ timeout: START });

/**
 * The page with its sample marked.
 * @param {Page} page
 */
export async function open(page) {
	await page.goto("./");
	await started(page);
}

/**
 * Shows a report of our own making.
 * @param {Page} page
 * @param {{ text: string, report: any }} made
 */
export const show = (page, made) =>
	page.evaluate(({ text, report }) => {
		/** @type {any} */ (document.querySelector("said-so")).open(text, report);
	}, made);

/**
 * Pastes into whatever has the focus.
 * @param {Page} page
 * @param {Record<string, string>} kinds text by media type
 */
export const paste = (page, kinds) =>
	page.evaluate((kinds) => {
		const data = new DataTransfer();
		for (const [type, text] of Object.entries(kinds)) data.setData(type, text);
		const event = new ClipboardEvent("paste", {
			clipboardData: data,
			bubbles: true,
			composed: true,
			cancelable: true,
		});
		(document.activeElement ?? document.body).dispatchEvent(event);
	}, kinds);

/**
 * Nothing for axe to complain about.
 * @param {Page} page
 */
export async function expectAccessible(page) {
	// `evaluate` runs past the policy that keeps foreign scripts out.
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run());
	const found = violations.map((/** @type {any} */ { id, nodes }) => [
		id,
		nodes.map((/** @type {any} */ n) => n.html),
	]);
	expect(found).toEqual([]);
}

/**
 * @param {Page} page
 * @param {string} name
 */
export const picture = (page, name) => page.screenshot({ path: `test-results/pictures/${name}.png` });

/**
 * The text of the marks with a class.
 * @param {Page} page
 * @param {string} selector
 */
export const marked = (page, selector) => page.locator(`said-so ${selector}`).allTextContents();

/** What a tester's eye sees: numbers taken from the screen, never from a style sheet. @typedef {[number, number, number]} Colour */

/**
 * The colours on the screen in a box, row by row.
 * @param {Page} page
 * @param {{ x: number, y: number, width: number, height: number }} clip
 * @returns {Promise<Colour[][]>}
 */
export async function pixels(page, clip) {
	const shot = (await page.screenshot({ clip, caret: "hide" })).toString("base64");
	const { width, height, data } = await page.evaluate(async (shot) => {
		const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
		const { width, height } = image;
		const context = new OffscreenCanvas(width, height).getContext("2d");
		if (!context) throw new Error("no canvas");
		context.drawImage(image, 0, 0);
		const { data } = context.getImageData(0, 0, width, height);
		return { width, height, data: btoa(Array.from(data, (part) => String.fromCharCode(part)).join("")) };
	}, shot);
	const parts = Buffer.from(data, "base64");
	return Array.from({ length: height }, (_, y) =>
		Array.from({ length: width }, (_, x) => {
			const at = 4 * (y * width + x);
			return /** @type {Colour} */ ([parts[at], parts[at + 1], parts[at + 2]]);
		}),
	);
}

/** Relative luminance as WCAG defines it. @param {Colour} colour */
const luminance = (colour) => {
	const [r, g, b] = colour.map((part) =>
		part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
	);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/**
 * Contrast as WCAG defines it, from 1 to 21.
 * @param {Colour} a
 * @param {Colour} b
 */
export function contrast(a, b) {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}
