// @ts-check
//! The package in a page of others: nothing of ours round it, a strict policy, a server that knows no WebAssembly.

import { existsSync, readFileSync } from "node:fs";
import { contrast, expect, pixels, test } from "./page.js";

/** @import { Page } from "@playwright/test" */
/**
 * @typedef {object} Site
 * @property {string} body
 * @property {string} [style]
 * @property {{ type?: string, bytes?: Buffer, status?: number }} [wasm] how its server sends the wasm
 * @property {string} [policy]
 * @property {boolean} [isBare] whether the wasm in a module is missing too
 */

const SITE = "http://paper.example";
const POLICY =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; worker-src 'self'; require-trusted-types-for 'script'";

const ARTICLE = `<article id="theirs">
	<p>Mayor Ana Ruiz said the bridge would stay closed.</p>
	<p>Two people close to the talks said it was unsafe.</p>
	<p>It may rain on Friday. The bridge was built in 1902.</p>
</article>`;

const file = (/** @type {string} */ name) => new URL(`../../dist/package/${name}`, import.meta.url);

/**
 * Opens a page of the site that loads the element.
 * @param {Page} page
 * @param {Site} site
 */
async function open(page, { body, style = "", wasm = {}, policy = POLICY, isBare = false }) {
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname.slice(1);
		if (path === "")
			return route.fulfill({
				contentType: "text/html",
				headers: { "Content-Security-Policy": policy },
				body: `<!doctype html><title>A paper</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css">
					<script type="module" src="/element.js"></script><body>${body}</body>`,
			});
		if (path === "site.css") return route.fulfill({ contentType: "text/css", body: style });
		if (!existsSync(file(path)) || (isBare && path.includes("bytes-"))) return route.fulfill({ status: 404 });
		if (path.endsWith(".js"))
			return route.fulfill({ contentType: "text/javascript", body: readFileSync(file(path)) });
		const { type = "application/wasm", bytes = readFileSync(file(path)), status = 200 } = wasm;
		return route.fulfill({ status, headers: { "Content-Type": type }, body: bytes });
	});
	await page.goto(`${SITE}/`);
}

/** Waits until the article is marked, or it is known why not. @param {Page} page @returns {Promise<string>} */
const settled = (page) =>
	page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so"))
			.whenReady()
			.then(() => "ready")
			.catch((/** @type {any} */ { code }) => (code === "aborted" ? "" : code)),
	);

/** Grounds and words of hosts; the last is dark without telling the browser so. @type {Record<string, string>} */
const LOOKS = {
	light: "html { background: #fff; color: #1a1a1a }",
	dark: "html { background: #101214; color: #e8e6e0; color-scheme: dark }",
	"dark in its own way": "html { background: #101214; color: #e8e6e0 }",
};

/** Where the element stands. @type {Record<string, string>} */
const WAYS = {
	"pointed at": `${ARTICLE}<said-so for="theirs" show="all"></said-so>`,
	"wrapped in the element": `<said-so show="all">${ARTICLE}</said-so>`,
};

/** The first line of each kind of paint, and where it is. @param {Page} page */
const lines = (page) =>
	page.evaluate(() =>
		[...CSS.highlights].flatMap(([name, highlight]) =>
			[...highlight].slice(0, 1).map((range) => {
				const words = document.createRange();
				words.setStart(range.startContainer, range.startOffset);
				words.setEnd(range.endContainer, range.endOffset);
				const [{ x, y, width, height }] = words.getClientRects();
				return { kind: name.replace(/^said-so-|-\d+$/g, ""), clip: { x, y, width, height: height + 4 } };
			}),
		),
	);

for (const [look, style] of Object.entries(LOOKS))
	for (const [way, body] of Object.entries(WAYS))
		test(`every kind is seen in an article that is ${look} and ${way}`, async ({ page }) => {
			await open(page, { body, style: `${style} article { font: 24px/2 serif }` });
			await expect.poll(() => settled(page)).toBe("ready");
			const lined = (await lines(page)).filter(({ kind }) => kind !== "sentence");
			const kinds = ["claim", "content", "cue", "hedge", "source", "unnamed"];
			expect(lined.map(({ kind }) => kind).sort()).toEqual(kinds);
			/** @type {Awaited<ReturnType<typeof pixels>>[]} */
			const painted = [];
			for (const { clip } of lined) painted.push(await pixels(page, clip));
			await page.evaluate(() => CSS.highlights.clear());
			for (const [at, { kind, clip }] of lined.entries()) {
				const bare = await pixels(page, clip);
				const changed = painted[at].flatMap((row, y) =>
					row.filter((colour, x) => `${colour}` !== `${bare[y][x]}`),
				);
				const line = Math.max(0, ...changed.map((colour) => contrast(colour, bare[0][0])));
				expect(line, `the line of ${kind}`).toBeGreaterThan(3);
			}
		});

