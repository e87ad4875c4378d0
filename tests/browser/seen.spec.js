// @ts-check
//! An article is read as its reader sees it: what is not shown is not read, and what is skipped cuts no sentence.

import { readFileSync } from "node:fs";
import { expect, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const SITE = "http://paper.example";
/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", wasm: "application/wasm" };
const file = (/** @type {string} */ name) =>
	readFileSync(new URL(`../../dist/package/${name}`, import.meta.url));

/**
 * Opens an article and tells what was made of it.
 * @param {Page} page
 * @param {string} article
 * @returns {Promise<{ text: string, names: string[], painted: string }>}
 */
async function read(page, article) {
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname.slice(1);
		if (path) return route.fulfill({ contentType: TYPES[path.split(".").pop() ?? ""], body: file(path) });
		return route.fulfill({
			contentType: "text/html; charset=utf-8",
			body: `<!doctype html><title>A paper</title><link rel="icon" href="data:,">
				<script type="module" src="/element.js"></script><body><said-so><article>${article}</article></said-so></body>`,
		});
	});
	await page.goto(`${SITE}/`);
	await expect(page.locator("said-so .status")).not.toHaveText(/Waiting|Paste/);
	return page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		const cards = [...element.shadowRoot.querySelectorAll(".card:not(.claim) h3")];
		const painted = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
		return {
			text: element.value,
			names: cards.map((one) => one.firstChild.textContent),
			painted: painted
				.map((one) => String(one.startContainer.textContent).slice(one.startOffset, one.endOffset))
				.join("|"),
		};
	});
}

/** What stands in the midst of a sentence without being a word of it. @type {Record<string, string>} */
const SKIPPED = {
	"a style sheet": "<style>.x{}</style>",
	"a script": "<script>var a = 1</script>",
	noscript: "<noscript>zz</noscript>",
	"a template": "<template>zz</template>",
	"a picture": `<svg width=9 height=9><title>zz</title><text>zz</text></svg>`,
	"an icon": `<span aria-hidden="true">zz</span>`,
	"a hidden word": "<span hidden>zz</span>",
	"a word that is not shown": `<i style="display:none">zz</i>`,
	"a button": "<button>zz</button>",
	"a choice": "<select><option>zz</select>",
	"words for screen readers": `<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">zz</span>`,
	"an invisible word": `<span style="visibility:hidden">zz</span>`,
	"a comment": "<!-- zz -->",
};

for (const [what, markup] of Object.entries(SKIPPED))
	test(`${what} in the midst of a sentence is skipped`, async ({ page }) => {
		const { text, names, painted } = await read(page, `<p>Ana Brook said ${markup}the dam was safe.</p>`);
		expect(text).toBe("Ana Brook said the dam was safe.");
		expect(names).toEqual(["Ana Brook"]);
		expect(painted).toContain("the dam was safe");
		expect(painted).not.toContain("zz");
	});

