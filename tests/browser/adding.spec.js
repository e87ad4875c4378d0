// @ts-check
//! Where the tools for adding a mark stand: on the screen when adding begins, and over neither the tabs nor the words.

import { expect, expectAccessible, open, paste, picture, test } from "./page.js";

/** @import { Locator, Page } from "@playwright/test" */

const TEXT = Array.from(
	{ length: 12 },
	(_, n) =>
		`The dam above town ${n} is safe, said Ana Brook, the mayor. Ray Hale, who keeps the sluices, said that it was not.`,
).join("\n\n");
const tools = (/** @type {Page} */ page) => page.getByRole("group", { name: "Add a mark" });

/** @param {Locator} node */
async function box(node) {
	const found = await node.boundingBox();
	if (!found) throw new Error("not on the page");
	return { ...found, right: found.x + found.width, bottom: found.y + found.height };
}

/** @param {Awaited<ReturnType<typeof box>>} one @param {Awaited<ReturnType<typeof box>>} other */
const overlap = (one, other) =>
	one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom;

/** Everything of the tools is on the screen. @param {Page} page */
async function expectOnScreen(page) {
	const { y, bottom } = await box(tools(page));
	expect(y).toBeGreaterThanOrEqual(0);
	expect(bottom).toBeLessThanOrEqual(/** @type {any} */ (page.viewportSize()).height + 1);
}

/**
 * Selects the first words of a paragraph, which stand as low on the screen as they can.
 * @param {Page} page
 * @param {number} n
 */
async function select(page, n) {
	const block = page.locator("said-so .block").nth(n);
	// Above the tabs of the sheet.
	await block.evaluate((node) => {
		node.scrollIntoView({ block: "end" });
		scrollBy(0, 60);
	});
	const { x, bottom } = await box(block);
	await page.mouse.move(x + 1, bottom - 10);
	await page.mouse.down();
	await page.mouse.move(x + 90, bottom - 10, { steps: 6 });
	await page.mouse.up();
}

for (const [width, height] of [
	[640, 450],
	[1280, 450],
	[380, 700],
	[1280, 900],
])
	test(`at ${width}×${height} the tools are on the screen when adding begins, and stay there`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height });
		await open(page);
		await paste(page, { "text/plain": TEXT });
		await expect(page.locator("said-so .block")).toHaveCount(12);
		await page.getByRole("button", { name: "Add a mark" }).click();
		await expect(tools(page)).toBeVisible();
		await expectOnScreen(page);
		await page.mouse.move(width / 3, 20);
		await page.mouse.wheel(0, 600);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
		await expectOnScreen(page);
		const { height: high } = await box(tools(page));
		expect(high).toBeLessThan(height * 0.33);
		await picture(page, `adding-${width}`);
		await page.keyboard.press("Escape");
		await expect(page.getByRole("button", { name: "Add a mark" })).toBeFocused();
	});

test("at the end of the article the tools cover no tab", async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await open(page);
	await expect(page.locator("said-so mark.cue").first()).toBeVisible();
	await page.keyboard.press("Alt+m");
	await expect(tools(page)).toBeVisible();
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	await expectOnScreen(page);
	for (const tab of await page.getByRole("tab").all())
		expect(overlap(await box(tools(page)), await box(tab))).toBe(false);
	await picture(page, "adding-end-light");
	await expectAccessible(page);
	await page.getByRole("tab").nth(1).click();
	await expect(page.getByRole("tab").nth(1)).toHaveAttribute("aria-selected", "true");
});

for (const [width, height] of [
	[380, 700],
	[640, 450],
])
	test(`at ${width}×${height} the words that are selected are not under the tools`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await open(page);
		await paste(page, { "text/plain": TEXT });
		await expect(page.locator("said-so .block")).toHaveCount(12);
		await select(page, 4);
		await page.keyboard.press("Alt+m");
		await expect(tools(page).getByRole("status")).toContainText("“");
		await expectOnScreen(page);
		const words = await page.evaluate(() => {
			const root = /** @type {any} */ (document.querySelector("said-so")).shadowRoot;
			const selection = root.getSelection?.() ?? getSelection();
			return selection.getRangeAt(0).getBoundingClientRect();
		});
		expect(words.bottom).toBeLessThanOrEqual((await box(tools(page))).y);
		expect(words.top).toBeGreaterThanOrEqual(0);
		await picture(page, `adding-selected-${width}`);
	});

test("Esc takes the offer beside selected words away, leaves the words selected, and nothing else happens", async ({
	page,
}) => {
	await open(page);
	await paste(page, { "text/plain": TEXT });
	const offer = page.locator("said-so button.offer");
	await select(page, 0);
	await expect(offer).toBeVisible();
	const words = await page.evaluate(() => String(getSelection()));
	await page.keyboard.press("Escape");
	await expect(offer).toBeHidden();
	await page.waitForTimeout(400);
	await expect(offer).toBeHidden();
	expect(await page.evaluate(() => String(getSelection()))).toBe(words);
	await page.evaluate(() => getSelection()?.removeAllRanges());
	await select(page, 0);
	await expect(offer).toBeVisible();
	await offer.focus();
	await page.keyboard.press("Escape");
	await expect(offer).toBeHidden();
	await expect(page.locator("said-so button.add")).toBeFocused();
});
