// @ts-check
//! Seeing and hearing the marks: without colour, in every language, right to left, enlarged, by screen reader.

import { contrast, expect, expectAccessible, open, paste, picture, pixels, show, test } from "./page.js";
import { reportOf } from "./report.js";

const news = () =>
	reportOf(
		[
			"{source Ms. Li} {cue said} {content the line is safe}.",
			"{source Two people} {cue said} {content it is not}.",
			"{claim It was built in 1902.}",
			"It {hedge:modal may} rain.",
		],
		[{ name: "Ms. Li" }, { name: "Two people", named: false }],
	);

test("the five kinds have five lines, whatever the colour", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.keyboard.press("Alt+4");
	const lines = await page.evaluate(() => {
		const root = /** @type {ShadowRoot} */ (document.querySelector("said-so")?.shadowRoot);
		return ["mark.cue", "mark.source", "mark.source.unnamed", "mark.claim", "mark.hedge"].map(
			(selector) =>
				getComputedStyle(/** @type {Element} */ (root.querySelector(selector))).textDecorationStyle,
		);
	});
	expect(lines).toEqual(["solid", "double", "dotted", "dashed", "wavy"]);
});

test("the pictures of the five kinds differ in grey as well", async ({ page }) => {
	await open(page);
	await show(page, news());
	await page.keyboard.press("Alt+4");
	await page.evaluate(() => {
		document.documentElement.style.filter = "grayscale(1)";
	});
	await picture(page, "kinds-grey");
	const shapes = await Promise.all(
		[".attribution", ".unnamed", ".claim", ".hedge", ".sentence"].map(async (kind) => {
			const shot = await page.locator(`said-so .legend .swatch${kind}`).screenshot();
			return shot.toString("base64");
		}),
	);
	expect(new Set(shapes).size).toBe(5);
});

test("words have enough contrast against what is behind them, lit or not", async ({ page }) => {
	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		await page.emulateMedia({ colorScheme });
		await open(page);
		await show(page, news());
		await page.keyboard.press("Alt+4");
		const least = await page.evaluate(() => {
			const root = /** @type {ShadowRoot} */ (document.querySelector("said-so")?.shadowRoot);
			for (const mark of root.querySelectorAll("mark")) mark.classList.add("lit");
			const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (
				new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
			);
			const paint = (/** @type {string[]} */ colours) => {
				pen.clearRect(0, 0, 1, 1);
				for (const colour of colours) {
					pen.fillStyle = colour;
					pen.fillRect(0, 0, 1, 1);
				}
				const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
					const part = value / 255;
					return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
				});
				return 0.2126 * r + 0.7152 * g + 0.0722 * b;
			};
			const ground = getComputedStyle(document.documentElement).backgroundColor;
			const ratios = [...root.querySelectorAll("mark")].map((mark) => {
				const { color, backgroundColor, textDecorationColor } = getComputedStyle(mark);
				const back = paint([ground, backgroundColor]);
				const contrast = (/** @type {string} */ one) => {
					const [low, high] = [back, paint([one])].sort((a, b) => a - b);
					return (high + 0.05) / (low + 0.05);
				};
				return {
					text: contrast(color),
					line: mark.className.includes("content") ? 3 : contrast(textDecorationColor),
				};
			});
			return {
				text: Math.min(...ratios.map(({ text }) => text)),
				line: Math.min(...ratios.map(({ line }) => line)),
			};
		});
		expect(least.text).toBeGreaterThan(7);
		expect(least.line).toBeGreaterThanOrEqual(3);
	}
});

test("a screen reader hears as much as the host asks for", async ({ page }) => {
	await open(page);
	await show(page, news());
	const cue = page.locator("said-so mark.cue").first();
	await expect(cue).toHaveAttribute("aria-description", "Attribution: Ms. Li");
	const announce = (/** @type {string} */ value) =>
		page.evaluate((value) => document.querySelector("said-so")?.setAttribute("announce", value), value);
	await announce("off");
	expect(await cue.getAttribute("aria-description")).toBeNull();
	await announce("full");
	await expect(cue).toHaveAttribute("data-say", "Attribution: Ms. Li");
	await expectAccessible(page);
});

for (const [language, words] of Object.entries({
	de: "Wer sagt was",
	es: "Quién dice qué",
	fr: "Qui dit quoi",
}))
	test.describe(`the interface in ${language}`, () => {
		test.use({ locale: language, viewport: { width: 320, height: 640 } });
		test("fits the smallest screen", async ({ page }) => {
			await open(page);
			await expect(page.locator("html")).toHaveAttribute("lang", language);
			await expect(page.getByText(words).first()).toBeAttached();
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
			).toBeLessThanOrEqual(0);
			await picture(page, `language-${language}`);
			await expectAccessible(page);
		});
	});

test("right to left: text and layout turn round, nothing is cut off", async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		document.documentElement.dir = "rtl";
	});
	await paste(page, { "text/plain": "قال الوزير إن الجسر سيبقى مغلقا.\n\nThe mayor said it was safe." });
	const [first, second] = await page
		.locator("said-so .block")
		.evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).unicodeBidi));
	expect([first, second]).toEqual(["plaintext", "plaintext"]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	await picture(page, "right-to-left");
	await expectAccessible(page);
});

test("targets are large enough to hit", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 800 });
	await open(page);
	const small = await page.evaluate(() => {
		const root = /** @type {ShadowRoot} */ (document.querySelector("said-so")?.shadowRoot);
		return [...document.querySelectorAll("button"), ...root.querySelectorAll("button, select, summary")]
			.map((node) => ({ name: node.textContent, box: node.getBoundingClientRect() }))
			.filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
			.map(({ name }) => name);
	});
	expect(small).toEqual([]);
});

