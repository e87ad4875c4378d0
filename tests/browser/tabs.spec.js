// @ts-check
//! All tabs of the panel can be read and pressed in narrow windows, in every language, also the one that lists changes.

import { expect, expectAccessible, open, paste, picture, test } from "./page.js";

for (const locale of ["en", "de", "es", "fr"])
	test.describe(`in ${locale}`, () => {
		test.use({ locale });

		test("no tab is cut, covered or out of the window between 320 and 400 pixels", async ({ page }) => {
			await open(page);
			await paste(page, { "text/plain": "Ana Brook said no. It rained." });
			await expect(page.locator("said-so mark.cue")).toHaveText("said");
			await page.evaluate(() => {
				const reader = /** @type {any} */ (document.querySelector("said-so"));
				const at = { exact: "It rained.", prefix: "", suffix: "", start: 19 };
				reader.view = { ...reader.view, corrections: Array(12).fill({ act: "claim", at }) };
			});
			for (const width of [320, 340, 360, 380, 400]) {
				await page.setViewportSize({ width, height: 800 });
				const tabs = page.locator("said-so [role=tab]:visible");
				await expect(tabs).toHaveCount(4);
				await expect(tabs.last()).toContainText("12");
				const seen = await tabs.evaluateAll((all) =>
					all.map((tab) => {
						const { left, right, top, bottom } = tab.getBoundingClientRect();
						const words = document.createRange();
						words.selectNodeContents(tab);
						const box = words.getBoundingClientRect();
						const root = /** @type {ShadowRoot} */ (tab.getRootNode());
						const isOnTop = [left + 2, right - 2].every(
							(x) => root.elementFromPoint(x, (top + bottom) / 2) === tab,
						);
						const isInside = box.left >= left && box.right <= right && tab.scrollWidth <= tab.clientWidth;
						return isOnTop && isInside && right <= innerWidth && bottom <= innerHeight;
					}),
				);
				expect([width, ...seen]).toEqual([width, true, true, true, true]);
			}
			await page.setViewportSize({ width: 320, height: 700 });
			await picture(page, `tabs-320-${locale}`);
			await page.setViewportSize({ width: 380, height: 700 });
			await page.emulateMedia({ colorScheme: "dark" });
			await page.locator("said-so [role=tab]").last().click();
			await picture(page, `tabs-380-${locale}-dark`);
			await expectAccessible(page);
		});
	});