test("a site's own lines and colours are painted", async ({ page }) => {
	const style = "html { --said-so-cue-line: #f00; --said-so-cue-tint: #0f0; --said-so-cue-style: dotted }";
	await open(page, { body: WAYS["pointed at"], style: `${style} article { font: 24px/2 serif }` });
	await expect.poll(() => settled(page)).toBe("ready");
	const cue = (await lines(page)).find(({ kind }) => kind === "cue");
	if (!cue) throw new Error("no cue is painted");
	const seen = (await pixels(page, cue.clip)).map((row) => row.map(String));
	expect(seen.flat()).toContain("0,255,0");
	const row = seen.find((row) => row.includes("255,0,0")) ?? [];
	expect(row.filter((colour, x) => colour === "255,0,0" && row[x + 1] !== colour).length).toBeGreaterThan(3);
});

const body = WAYS["pointed at"];

for (const type of [
	"application/wasm",
	"application/octet-stream",
	"text/plain",
	"Application/WASM; charset=x",
	"",
])
	test(`wasm that is sent as “${type}” is run`, async ({ page }) => {
		await open(page, { body, wasm: { type } });
		await expect.poll(() => settled(page)).toBe("ready");
		await expect(page.getByRole("button", { name: /the bridge would stay closed/ })).toBeVisible();
	});

test.describe("where its files cannot be had", () => {
	test.use({ refused: /Failed to load resource|Content Security Policy|TrustedTypePolicy/i });

	for (const [name, wasm] of /** @type {[string, Site["wasm"]][]} */ ([
		["is not there", { status: 404 }],
		["is a page instead", { type: "text/html", bytes: Buffer.from("<p>") }],
	]))
		test(`wasm that ${name} is taken from the package's own module`, async ({ page }) => {
			await open(page, { body, wasm });
			await expect.poll(() => settled(page)).toBe("ready");
			await expect(page.getByRole("button", { name: /the bridge would stay closed/ })).toBeVisible();
		});

	const long = `<article id="theirs">${"<p>Ana Ruiz said the bridge would stay closed.</p>".repeat(1_500)}</article>`;
	for (const [name, policy] of [
		["no worker", POLICY.replace("worker-src 'self'", "worker-src 'none'")],
		["no policy of ours for trusted types", `${POLICY}; trusted-types theirs`],
	])
		test(`a long article is marked where a page allows ${name}`, async ({ page }) => {
			await open(page, { body: `${long}<said-so for="theirs"></said-so>`, policy });
			await expect.poll(() => settled(page), { timeout: 20_000 }).toBe("ready");
			await expect(page.locator("said-so .card h3").first()).toContainText("Ana Ruiz");
			await expect(page.getByRole("alert")).toHaveCount(0);
		});
});

test.describe("what keeps the engine away is told apart", () => {
	test.use({ refused: /wasm|WebAssembly|Content Security Policy|Failed to load resource/i });
	const missing = "The engine could not be loaded";
	const damaged = "The engine’s file is damaged, or this browser is older than 2023";

	for (const [name, code, words, site] of /** @type {[string, string, string, Partial<Site>][]} */ ([
		["a damaged file", "wasm-compile", damaged, { wasm: { bytes: Buffer.from("\0asm nonsense") } }],
		[
			"a page in place of the file",
			"wasm-compile",
			damaged,
			{ wasm: { type: "text/html", bytes: Buffer.from("<p>") } },
		],
		["no file", "wasm-load", missing, { wasm: { status: 404 } }],
		[
			"a policy",
			"wasm-blocked",
			"policy does not allow WebAssembly",
			{ policy: POLICY.replace(" 'wasm-unsafe-eval'", "") },
		],
	]))
		test(`${name}: ${code}`, async ({ page }) => {
			await open(page, { body, isBare: true, ...site });
			await expect(page.getByRole("alert")).toContainText(words);
			expect(await settled(page)).toBe(code);
			await expect(page.getByText("Mayor Ana Ruiz said the bridge")).toBeVisible();
		});
});

