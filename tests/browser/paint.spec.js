// @ts-check
//! What must not be touched by painting a host's article: its looks under every theme, other copies of the package, and
//! the caret of somebody who types in it.

import { existsSync, readFileSync } from "node:fs";
import { contrast, expect, pixels, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const SITE = "http://paper.example";
const ARTICLE = `<article id="theirs" style="font: 24px/2 serif"><p>Mayor Ana Ruiz said the bridge would stay closed.</p>
	<p>More in <a href="/more">the report</a>. <input value="a word"> <select><option>one</option></select></p></article>`;
const file = (/** @type {string} */ name) => new URL(`../../dist/package/${name}`, import.meta.url);

/**
 * A page of the site; a second copy of the package stands in another folder.
 * @param {Page} page
 * @param {string} body
 * @param {string} style
 */
async function open(page, body, style = "") {
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname;
		if (path === "/")
			return route.fulfill({
				contentType: "text/html; charset=utf-8",
				body: `<!doctype html><title>A paper</title><link rel="icon" href="data:,"><style>${style}</style><body>${body}`,
			});
		const name = path.replace(/^\/(one|two)\//, "");
		if (!existsSync(file(name))) return route.fulfill({ status: 404 });
		const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
		return route.fulfill({ contentType, body: readFileSync(file(name)) });
	});
	await page.goto(`${SITE}/`);
}

const load = (/** @type {Page} */ page) =>
	page.evaluate(() => void import(/** @type {any} */ ("/one/element.js")));
/** @param {Page} page */
const marked = (page) =>
	expect
		.poll(() =>
			page.evaluate(() => [...CSS.highlights].some(([name, { size }]) => name.includes("cue") && size)),
		)
		.toBe(true);

/** What is declared and drawn of the article's parts, without the lines of the marks. @param {Page} page */
const looks = (page) =>
	page.evaluate(() =>
		["article", "article p", "article a", "article input", "article select"].map((selector) => {
			const style = getComputedStyle(/** @type {Element} */ (document.querySelector(selector)));
			return [selector, style.colorScheme, style.color, style.backgroundColor, style.borderColor, style.font];
		}),
	);

/**
 * The colours at the beginning of a line: a link, a field, a choice.
 * @param {Page} page
 * @param {import("@playwright/test").Locator} line
 */
async function shot(page, line) {
	const box = await line.boundingBox();
	if (!box) throw new Error("it is not on the screen");
	return pixels(page, { ...box, width: 460 });
}

for (const system of /** @type {const} */ (["light", "dark"]))
	for (const theme of ["auto", "light", "dark"])
		for (const scheme of ["normal", "dark"])
			test(`a ${theme} element leaves a page of color-scheme ${scheme} as it was, where the system is ${system}`, async ({
				page,
			}) => {
				await page.emulateMedia({ colorScheme: system });
				await open(
					page,
					`<said-so theme="${theme}">${ARTICLE}</said-so>`,
					`html { color-scheme: ${scheme} }`,
				);
				const line = page.locator("article p").nth(1);
				const [before, picture] = [await looks(page), await shot(page, line)];
				await load(page);
				await marked(page);
				expect(await looks(page)).toEqual(before);
				const now = (await shot(page, line)).flat();
				const others = picture
					.flat()
					.filter((colour, n) => now[n].some((part, m) => Math.abs(part - colour[m]) > 16));
				expect(others).toEqual([]);
				const words = page.locator("said-so .card h3").first();
				await words.scrollIntoViewIfNeeded();
				const panel = await words.boundingBox();
				if (!panel) throw new Error("the panel is not on the screen");
				const colours = (await pixels(page, { ...panel, width: 90 })).flat();
				const ground = colours[0];
				expect(Math.max(...colours.map((colour) => contrast(colour, ground)))).toBeGreaterThan(7);
			});

test("two copies of the package, one of them by its class, do not share names", async ({ page }) => {
	await open(page, `${ARTICLE}<said-so for="theirs"></said-so>${ARTICLE.replace("theirs", "others")}`);
	await load(page);
	await marked(page);
	const names = await page.evaluate(async () => {
		const first = [...CSS.highlights.keys()];
		const { SaidSoElement } = await import(/** @type {any} */ ("/two/element-class.js"));
		customElements.define("other-marks", SaidSoElement);
		const other = document.createElement("other-marks");
		other.setAttribute("for", "others");
		document.body.append(other);
		await new Promise((settle) => other.addEventListener("said-so-report", settle, { once: true }));
		const both = [...CSS.highlights.keys()];
		other.remove();
		return { first, both, left: [...CSS.highlights.keys()] };
	});
	expect(names.both).toHaveLength(2 * names.first.length);
	expect(new Set(names.both).size).toBe(names.both.length);
	expect(names.left).toEqual(names.first);
});

test("a click on a marked word leaves the caret where somebody types", async ({ page }) => {
	const typed = ARTICLE.replace("<article", "<article contenteditable");
	await open(page, `${typed}<said-so for="theirs"></said-so>`);
	await load(page);
	await marked(page);
	const box = await page.locator("article p").first().boundingBox();
	if (!box) throw new Error("the article is not on the screen");
	await page.mouse.click(box.x + 40, box.y + box.height / 2);
	await expect(page.getByRole("dialog", { name: "About this mark" })).toBeVisible();
	expect(await page.evaluate(() => document.activeElement?.id)).toBe("theirs");
	await page.keyboard.type("X");
	await expect(page.locator("article p").first()).toContainText("X");
	await page.keyboard.press("Escape");
});

test("where nothing can be painted there is the list, and the element says so", async ({ page }) => {
	await page.addInitScript(() => {
		delete (/** @type {any} */ (CSS).highlights);
	});
	await open(page, `${ARTICLE}<said-so for="theirs"></said-so>`);
	await load(page);
	await expect(page.locator("said-so .card h3").first()).toContainText("Ana Ruiz");
	const supported = await page.evaluate(
		() => /** @type {any} */ (document.querySelector("said-so")).highlightsSupported,
	);
	expect(supported).toBe(false);
});
