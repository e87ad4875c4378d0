// @ts-check
//! Measures saidso's wasm against Chromium's own segmenter, in Chromium.

import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { table } from "./table.js";
import { text } from "./text.js";

const ADDRESS = "http://bench.example/";
const TYPES = { js: "text/javascript", wasm: "application/wasm" };

const browser = await chromium.launch({
	executablePath: process.env.SAIDSO_CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
await page.route(`${ADDRESS}**`, (route) => {
	const name = new URL(route.request().url()).pathname.slice(1);
	const ending = /** @type {keyof typeof TYPES} */ (name.split(".").at(-1));
	if (!name) return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" });
	const folder = name === "measure.js" ? "." : "../www/pkg";
	const body = readFileSync(new URL(`${folder}/${name}`, import.meta.url));
	return route.fulfill({ body, contentType: TYPES[ending] });
});
await page.goto(ADDRESS);
const [small, large] = [text(5_000), text(1_000_000)];
const rows = await page.evaluate(
	async ([address, small, large]) => {
		const began = performance.now();
		const saidso = await import(`${address}saidso.js`);
		await saidso.default();
		saidso.annotate(small);
		const cold = performance.now() - began;
		const { median } = await import(`${address}measure.js`);
		const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
		/** @type {[name: string, does: string, work: (text: string) => unknown, cold?: number][]} */
		const contenders = [
			["saidso", "the whole annotation", (text) => saidso.annotate(text, { maxChars: 100_000_000 }), cold],
			["saidso", "sentences", saidso.sentences],
			["Intl.Segmenter", "sentences", (text) => Array.from(segmenter.segment(text), ({ index }) => index)],
		];
		return contenders.map(([name, does, work, cold]) => ({
			name,
			does,
			cold,
			small: median(() => work(small)),
			large: median(() => work(large)),
		}));
	},
	[ADDRESS, small, large],
);
table(`Chromium ${browser.version()}`, rows, Buffer.byteLength(large));
await browser.close();
