// @ts-check
//! Articles that come late, change or go, in a page of others: what is painted, and what the list says.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const SITE = "http://paper.example";
const ANA = "<p>Mayor Ana Brook said the dam was safe.</p>";
const RAY = "<p>Ray Hale said nothing had been checked.</p>";

const file = (/** @type {string} */ name) =>
	readFileSync(new URL(`../../dist/package/${name}`, import.meta.url));
const head = '<!doctype html><title>A paper</title><link rel="icon" href="data:,">';
const script = '<script type="module" src="/element.js"></script>';
/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/**
 * A page of the site with the element in it.
 * @param {Page} page
 * @param {string} body
 */
async function open(page, body) {
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname.slice(1);
		if (path === "")
			return route.fulfill({ contentType: "text/html", body: `${head}${script}<body>${body}</body>` });
		return route.fulfill({ contentType: TYPES[path.split(".").pop() ?? ""], body: file(path) });
	});
	await page.goto(`${SITE}/`);
	await page.waitForFunction(() => customElements.get("said-so"));
}

/** Runs a step of the site's own script. @param {Page} page @param {string} code with `e` for the element, `a` for `#a` */
const site = (page, code) =>
	page.evaluate(
		`(() => { const d = document, e = d.querySelector("said-so"), a = d.getElementById("a"); ${code} })()`,
	);

/** The words painted as sources. @param {Page} page @returns {Promise<string[]>} */
const sources = (page) =>
	page.evaluate(() =>
		[...CSS.highlights]
			.filter(([name]) => /^said-so-(source|unnamed)-/.test(name))
			.flatMap(([, highlight]) =>
				[...highlight].map(({ startContainer, startOffset, endOffset }) =>
					String(startContainer.textContent).slice(startOffset, endOffset),
				),
			),
	);

/** The names of the cards. @param {Page} page */
const cards = (page) =>
	page
		.locator("said-so .card:not(.claim) h3")
		.evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ""));

/** @param {Page} page @param {string} name */
async function expectMarked(page, name) {
	await expect.poll(() => sources(page)).toEqual([name]);
	await expect.poll(() => cards(page)).toEqual([name.replace("Mayor ", "")]);
}

/** @param {Page} page */
async function expectWaiting(page) {
	await expect(page.locator("said-so .status")).toHaveText("Waiting for the article’s text.");
	await expect(page.getByText("Nobody is credited")).toHaveCount(0);
	expect(await sources(page)).toEqual([]);
	expect(await page.locator("said-so").evaluate((one) => one.matches(":state(empty)"))).toBe(true);
	await expect(page.locator("said-so .panel")).toBeHidden();
}

/** How an article may come late: the body at first, then what the site does. @type {Record<string, [string, string]>} */
const LATE = {
	"filled by innerHTML": [`<article id=a></article><said-so for=a></said-so>`, `a.innerHTML = "${ANA}"`],
	"filled by append": [
		`<article id=a></article><said-so for=a></said-so>`,
		`const p = d.createElement("p"); a.append(p); p.append("Mayor Ana Brook said "); p.append("the dam was safe.")`,
	],
	"put beside the element that names it": [
		`<said-so for=a></said-so>`,
		`d.body.insertAdjacentHTML("beforeend", "<article id=a>${ANA}</article>")`,
	],
	"named later": [
		`<article>${ANA}</article><said-so for=a></said-so>`,
		`d.querySelector("article").id = "a"`,
	],
	"found by a selector": [
		`<said-so for="main > .story"></said-so>`,
		`d.body.insertAdjacentHTML("beforeend", "<main><div class=story>${ANA}</div></main>")`,
	],
	"given as an element": [
		`<article>${ANA}</article><said-so mode=around></said-so>`,
		`e.forElement = d.querySelector("article")`,
	],
	"put inside an empty element": [
		`<said-so></said-so>`,
		`const b = d.createElement("article"); b.innerHTML = "${ANA}"; e.append(b)`,
	],
	"put inside, then filled": [
		`<said-so mode=around></said-so>`,
		`const b = d.createElement("article"); e.append(b); setTimeout(() => { b.innerHTML = "${ANA}" }, 300)`,
	],
};

for (const [way, [body, step]] of Object.entries(LATE))
	test(`an article that is ${way} is marked`, async ({ page }) => {
		await open(page, body);
		if (!body.includes("<said-so></said-so>") && !body.includes("mode=around")) await expectWaiting(page);
		await site(page, step);
		await expectMarked(page, "Mayor Ana Brook");
		await expect(page.locator("said-so textarea")).toBeHidden();
	});

/** How an article may change. @type {Record<string, string>} */
const CHANGES = {
	"innerHTML of the article": `a.innerHTML = "${RAY}"`,
	"another element of the same id": `const b = d.createElement("article"); b.innerHTML = "${RAY}"; a.replaceWith(b); b.id = "a"`,
	"the words of a text node": `a.querySelector("p").firstChild.data = "Ray Hale said nothing had been checked."`,
	"a paragraph that is shown": `a.innerHTML = "<p hidden>x</p>${RAY.replace("<p", "<p style='display:none'")}"; setTimeout(() => { a.lastChild.style.display = "" }, 300)`,
};

for (const [way, body] of Object.entries({
	"pointed at": `<article id=a>${ANA}</article><said-so for=a></said-so>`,
	"wrapped in the element": `<said-so><article id=a>${ANA}</article></said-so>`,
}))
	for (const [change, step] of Object.entries(CHANGES))
		test(`an article that is ${way} changes by ${change}, and list and paint follow`, async ({ page }) => {
			await open(page, body);
			await expectMarked(page, "Mayor Ana Brook");
			await site(page, step);
			await expectMarked(page, "Ray Hale");
		});

