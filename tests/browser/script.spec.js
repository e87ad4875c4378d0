// @ts-check
//! `saidso.min.js` in a page that knows no modules: what its `data-` attributes do.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const SITE = "http://paper.example";
/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", wasm: "application/wasm" };
const file = (/** @type {string} */ name) => new URL(`../../dist/package/${name}`, import.meta.url);

/**
 * A page of the site; only the script and the wasm are on its server.
 * @param {Page} page
 * @param {string} body
 */
async function open(page, body) {
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname.slice(1);
		const name = path.replace(/^lib\//, "");
		if (!path)
			return route.fulfill({
				contentType: "text/html; charset=utf-8",
				body: `<!doctype html><title>A paper</title><link rel="icon" href="data:,"><body>${body}</body>`,
			});
		if (!["saidso.min.js", "saidso.wasm"].includes(name) || !existsSync(file(name)))
			return route.fulfill({ status: 404 });
		return route.fulfill({ contentType: TYPES[name.split(".").pop() ?? ""], body: readFileSync(file(name)) });
	});
	await page.goto(`${SITE}/`);
}

const STORY = "<article><p>Mayor Ana Brook said the dam may be safe.</p></article>";

test("a plain script puts an element after the article it names, dressed as it says", async ({ page }) => {
	await open(
		page,
		`<script src="/lib/saidso.min.js" data-for="article" data-show="all" data-lang="de"></script>${STORY}`,
	);
	await expect(page.locator("article + said-so .card h3").first()).toContainText("Ana Brook");
	await expect(page.locator("said-so").getByRole("tab", { name: "Quellen" })).toBeVisible();
	await expect(page.locator("said-so .kind[data-kind=hedge]")).toHaveAttribute("aria-pressed", "true");
	const names = await page.evaluate(async () => {
		const { annotate } = /** @type {any} */ (window).saidso;
		const { sources } = await annotate("Ray Hale said nothing had been checked.");
		return sources.map((/** @type {{ name: string }} */ { name }) => name);
	});
	expect(names).toEqual(["Ray Hale"]);
});

test("a plain script dresses the elements that are there, and leaves alone what they say", async ({
	page,
}) => {
	await open(
		page,
		`<script src="/lib/saidso.min.js" data-show="hedge" data-panel="none"></script>
		<said-so id="one">${STORY}</said-so><said-so id="two" show="attribution">${STORY}</said-so>`,
	);
	await expect(page.locator("#one")).toHaveAttribute("show", "hedge");
	await expect(page.locator("#two")).toHaveAttribute("show", "attribution");
	await expect(page.locator("#two")).toHaveAttribute("panel", "none");
	await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
});

test.describe("without its worker", () => {
	test.use({ refused: /Failed to load resource/ });
	test("a long article is marked all the same", async ({ page }) => {
		await open(
			page,
			`<script src="/lib/saidso.min.js"></script><said-so><article>${"<p>Ana Ruiz said the bridge would stay closed.</p>".repeat(1_500)}</article></said-so>`,
		);
		await expect(page.locator("said-so .card h3").first()).toContainText("Ana Ruiz", { timeout: 20_000 });
	});
});

for (const [way, tag] of Object.entries({
	"as a module": `<script type="module" src="/lib/saidso.min.js" data-for="article"></script>`,
	"by a loader that runs its words": `<script>fetch("/lib/saidso.min.js").then((got) => got.text()).then((words) => (0, eval)(words));</script>
		<script src="/lib/saidso.min.js" type="text/later" data-for="article"></script>`,
}))
	test(`a plain script that is run ${way} finds its article and its wasm`, async ({ page }) => {
		await open(page, `${tag}${STORY}`);
		await expect(page.locator("article + said-so .card h3").first()).toContainText("Ana Brook");
	});

test("a name that is no selector waits for its article", async ({ page }) => {
	await open(page, `<script src="/lib/saidso.min.js" data-for="story:1"></script><main></main>`);
	await expect(page.locator("said-so")).toHaveCount(1);
	await page.evaluate((story) => {
		const main = /** @type {Element} */ (document.querySelector("main"));
		main.innerHTML = story.replace("<article", '<article id="story:1"');
	}, STORY);
	await expect(page.locator("said-so .card h3").first()).toContainText("Ana Brook");
});

test("files that are not for it go to the site that asks, and else are named; none is called damaged", async ({
	page,
}) => {
	await open(page, `<said-so mode="paste"></said-so><script src="/lib/saidso.min.js"></script>`);
	const choice = page.locator("said-so input[type=file]");
	const one = (/** @type {string} */ name) => ({ name, mimeType: "", buffer: Buffer.from("title,text") });
	for (const name of ["news.docx", "news.pdf", "table.csv"]) {
		await choice.setInputFiles(one(name));
		await expect(page.getByRole("alert")).toContainText(`Cannot be read: ${name}.`);
	}
	await page.evaluate(() =>
		document.addEventListener("said-so-files", (event) => {
			const { files, take } = /** @type {CustomEvent} */ (event).detail;
			event.preventDefault();
			document.title = files[0].name;
			if (files[0].name.endsWith(".txt")) take();
		}),
	);
	await choice.setInputFiles(one("more.csv"));
	await expect(page).toHaveTitle("more.csv");
	await expect(page.getByRole("alert")).toContainText("table.csv");
	await choice.setInputFiles(one("news.txt"));
	await expect(page.locator("said-so .block")).toHaveText(["title,text"]);
});
