// @ts-check
//! Every state of the page with its words; a picture of each in light, dark and narrow, and nothing for axe to find.

import { expect, expectAccessible, open, paste, picture, show, started, test } from "./page.js";
import { reportOf } from "./report.js";

/** @import { Page } from "@playwright/test" */
/** @typedef {{ words: string | RegExp, enter: (page: Page) => Promise<unknown> }} State */

const element = 'document.querySelector("said-so")';
const warned = (/** @type {string} */ code) => async (/** @type {Page} */ page) => {
	const made = reportOf(["{source Frau Li} {cue sagte} {content nein}."], [{ name: "Frau Li" }]);
	made.report.warnings.push({ code, detail: "" });
	await show(page, made);
};
/** @param {string} hash */
const linked = (hash) => (/** @type {Page} */ page) =>
	page.evaluate((hash) => {
		location.hash = hash;
	}, hash);

const tool = (/** @type {string} */ name) => (/** @type {Page} */ page) =>
	page.getByRole("button", { name, exact: true }).click();

const OTHER =
	"Ellery bridge to reopen\n\nMarta Lindqvist said the bridge would reopen in May. Traffic on the ring road has risen by 60 percent.";
const LONG = "The mayor said on Monday that the bridge may close. Nobody else was asked about it.\n\n".repeat(
	6000,
);

/** @type {Record<string, State>} */
const STATES = {
	empty: {
		words: "Paste an article to see who says what.",
		enter: (page) => page.evaluate(`${element}.clear()`),
	},
	sample: { words: "A sample article.", enter: async () => {} },
	"nothing-found": {
		words: "Nothing found to mark",
		enter: (page) => paste(page, { "text/plain": "Hello there." }),
	},
	"not-english": { words: "This does not look like English.", enter: warned("not-english") },
	truncated: { words: "Only the first 2,000,000 characters are marked.", enter: warned("truncated") },
	"unbalanced-quotes": { words: "A quotation mark has no partner", enter: warned("unbalanced-quotes") },
	"damaged-link": { words: "damaged or was cut short", enter: linked("#d=bm90aGluZw") },
	offline: {
		words: "You are offline. Everything here still works.",
		enter: (page) => page.evaluate(() => dispatchEvent(new Event("offline"))),
	},
	popover: {
		words: "Why it is marked",
		enter: async (page) => {
			await page.keyboard.press("F8");
			await page.keyboard.press("Enter");
		},
	},
	findings: { words: /\d+ findings/, enter: (page) => page.getByRole("tab", { name: "Findings" }).click() },
	numbers: {
		words: "Where the marks fall",
		enter: (page) => page.getByRole("tab", { name: "Numbers" }).click(),
	},
	teaching: {
		words: "All marks are hidden.",
		enter: (page) => page.evaluate(`${element}.teach()`),
	},
	editing: { words: "Done editing", enter: tool("Edit") },
	revealed: {
		words: "only saidso",
		enter: async (page) => {
			await page.evaluate(`${element}.teach()`);
			await page.getByRole("button", { name: "Reveal" }).click();
		},
	},
	share: { words: "The article is inside the link itself", enter: tool("Share") },
	export: { words: "for spreadsheets, one line per finding", enter: tool("Export") },
	help: { words: "What it cannot do", enter: tool("Help") },
	more: { words: "Start with an empty page", enter: tool("More") },
	compare: {
		words: "Sources in both",
		enter: async (page) => {
			await tool("More")(page);
			await page.getByRole("button", { name: "Compare with another article" }).click();
			await page.getByRole("textbox", { name: "The other article" }).fill(OTHER);
			await page.getByRole("button", { name: "Compare", exact: true }).click();
		},
	},
	long: {
		words: "12,000 sentences",
		enter: async (page) => {
			await paste(page, { "text/plain": LONG });
			await expect(page.getByText("12,000 sentences")).toBeVisible({ timeout: 20_000 });
		},
	},
};

const LOOKS = {
	light: { colorScheme: "light", width: 1280, height: 860 },
	dark: { colorScheme: "dark", width: 1280, height: 860 },
	narrow: { colorScheme: "light", width: 360, height: 740 },
	smallest: { colorScheme: "light", width: 320, height: 640 },
	"zoomed-in": { colorScheme: "light", width: 640, height: 430 },
};

/**
 * A picture in every look, in none of which anything runs over the edge.
 * @param {Page} page
 * @param {string} name
 */
async function looks(page, name) {
	for (const [look, { colorScheme, width, height }] of Object.entries(LOOKS)) {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme: /** @type {"light" | "dark"} */ (colorScheme) });
		await picture(page, `state-${name}-${look}`);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0,
		);
	}
}

for (const [name, { words, enter }] of Object.entries(STATES))
	test.describe(() => {
		// Only a page that is kept works without a connection.
		test.use({ keepsPage: name === "offline" });

		test(`${name}: its words are there, in light, dark, narrow and at 200 %`, async ({ page }) => {
			await open(page);
			await enter(page);
			await expect(page.getByText(words).first()).toBeVisible();
			await looks(page, name);
			await expectAccessible(page);
		});
	});

test("the notice of being offline goes when the connection is back", async ({ page }) => {
	await open(page);
	await page.evaluate(() => dispatchEvent(new Event("offline")));
	await expect(page.getByText("You are offline.")).toBeVisible();
	await page.evaluate(() => dispatchEvent(new Event("online")));
	await expect(page.getByText("You are offline.")).toBeHidden();
});

test("the text is on the page while the engine still loads", async ({ page }) => {
	/** @type {() => void} */
	let release = () => {};
	const held = new Promise((resolve) => {
		release = () => resolve(null);
	});
	await page.route("**/*.wasm", async (route) => {
		await held;
		await route.continue();
	});
	await page.goto("./");
	await expect(page.getByText("The closure has cut the old town off")).toBeVisible();
	await expect(page.getByRole("status").first()).toHaveText("Reading…");
	await expect(page.locator("said-so .panel .empty")).toHaveText("Reading…");
	await looks(page, "loading");
	await expectAccessible(page);
	release();
	await started(page);
});

test.describe("when the page's policy refuses WebAssembly", () => {
	test.use({ refused: /wasm|WebAssembly|Content Security Policy|Failed to load resource/i });

	test("the text is shown, with what to do", async ({ page }) => {
		await page.route("**/*", async (route) => {
			const response = await route.fetch();
			const headers = response.headers();
			const csp = headers["content-security-policy"]?.replace(" 'wasm-unsafe-eval'", "");
			await route.fulfill({
				response,
				headers: { ...headers, ...(csp && { "content-security-policy": csp }) },
			});
		});
		await page.goto("./");
		await expect(page.getByRole("alert")).toContainText("policy does not allow WebAssembly");
		await expect(page.getByText("The closure has cut the old town off")).toBeVisible();
		await looks(page, "wasm-refused");
		await expectAccessible(page);
		await page.unrouteAll({ behavior: "ignoreErrors" });
	});

	test("a download that fails is told apart", async ({ page }) => {
		await page.route("**/*.wasm", (route) => route.abort());
		await page.goto("./");
		await expect(page.getByRole("alert")).toContainText("The engine could not be loaded");
		await looks(page, "wasm-missing");
		await expectAccessible(page);
		await page.unrouteAll({ behavior: "ignoreErrors" });
	});
});