for (const [way, body, step] of [
	["pointed at", `<article id=a>${ANA}</article><said-so for=a></said-so>`, "a.remove()"],
	["wrapped", `<said-so><article id=a>${ANA}</article></said-so>`, "a.remove()"],
	["emptied", `<said-so><article id=a>${ANA}</article></said-so>`, "a.replaceChildren()"],
])
	test(`an article that is ${way} and gone leaves no list, and the next one is marked`, async ({ page }) => {
		await open(page, body);
		await expectMarked(page, "Mayor Ana Brook");
		await site(page, step);
		await expectWaiting(page);
		const back = way === "pointed at" ? "d.body" : "e";
		await site(
			page,
			`a?.remove(); ${back}.insertAdjacentHTML("beforeend", '<article id=a>${RAY}</article>')`,
		);
		await expectMarked(page, "Ray Hale");
	});

test("a page that is translated in place is read anew", async ({ page }) => {
	await open(page, `<said-so><article id=a>${ANA}</article></said-so>`);
	await expectMarked(page, "Mayor Ana Brook");
	await site(
		page,
		`const text = a.querySelector("p").firstChild, outer = d.createElement("font"), inner = d.createElement("font");
		inner.append("La alcaldesa dijo que la presa era segura y que nadie lo sabía."); outer.append(inner); text.replaceWith(outer)`,
	);
	await expect.poll(() => sources(page)).not.toContain("Mayor Ana Brook");
	await expect
		.poll(() => page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value))
		.toMatch(/^La alcaldesa/);
	await expect.poll(() => cards(page)).not.toContain("Ana Brook");
});

test("nodes that are made anew with the same words keep the report, the choice and the paint", async ({
	page,
}) => {
	await open(page, `<said-so><article id=a>${ANA}</article></said-so>`);
	await expectMarked(page, "Mayor Ana Brook");
	await site(
		page,
		`window.reports = 0; e.addEventListener("said-so-report", () => window.reports++); e.next()`,
	);
	await site(page, `a.innerHTML = a.innerHTML`);
	await expectMarked(page, "Mayor Ana Brook");
	expect(await site(page, "return [window.reports, e.selected?.id]")).toEqual([0, "a0"]);
});

test("an element that is moved keeps its report and what was selected", async ({ page }) => {
	await open(page, `<section></section><said-so><article id=a>${ANA}</article></said-so>`);
	await expectMarked(page, "Mayor Ana Brook");
	const seen = await site(
		page,
		`const was = e.report; e.next(); d.querySelector("section").moveBefore(e, null);
		return [e.report === was, e.selected?.id, e.parentNode.localName]`,
	);
	expect(seen).toEqual([true, "a0", "section"]);
	await expectMarked(page, "Mayor Ana Brook");
});

test("what a reader has pasted stays when a site adds to an empty element", async ({ page }) => {
	await open(page, "<said-so></said-so>");
	await site(page, `e.value = "Ray Hale said no."`);
	await expect(page.locator("said-so mark.source")).toHaveText(["Ray Hale"]);
	await site(page, `e.append(d.createElement("p"))`);
	await page.waitForTimeout(300);
	await expect(page.locator("said-so mark.source")).toHaveText(["Ray Hale"]);
});

test("a page that comes in pieces is marked as it comes, and as a whole at the end", async ({ page }) => {
	/** @type {(value?: unknown) => void} */
	let goOn = () => {};
	const seen = new Promise((settle) => {
		goOn = settle;
	});
	const server = createServer(async ({ url = "" }, response) => {
		if (url !== "/") {
			response.setHeader("Content-Type", TYPES[url.split(".").pop() ?? ""] ?? "");
			return response.end(file(url.slice(1)));
		}
		response.setHeader("Content-Type", "text/html");
		response.write(`${head}<script type="module" async src="/element.js"></script><body><said-so>`);
		response.write(`<article>${ANA}`);
		await seen;
		response.end(`${RAY}</article></said-so></body>`);
	});
	await new Promise((settle) => server.listen(0, "127.0.0.1", () => settle(undefined)));
	const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
	await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "commit" });
	await expect.poll(() => sources(page)).toEqual(["Mayor Ana Brook"]);
	goOn();
	await expect.poll(() => sources(page)).toEqual(["Mayor Ana Brook", "Ray Hale"]);
	await expect.poll(() => cards(page)).toEqual(["Ana Brook", "Ray Hale"]);
	await expect(page.locator("said-so textarea")).toBeHidden();
	server.close();
});

test("an element that goes to another document takes its looks along", async ({ page }) => {
	await open(page, `<said-so><article id=a>${ANA}</article></said-so><iframe></iframe>`);
	await expectMarked(page, "Mayor Ana Brook");
	await site(page, `const f = d.querySelector("iframe"); f.contentDocument.body.append(e)`);
	const frame = page.frames()[1];
	await expect(frame.locator("said-so .card h3").first()).toBeVisible();
	const looks = await frame.evaluate(() => {
		const root = /** @type {any} */ (document.querySelector("said-so")?.shadowRoot);
		const { display } = getComputedStyle(root.querySelector(".tabs"));
		return [root.adoptedStyleSheets.length > 0, display, CSS.highlights.size > 0];
	});
	expect(looks).toEqual([true, "flex", true]);
});
