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
		if (path === "/one/in.html")
			return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A frame</title>" });
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

/** What a page says of its colours; the last is dark without telling the browser so. @type {Record<string, string>} */
const SCHEMES = {
	normal: "html { color-scheme: normal }",
	dark: "html { color-scheme: dark }",
	"its own": "html { background: #101214; color: #e8e6e0 }",
};

/**
 * The contrast of the element's words with what they stand on.
 * @param {Page} page
 * @param {string} part
 */
async function legibility(page, part) {
	const words = page.locator(`said-so ${part}`).first();
	await words.scrollIntoViewIfNeeded();
	const box = await words.boundingBox();
	if (!box) throw new Error(`${part} is not on the screen`);
	const colours = (await pixels(page, { ...box, width: 90 })).flat();
	return Math.max(...colours.map((colour) => contrast(colour, colours[0])));
}

for (const system of /** @type {const} */ (["light", "dark"]))
	for (const theme of ["auto", "light", "dark"])
		for (const [scheme, style] of Object.entries(SCHEMES))
			test(`a ${theme} element leaves a page of color-scheme ${scheme} as it was, where the system is ${system}`, async ({
				page,
			}) => {
				await page.emulateMedia({ colorScheme: system });
				await open(page, `<said-so theme="${theme}">${ARTICLE}</said-so>`, style);
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
				for (const part of [".card h3", ".panel h2", "[role=tab]", ".status"])
					expect(await legibility(page, part), part).toBeGreaterThan(7);
			});

for (const scheme of Object.values(SCHEMES))
	test(`a text of its own is legible in a page with ${scheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: "dark" });
		await open(page, `<said-so mode="text"></said-so>`, scheme);
		await load(page);
		await page.evaluate(async () => {
			await customElements.whenDefined("said-so");
			const element = /** @type {any} */ (document.querySelector("said-so"));
			await element.annotate("It was built in 1902. Mayor Ana Ruiz said no.");
		});
		expect(await legibility(page, "[part=article] p")).toBeGreaterThan(7);
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

test("a copy that counts from one, as another version may, shares no names with us", async ({ page }) => {
	await open(page, `${ARTICLE}<said-so for="theirs"></said-so>`);
	await page.evaluate(() => CSS.highlights.set("said-so-cue-1", new Highlight()));
	await load(page);
	await marked(page);
	const [theirs, kept] = await page.evaluate(() => {
		const before = CSS.highlights.get("said-so-cue-1");
		for (let n = 1; n < 100; n++) CSS.highlights.set(`said-so-cue-${n}`, new Highlight());
		return [before?.size, [...CSS.highlights].filter(([name, { size }]) => /cue/.test(name) && size).length];
	});
	expect([theirs, kept]).toEqual([0, 1]);
});

test("an element that comes from another document shares no names with those that are there", async ({
	page,
}) => {
	const body = `<said-so>${ARTICLE}</said-so>`;
	await open(page, `${body}<iframe src="/one/in.html"></iframe>`);
	await load(page);
	await marked(page);
	await page.evaluate(() => {
		const { contentDocument: inside, contentWindow: view } = /** @type {any} */ (
			document.querySelector("iframe")
		);
		const element = /** @type {Element} */ (document.querySelector("said-so"));
		const others = [1, 2].map(() => inside.importNode(element, true));
		inside.body.append(element, ...others);
		view.eval('import("/one/element.js")');
	});
	/** How often cues are painted in the frame. */
	const counted = () =>
		page.evaluate(() => {
			const { contentWindow } = /** @type {any} */ (document.querySelector("iframe"));
			return [...contentWindow.CSS.highlights].filter(([name, { size }]) => name.includes("cue") && size)
				.length;
		});
	await expect.poll(counted).toBe(3);
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
