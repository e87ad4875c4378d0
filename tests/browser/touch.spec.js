// @ts-check
//! The page under a finger, on a small screen; with larger text; and for those who want nothing to move.

import { expect, expectAccessible, open, picture, show, test } from "./page.js";
import { reportOf } from "./report.js";

test.describe("under a finger", () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

	test("a tap on words opens the popover, a tap beside it closes it", async ({ page }) => {
		await open(page);
		await show(page, reportOf(["{source Ms. Li} {cue said} {content no}."], [{ name: "Ms. Li" }]));
		const dialog = page.getByRole("dialog", { name: "About this mark" });
		await page.locator("said-so mark.content").tap();
		await expect(dialog).toContainText("Ms. Li");
		await picture(page, "touch-popover");
		// On a busy machine one tap closed nothing, twice in some hundred runs; why was not found. A reader taps again.
		await expect(async () => {
			await page.touchscreen.tap(20, 20);
			await expect(dialog).toBeHidden({ timeout: 1_000 });
		}).toPass();
	});

	test("the sheet comes up by its tabs, leads to the words, and makes room for them", async ({ page }) => {
		await open(page);
		await page.getByRole("tab", { name: "Findings" }).tap();
		await expect(page.getByRole("searchbox")).toBeVisible();
		await page.locator("said-so .findings .go").nth(8).tap();
		await expect(page.getByRole("searchbox")).toBeHidden();
		await expect(page.locator("said-so mark.lit").first()).toBeInViewport();
		await page.getByRole("button", { name: "Show the panel" }).tap();
		await expect(page.getByRole("searchbox")).toBeVisible();
		await page.getByRole("button", { name: "Hide the panel" }).tap();
		await expectAccessible(page);
	});
});

test("the popover is whole on the screen wherever its mark stands", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 620 });
	await open(page);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByLabel("Language").selectOption("de");
	await page.keyboard.press("Escape");
	for (let n = 0; n < 8; n++) {
		await page.keyboard.press("F8");
		await page.keyboard.press("Enter");
		await expect(page.getByRole("dialog")).toBeInViewport({ ratio: 1 });
		await page.keyboard.press("Escape");
		await expect(page.getByRole("dialog")).toBeHidden();
	}
});

test("with text twice as large nothing is cut off", async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		document.documentElement.style.fontSize = "200%";
	});
	for (const width of [1280, 640]) {
		await page.setViewportSize({ width, height: 860 });
		await picture(page, `large-text-${width}`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0,
		);
	}
});

test("nothing moves for those who ask for it", async ({ page }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	await open(page);
	const durations = await page.evaluate(() => {
		const root = /** @type {ShadowRoot} */ (document.querySelector("said-so")?.shadowRoot);
		return [...root.querySelectorAll("*"), ...document.querySelectorAll("*")].map((node) => {
			const { transitionDuration, animationName } = getComputedStyle(node);
			return `${transitionDuration} ${animationName}`;
		});
	});
	expect([...new Set(durations)]).toEqual(["0s none"]);
	const jumped = await page.evaluate(() => {
		const reader = /** @type {any} */ (document.querySelector("said-so"));
		reader.select(`a${reader.report.attributions.length - 1}`);
		return scrollY;
	});
	expect(jumped).toBeGreaterThan(300);
});