test("on paper the lines of a host's article are black, whatever its ground, and notes come if it asks", async ({
	page,
}) => {
	const body = `<said-so show="all" print="notes">${ARTICLE}</said-so>`;
	await open(page, {
		body,
		style: `${LOOKS.dark} article { font: 24px/2 serif } @media print { html { background: #fff; color: #000 } }`,
	});
	await expect.poll(() => settled(page)).toBe("ready");
	await page.waitForTimeout(500);
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await page.emulateMedia({ media: "print" });
	const lined = (await lines(page)).filter(({ kind }) => kind !== "sentence");
	expect(lined).toHaveLength(6);
	const painted = [];
	for (const { clip } of lined) painted.push(await pixels(page, clip));
	const notes = page.locator("said-so .printed");
	await expect(notes).toBeVisible();
	// The host's text has no numbers, so each note stands behind the first words of its sentence.
	await expect(notes.locator("ol")).toHaveCount(0);
	await expect(notes.locator(".led > *")).toHaveText([
		"Mayor Ana Ruiz said the bridge would stay…",
		/^Ana Ruiz – said \(\w+\): the bridge would stay closed/,
		"Two people close to the talks said it was…",
		/^Two people close to the talks .*– said \(\w+\): it was unsafe/,
		"It may rain on Friday.",
		/^Claim without a source, .*: “It may rain on Friday/,
		/^Hedge, .*: “may”$/,
		"The bridge was built in 1902.",
		/^Claim without a source, .*: “The bridge was built in 1902/,
	]);
	await expect(notes.locator("ul")).toContainText("Ana Ruiz");
	await expect(page.locator("said-so .bar")).toBeHidden();
	await page.evaluate(() => CSS.highlights.clear());
	for (const [at, { kind, clip }] of lined.entries()) {
		const bare = await pixels(page, clip);
		const changed = painted[at].flatMap((row, y) =>
			row.filter((colour, x) => `${colour}` !== `${bare[y][x]}`),
		);
		expect(changed.length, kind).toBeGreaterThan(10);
		const [r, g, b] = changed.sort((one, other) => Math.max(...one) - Math.max(...other))[0];
		expect(Math.max(r, g, b), `the line of ${kind} is dark`).toBeLessThan(140);
		expect(Math.max(r, g, b) - Math.min(r, g, b), `the line of ${kind} has no colour`).toBeLessThan(12);
	}
	await page.locator("said-so").evaluate((element) => element.setAttribute("print", "none"));
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await expect(notes).toBeEmpty();
});

test("on paper the lines are explained of the kinds that are shown, and of no other", async ({ page }) => {
	await open(page, { body: `<said-so show="attribution hedge" print="notes">${ARTICLE}</said-so>` });
	await expect.poll(() => settled(page)).toBe("ready");
	await page.emulateMedia({ media: "print" });
	const samples = page.locator("said-so .printed .sample");
	const printed = async () => {
		await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
		return samples.evaluateAll((all) => all.map(({ classList }) => classList[1]));
	};
	await expect.poll(printed).toEqual(["source", "cue", "content", "hedge"]);
	for (const [show, kinds] of [
		["claim", ["claim"]],
		["unnamed", ["unnamed", "cue", "content"]],
		["none", []],
	]) {
		await page.locator("said-so").evaluate((one, show) => one.setAttribute("show", String(show)), show);
		expect(await printed()).toEqual(kinds);
	}
});

test.describe("words keep from the edge of a ground that is not the page's", () => {
	/** How far the words of bar and panel are from the edge of their ground, and whether the page can be pushed aside. @param {Page} page */
	const edges = (page) =>
		page.evaluate(() => {
			const { shadowRoot } = /** @type {Element} */ (document.querySelector("said-so"));
			const gap = (/** @type {string} */ name) => {
				const part = /** @type {Element} */ (shadowRoot?.querySelector(name));
				const ground = /** @type {Element} */ (part.closest(".stage"));
				return part.getBoundingClientRect().left - ground.getBoundingClientRect().left;
			};
			const { scrollWidth, clientWidth } = document.documentElement;
			return [gap(".status"), gap(".tabrow"), scrollWidth - clientWidth];
		});

	for (const width of [1280, 360])
		for (const [host, theme, scheme, gap] of /** @type {[string, string, "light" | "dark", number][]} */ ([
			["light", "dark", "light", 16],
			["light", "auto", "dark", 16],
			["dark", "light", "dark", 16],
			["dark in its own way", "auto", "light", 16],
			["light", "light", "dark", 0],
			["light", "auto", "light", 0],
		]))
			test(`${theme} in a page that is ${host}, system ${scheme}, ${width} wide`, async ({ page }) => {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ colorScheme: scheme });
				await open(page, { body: `<said-so theme="${theme}">${ARTICLE}</said-so>`, style: LOOKS[host] });
				await expect.poll(() => settled(page)).toBe("ready");
				await page.waitForTimeout(300);
				expect(await edges(page)).toEqual([gap, gap, 0]);
			});

	test("a theme, a system and a page that change are followed", async ({ page }) => {
		await page.emulateMedia({ colorScheme: "light" });
		const style = `${LOOKS.light} html.night { background: #101214 }`;
		await open(page, { body: `<said-so>${ARTICLE}</said-so>`, style });
		await expect.poll(() => settled(page)).toBe("ready");
		const gap = async () => (await edges(page))[1];
		await expect.poll(gap).toBe(0);
		await page.emulateMedia({ colorScheme: "dark" });
		await expect.poll(gap).toBe(16);
		await page.evaluate(() => document.documentElement.classList.add("night"));
		await page.locator("said-so").evaluate((one) => one.setAttribute("theme", "light"));
		await expect.poll(gap).toBe(16);
		await page.evaluate(() => document.documentElement.classList.remove("night"));
		await expect.poll(gap).toBe(0);
		await page.emulateMedia({ media: "print" });
		await expect(page.locator("said-so .stage").first()).toHaveCSS("padding-left", "0px");
	});
});
