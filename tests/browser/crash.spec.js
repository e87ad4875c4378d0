// @ts-check
//! The engine trapping for real: its memory is overwritten, so that the next call runs into nonsense.

import { expect, expectAccessible, marked, open, paste, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const TEXT = "Mayor Ana Ruiz said the bridge would stay closed.";

/** Keeps hold of the memory of every instance that the page makes. @param {Page} page */
const watch = (page) =>
	page.addInitScript(() => {
		/** @type {WebAssembly.Memory[]} */
		const memories = [];
		const keep = (/** @type {any} */ made) => {
			memories.push((made.instance ?? made).exports.memory);
			return made;
		};
		const { Instance, instantiate } = WebAssembly;
		WebAssembly.instantiate = /** @type {any} */ (
			async (/** @type {any[]} */ ...given) => keep(await instantiate(.../** @type {[any]} */ (given)))
		);
		WebAssembly.Instance = /** @type {any} */ (
			new Proxy(Instance, {
				construct: (made, given) => keep(Reflect.construct(made, given)),
			})
		);
		Object.assign(window, { memories });
	});

/** @param {Page} page */
const spoil = (page) =>
	page.evaluate(() => {
		const { memories } = /** @type {any} */ (window);
		new Uint8Array(memories.at(-1).buffer).fill(0xff);
		return memories.length;
	});

test.beforeEach(({ page }) => watch(page));

test("a crash is told in words, the text stays, and the next text gets a fresh engine", async ({ page }) => {
	await open(page);
	const before = await spoil(page);
	await paste(page, { "text/plain": TEXT });
	await expect(page.getByRole("alert")).toContainText("The engine stopped on this text. Nothing was sent.");
	await expect(page.locator("said-so .block")).toHaveText([TEXT]);
	await expect(page.getByText("This text has no marks.")).toBeVisible();
	expect(await page.evaluate(() => document.querySelector("said-so")?.matches(":state(error)"))).toBe(true);
	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		await page.emulateMedia({ colorScheme });
		await picture(page, `state-crashed-${colorScheme}`);
	}
	await page.setViewportSize({ width: 360, height: 740 });
	await picture(page, "state-crashed-narrow");
	await expectAccessible(page);
	await paste(page, { "text/plain": `${TEXT} Again.` });
	await expect.poll(() => marked(page, "mark.cue")).toEqual(["said"]);
	await expect(page.getByRole("alert")).toHaveCount(0);
	expect(await page.evaluate(() => /** @type {any} */ (window).memories.length)).toBe(before + 1);
});

test("the call that crashed rejects with its code", async ({ page }) => {
	await open(page);
	await spoil(page);
	const code = await page.evaluate(
		(text) =>
			/** @type {any} */ (document.querySelector("said-so"))
				.annotate(text)
				.then(String, (/** @type {any} */ error) => error.code),
		TEXT,
	);
	expect(code).toBe("engine-crash");
});