/** Markup and the names that are credited. @type {Record<string, [string, string, string[]]>} */
const READ = {
	"a formula": [
		"<p>Ana Brook said <math><mi>x</mi></math> was safe.</p>",
		"Ana Brook said  was safe.",
		["Ana Brook"],
	],
	"words that may be broken": [
		"<p>Ana Bro<wbr>ok sa&shy;id the da&#8203;m was un&#8288;safe.</p>",
		"Ana Brook said the dam was unsafe.",
		["Ana Brook"],
	],
	"a block that is not shown": [
		`<p>It rained.</p><div style="display:none">Ray Hidden said the secret.</div>`,
		"It rained.",
		[],
	],
	"a paragraph that is invisible": [
		`<p>It rained.</p><p style="visibility:hidden">Vis Hidden said it.</p>`,
		"It rained.",
		[],
	],
	"an invisible paragraph with a visible word": [
		`<p>It rained.</p><p style="visibility:hidden">Vis <b style="visibility:visible">Ray Hale said no.</b></p>`,
		"It rained.\n\nRay Hale said no.",
		["Ray Hale"],
	],
	"notes of how a word is said": [
		"<p>Ana Brook said the <ruby>dam<rp>(</rp><rt>dæm</rt><rp>)</rp></ruby> was safe.</p>",
		"Ana Brook said the dam was safe.",
		["Ana Brook"],
	],
	"marks of notes": [
		`<p>Ana Brook said<sup><a href="#n1">1</a></sup> the dam<sup>[2]</sup> was safe.<sup>3</sup> Ray Hale<sup>*</sup> said no.</p>`,
		"Ana Brook said the dam was safe. Ray Hale said no.",
		["Ana Brook", "Ray Hale"],
	],
	"powers and ordinals": [
		"<p>Ana Brook said 10<sup>6</sup> of 5 km<sup>2</sup> were flooded on the 1<sup>st</sup>.</p>",
		"Ana Brook said 106 of 5 km2 were flooded on the 1st.",
		["Ana Brook"],
	],
	"a drop cap": [
		`<p><span style="float:left;font-size:3em">A</span>na Brook said the dam was safe.</p>`,
		"Ana Brook said the dam was safe.",
		["Ana Brook"],
	],
	"a link that is laid out as a box": [
		`<p><a href="#" style="display:inline-flex"><span>Ana Brook</span></a> said the dam was safe.</p>`,
		"Ana Brook said the dam was safe.",
		["Ana Brook"],
	],
	"lines that are blocks by style": [
		`<span style="display:block">Ana Brook said the dam was safe</span><span style="display:block">Ray Hale said no</span>`,
		"Ana Brook said the dam was safe\n\nRay Hale said no",
		["Ana Brook", "Ray Hale"],
	],
	"elements of a site's own that are blocks": [
		`<style>x-line{display:block}</style><x-line>Ana Brook said the dam was safe</x-line><x-line>Ray Hale said no</x-line>`,
		"Ana Brook said the dam was safe\n\nRay Hale said no",
		["Ana Brook", "Ray Hale"],
	],
	"cells of a table": [
		"<table><tr><td>Ana Brook said the dam was safe.<td>Ray Hale said nothing had been checked.</table>",
		"Ana Brook said the dam was safe.\n\nRay Hale said nothing had been checked.",
		["Ana Brook", "Ray Hale"],
	],
	"a shadow root with a slot": [
		`<x-story><template shadowrootmode=open><style>p{}</style><p><slot name=who></slot> said the dam was safe.</p></template><span slot=who>Ana Brook</span><i>unslotted</i></x-story>`,
		"Ana Brook said the dam was safe.",
		["Ana Brook"],
	],
};

for (const [what, [markup, words, credited]] of Object.entries(READ))
	test(`${what}: read as seen`, async ({ page }) => {
		const { text, names } = await read(page, markup);
		expect(text).toBe(words);
		expect([...names].sort()).toEqual([...credited].sort());
	});

test("what is skipped in a sentence is not painted", async ({ page }) => {
	await read(page, `<p style="font:30px serif">Ana Brook said <button>zz</button> the dam was safe.</p>`);
	const inside = await page.evaluate(() =>
		[...CSS.highlights].some(([, highlight]) =>
			[...highlight].some((one) => one.startContainer.parentElement?.closest("button")),
		),
	);
	expect(inside).toBe(false);
});

test("words in a shadow root are painted, and can be clicked", async ({ page }) => {
	await read(
		page,
		"<x-story><template shadowrootmode=open><p>Ana Brook said the dam was safe.</p></template></x-story>",
	);
	const box = await page.getByText("Ana Brook said the dam").boundingBox();
	if (!box) throw new Error("it is not on the screen");
	await page.mouse.click(box.x + 20, box.y + box.height / 2);
	await expect(page.getByRole("dialog", { name: "About this mark" })).toContainText("Ana Brook");
});
