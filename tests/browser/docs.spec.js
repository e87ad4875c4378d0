// @ts-check
//! The page for embedders: its live examples are marked, every snippet of it runs as it stands in a site, and every
//! policy of its table works.

import { existsSync, readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./page.js";

/** @import { Page } from "@playwright/test" */
/** @typedef {{ kind: string, expect: string, code: string }} Snippet */

const SITE = "http://paper.example";
const SOURCE = readFileSync(new URL("../../www/docs/index.html", import.meta.url), "utf8");
/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", wasm: "application/wasm", html: "text/html; charset=utf-8" };
const file = (/** @type {string} */ name) => new URL(`../../dist/package/${name}`, import.meta.url);
const NAMES = ["element", "worker", "embed", "sentences", "inline"];
const MAP = {
	saidso: "/saidso/saidso.js",
	...Object.fromEntries(NAMES.map((name) => [`saidso/${name}`, `/saidso/${name}.js`])),
};
const ARTICLE = "<article><p>Mayor Ana Brook said the dam was safe.</p></article>";

const plain = (/** @type {string} */ text) =>
	text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** @type {Snippet[]} */
const SNIPPETS = [
	...SOURCE.matchAll(/<pre data-snippet="(\w+)"(?: data-expect="([^"]*)")?><code>(.*?)<\/code>/gs),
].map(([, kind, expect = "", code]) => ({ kind, expect, code: plain(code) }));
const POLICIES = [
	...SOURCE.matchAll(/<tr data-policy="([\w-]+)"><th scope="row">([^<]+)<\/th><td><code>([^<]+)<\/code>/g),
].map(([, how, name, header]) => ({ how, name, header }));

/**
 * Serves a page of the site, with the package in a folder of it.
 * @param {Page} page
 * @param {string} body
 * @param {Record<string, string>} [scripts]
 * @param {(path: string) => string | undefined} [policy]
 */
async function serve(page, body, scripts = {}, policy = () => undefined) {
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname;
		const header = policy(path);
		const headers = /** @type {Record<string, string>} */ (
			header ? { "Content-Security-Policy": header } : {}
		);
		const send = (/** @type {string | Buffer} */ body, /** @type {string} */ type) =>
			route.fulfill({ body, headers: { ...headers, "Content-Type": TYPES[type] } });
		if (path === "/")
			return send(`<!doctype html><html lang="en"><title>A paper</title>${body}</html>`, "html");
		if (scripts[path]) return send(scripts[path], "js");
		const name = path.replace("/saidso/", "");
		if (!path.startsWith("/saidso/") || !existsSync(file(name))) return route.fulfill({ status: 404 });
		return send(readFileSync(file(name)), name.split(".").pop() ?? "");
	});
	await page.goto(`${SITE}/`);
}

const ICON = `<link rel="icon" href="data:,">`;
/** What is painted, by kind. @param {Page} page */
const painted = (page) =>
	page.evaluate(() =>
		[...CSS.highlights]
			.filter(([, one]) => one.size > 0)
			.map(([name]) => name.replace(/^said-so-|-\d+$/g, "")),
	);

test("its live examples are marked, and it is accessible", async ({ page }) => {
	await page.goto("./docs/");
	await expect.poll(() => painted(page)).toContain("cue");
	await expect(page.locator(".copy")).toHaveCount(SNIPPETS.length);
	await expectAccessible(page);
});

for (const [number, { kind, expect: wanted, code }] of SNIPPETS.entries())
	test(`snippet ${number + 1} runs: ${code.split("\n").find((line) => !line.startsWith("<script type")) ?? code}`, async ({
		page,
	}) => {
		/** @type {string[]} */
		const said = [];
		page.on("console", (message) => message.type() === "log" && said.push(message.text()));
		const map = `<script type="importmap">${JSON.stringify({ imports: MAP })}</script>`;
		const body = kind === "html" ? code : `${ARTICLE}<script type="module">${code}</script>`;
		await serve(page, `${ICON}${map}<body>${body}`);
		const told = [...code.matchAll(/\/\/ → (.+)/g)].map(([, words]) => words);
		if (kind === "module") return expect.poll(() => said).toEqual(told);
		if (wanted === "box") return expect(page.locator("said-so textarea")).toBeVisible();
		if (wanted === "mark") return expect(page.locator("said-so mark.cue")).toHaveText("said");
		for (const one of wanted.split(" ")) await expect.poll(() => painted(page)).toContain(one);
	});

const SCRIPTS = {
	element: `import "/saidso/element.js";`,
	inline: `import "/saidso/inline.js"; import "/saidso/element.js";`,
};

test.describe(() => {
	test.use({ refused: /Content Security Policy|violates|TrustedScriptURL|Trusted Type/ });
	for (const { how, name, header } of POLICIES)
		test(`a policy of its table works: ${name}`, async ({ page }) => {
			const isFrame = how.startsWith("embed");
			const framed = `import { Embed } from "/saidso/embed.js";
				new Embed(document.querySelector("main"), { src: "/saidso/${how}.html", settings: { mode: "text" } })
					.annotate("Mayor Ana Brook said the dam was safe.");`;
			const script = isFrame ? framed : SCRIPTS[how === "inline" ? "inline" : "element"];
			const body = isFrame ? "<main></main>" : `<said-so>${ARTICLE}</said-so>`;
			const inFrame = how === "embed-frame" ? "script-src 'self' 'wasm-unsafe-eval'" : undefined;
			await serve(
				page,
				`<body>${body}<script type="module" nonce="r4nd0m" src="/site.js"></script>`,
				{ "/site.js": script },
				(path) => (path === "/" ? header : path.endsWith(".html") ? inFrame : undefined),
			);
			if (isFrame) await expect(page.frameLocator("iframe").locator("mark.cue")).toHaveText("said");
			else await expect.poll(() => painted(page)).toContain("cue");
		});
});

test("nothing of it was overlooked", () => {
	expect(SNIPPETS.length).toBe(SOURCE.match(/<pre/g)?.length);
	expect(POLICIES).toHaveLength(8);
});
