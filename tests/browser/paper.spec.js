// @ts-check
//! What comes out of a printer that is told to print grounds: dark words on white, whatever the theme.

import { expect, open, picture, pixels, test } from "./page.js";

/** @import { Colour } from "./page.js" */

const bright = (/** @type {Colour} */ colour) => Math.min(...colour);
const THEMES = /** @type {const} */ ([
	["light", "auto"],
	["dark", "auto"],
	["dark", "light"],
	["light", "dark"],
]);

for (const [colorScheme, theme] of THEMES)
	test(`paper is white and its words are dark: system ${colorScheme}, theme ${theme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await open(page);
		await expect(page.locator("said-so mark.cue").first()).toBeVisible();
		if (theme !== "auto") {
			await page.getByRole("button", { name: "More", exact: true }).click();
			await page.getByRole("combobox", { name: "Theme" }).selectOption(theme);
			await page.keyboard.press("Escape");
		}
		const notes = page.locator("said-so .printed h2");
		// What makes them is fetched once there is an article.
		await expect
			.poll(async () => {
				await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
				return notes.count();
			})
			.toBeGreaterThan(0);
		await page.emulateMedia({ media: "print", colorScheme });
		await picture(page, `paper-${colorScheme}-${theme}`);
		const { width, height } = /** @type {{ width: number, height: number }} */ (page.viewportSize());
		const seen = (await pixels(page, { x: 0, y: 0, width, height })).flat();
		const white = seen.filter((colour) => bright(colour) === 255).length;
		expect(white / seen.length).toBeGreaterThan(0.85);

		for (const words of [page.locator("said-so .block").nth(2), notes.first()]) {
			await words.scrollIntoViewIfNeeded();
			const clip = /** @type {NonNullable<Awaited<ReturnType<typeof words.boundingBox>>>} */ (
				await words.boundingBox()
			);
			const colours = (await pixels(page, { ...clip, width: Math.min(clip.width, 300) })).flat();
			expect(Math.min(...colours.map((colour) => Math.max(...colour)))).toBeLessThan(60);
			expect(Math.max(...colours.map(bright))).toBe(255);
		}
	});