for (const system of /** @type {const} */ (["light", "dark"]))
	for (const theme of /** @type {const} */ (["auto", "light", "dark"]))
		test(`the theme ${theme} over a ${system} system: every word stands out from its ground`, async ({
			page,
		}) => {
			await page.emulateMedia({ colorScheme: system });
			await open(page);
			await page.getByRole("button", { name: "More" }).click();
			await page.getByRole("combobox", { name: "Theme" }).selectOption(theme);
			await page.keyboard.press("Escape");
			const isDark = (theme === "auto" ? system : theme) === "dark";
			for (const words of [
				page.locator("said-so .block").nth(3),
				page.locator("said-so .status"),
				page.getByText("Your text stays on this page"),
				page.getByRole("button", { name: "Share" }),
			]) {
				const clip = await words.boundingBox();
				if (!clip) throw new Error("it is not on the screen");
				const seen = (await pixels(page, clip)).flat();
				const ground = seen[seen.length - 1];
				const most = Math.max(...seen.map((colour) => contrast(colour, ground)));
				expect(most, String(words)).toBeGreaterThan(4.5);
				expect(ground[0] < 128, `${words} on a dark ground`).toBe(isDark);
			}
		});

for (const system of /** @type {const} */ (["light", "dark"]))
	for (const theme of /** @type {const} */ (["auto", "light", "dark"]))
		test(`the theme ${theme} under forced colours over a ${system} system: words stand out, marks too`, async ({
			page,
		}) => {
			await page.emulateMedia({ colorScheme: system, forcedColors: "active" });
			await open(page);
			await page.getByRole("button", { name: "More" }).click();
			await page.getByRole("combobox", { name: "Theme" }).selectOption(theme);
			await page.keyboard.press("Escape");
			for (const words of [
				page.locator("said-so .block").nth(3),
				page.locator("said-so mark.cue").first(),
				page.locator("said-so .status"),
				page.getByRole("button", { name: "Share" }),
				page.locator("said-so .card h3").first(),
			]) {
				const clip = await words.boundingBox();
				if (!clip) throw new Error("it is not on the screen");
				const seen = (await pixels(page, clip)).flat();
				const ground = seen[seen.length - 1];
				expect(Math.max(...seen.map((colour) => contrast(colour, ground))), String(words)).toBeGreaterThan(7);
			}
		});

test("who asks for more contrast gets it: soft words, rules and lines", async ({ page }) => {
	for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
		await page.emulateMedia({ colorScheme, contrast: "more" });
		await open(page);
		await show(page, news());
		await page.keyboard.press("Alt+4");
		for (const [words, least] of /** @type {[import("@playwright/test").Locator, number][]} */ ([
			[page.getByText("Your text stays on this page"), 10],
			[page.locator("said-so .card .about").first(), 10],
			[page.locator("said-so .block").first(), 15],
		])) {
			const clip = await words.boundingBox();
			if (!clip) throw new Error("it is not on the screen");
			const seen = (await pixels(page, clip)).flat();
			const ground = seen[seen.length - 1];
			expect(Math.max(...seen.map((colour) => contrast(colour, ground))), String(words)).toBeGreaterThan(
				least,
			);
		}
		await picture(page, `contrast-more-${colorScheme}`);
		await expectAccessible(page);
	}
});

for (const [name, size] of /** @type {const} */ ([
	["at 200 %", { width: 640, height: 430 }],
	["400 pixels high", { width: 1280, height: 400 }],
	["a phone lying down", { width: 740, height: 360 }],
]))
	test(`${name}: the article is on the first screen, and nothing stays in its way`, async ({ page }) => {
		await page.setViewportSize(size);
		await open(page);
		await picture(page, `low-${size.width}-${size.height}-light`);
		const covered = (await page.locator("said-so .panel").boundingBox())?.y ?? size.height;
		const isSheet = await page.locator("said-so .sheet").isVisible();
		const headline = await page.locator("said-so .headline").boundingBox();
		if (!headline) throw new Error("there is no headline");
		expect(headline.y + headline.height).toBeLessThan(isSheet ? covered : size.height);
		await page.mouse.wheel(0, 600);
		await expect(page.locator("said-so .bar")).not.toBeInViewport();
		await expectAccessible(page);
	});

test("the panel's tabs stay in sight under the bar, however many lines it has", async ({ page }) => {
	for (const lines of [1, 2]) {
		await page.setViewportSize({ width: 1280, height: 700 });
		await open(page);
		await page.evaluate((lines) => {
			const words = "Attributions ".repeat(lines * lines * 4 - 3);
			/** @type {any} */ (document.querySelector("said-so")).i18n = { "kind.attribution": words };
		}, lines);
		await page.mouse.move(300, 500);
		await page.mouse.wheel(0, 900);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
		const bar = await page.locator("said-so .bar").boundingBox();
		const tabs = await page.getByRole("tab", { name: "Sources" }).boundingBox();
		if (!bar || !tabs) throw new Error("they are not there");
		expect(tabs.y).toBeGreaterThanOrEqual(bar.y + bar.height);
		expect(tabs.y).toBeLessThan(bar.y + bar.height + 40);
		await picture(page, `tabs-${lines}`);
	}
});

test("an article that begins with a small heading keeps the order of headings", async ({ page }) => {
	await open(page);
	await paste(page, {
		"text/plain": "no",
		"text/html":
			"<p>It is late.</p><h3>A small heading</h3><p>Ana Brook said no.</p><h4>Another one</h4><p>Ray Hale said yes.</p>",
	});
	await expect(page.locator("said-so h2.block")).toHaveText("A small heading");
	await expect(page.locator("said-so h3.block")).toHaveText("Another one");
	await expectAccessible(page);
});
