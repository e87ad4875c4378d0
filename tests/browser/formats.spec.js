// @ts-check
//! Files of further kinds: PDF with columns, OpenDocument, rich text, subtitles.

import { createRequire } from "node:module";
import { expect, expectAccessible, open, picture, started, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const JSZip = createRequire(import.meta.url)("jszip");

/** @param {Page} page @param {string} name @param {string | Buffer} words */
async function take(page, name, words) {
	await page.locator("said-so input[type=file]").setInputFiles({
		name,
		mimeType: "application/octet-stream",
		buffer: Buffer.from(words),
	});
}

const blocks = (/** @type {Page} */ page) => page.locator("said-so .block");

const FILLER =
	"The harbour office keeps its papers in a red house by the water, and nobody has counted them since. ";
const COLUMNS = `<style>
	body { font: 11px serif; margin: 0 } main { columns: 2; column-gap: 30px; text-align: justify; hyphens: manual }
	h1 { font-size: 24px } p { margin: 0 0 8px } section { break-after: page }</style>
	<h1>Dam report is out</h1><main>
	<p>Ana Brook said on Tuesday that the dam was safe, although engi&shy;neers had found three cracks in its northern wall during the last in&shy;spec&shy;tion of the year.</p>
	${Array.from({ length: 60 }, (_, n) => `<p>${FILLER.repeat(2)}Part ${n}.</p>`).join("")}
	<p>“It leaks,” Ray Hale said at the end.</p></main>`;

/** @param {Page} page @param {string} markup @param {boolean} [hasHeader] whether words stand on top of every page */
async function pdfOf(page, markup, hasHeader = true) {
	const other = await page.context().newPage();
	await other.setContent(`<html lang="en">${markup}</html>`);
	const made = await other.pdf({
		format: "A5",
		margin: { top: "60px", bottom: "60px", left: "40px", right: "40px" },
		displayHeaderFooter: hasHeader,
		headerTemplate: '<p style="font-size:9px;margin-left:40px">The Ellery Post</p>',
		footerTemplate:
			'<p style="font-size:9px;margin-left:40px"><span class="pageNumber"></span> of <span class="totalPages"></span></p>',
	});
	await other.close();
	return made;
}

test("a PDF in columns is read in order, with its words whole and without what stands on every page", async ({
	page,
}) => {
	const made = await pdfOf(page, COLUMNS);
	await open(page);
	await take(page, "report.pdf", made);
	await expect(blocks(page).first()).toHaveText("Dam report is out", { timeout: 20_000 });
	await expect(blocks(page).first()).toHaveClass(/heading/);
	const texts = await blocks(page).allTextContents();
	expect(texts[1]).toBe(
		"Ana Brook said on Tuesday that the dam was safe, although engineers had found three cracks in its northern wall during the last inspection of the year.",
	);
	const whole = texts.join("\n");
	expect(whole).not.toMatch(/Ellery Post|\d of \d/);
	const order = [...whole.matchAll(/Part (\d+)\./g)].map(([, n]) => Number(n));
	expect(order).toEqual(Array.from({ length: 60 }, (_, n) => n));
	expect(texts.at(-1)).toBe("“It leaks,” Ray Hale said at the end.");
	await expect(page.locator("said-so .card h3").filter({ hasText: "Ray Hale" })).toHaveCount(1);
	await picture(page, "pdf-light");
});

test("exports of a PDF say on which page words stand, also after an edit and a reload; of other texts they do not", async ({
	page,
}) => {
	const made = await pdfOf(
		page,
		`<style>p { break-after: page }</style>
		<p>Ana Brook said the dam was safe.</p><p>“It leaks,” Ray Hale said.</p><p>The dam was built in 1931.</p>`,
	);
	await open(page);
	await take(page, "report.pdf", made);
	await expect(blocks(page)).toHaveCount(3, { timeout: 20_000 });
	const written = (/** @type {string} */ format) =>
		page.evaluate((id) => /** @type {any} */ (document.querySelector("said-so")).export(id), format);
	const pagesOf = async () => {
		const [head, ...rows] = (await written("csv")).trim().split("\r\n");
		expect(head.split(",").at(-1)).toBe("page");
		return rows.map((/** @type {string} */ row) => [row.split(",")[1], row.split(",").at(-1)]);
	};
	const wanted = [
		["attribution", "1"],
		["claim", "1"],
		["attribution", "2"],
		["claim", "2"],
		["claim", "3"],
	];
	expect(await pagesOf()).toEqual(wanted);
	expect(await written("markdown")).toContain("“It leaks,” (p. 2)");
	expect(await written("html")).toContain("The dam was built in 1931 (p. 3)");
	expect(await written("checklist")).toMatch(/; p\. 3; sentence 3/);
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await expect(page.locator("said-so .printed ol")).toContainText("(p. 2)");

	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+Home");
	await page.keyboard.type("It rained. ");
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" Nobody asked.");
	await page.keyboard.press("Escape");
	await expect(blocks(page).first()).toHaveText("It rained. Ana Brook said the dam was safe.");
	await expect(page.locator("said-so mark.cue")).toHaveCount(2);
	expect(await written("markdown")).toContain("“It leaks,” (p. 2)");
	expect(await written("html")).toContain("The dam was built in 1931 (p. 3)");

	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("checkbox", { name: /through a reload/ }).check();
	await page.reload();
	await started(page);
	expect(await written("markdown")).toContain("“It leaks,” (p. 2)");
	await take(page, "a.txt", "Ana Brook said so.");
	await expect(blocks(page)).toHaveText(["Ana Brook said so."]);
	expect(await written("csv")).not.toMatch(/,page\r\n/);
	await page.keyboard.press("Control+z");
	await expect(blocks(page)).toHaveCount(3);
	expect(await written("markdown")).toContain("“It leaks,” (p. 2)");
});

/** The files of the page that open a PDF, as they are kept for when there is no connection. @param {Page} page */
const keptForPdf = (page) =>
	page.evaluate(async () => {
		const kept = [];
		for (const name of await caches.keys())
			for (const { url } of await (await caches.open(name)).keys()) if (/\/pdf[.-]/.test(url)) kept.push(url);
		return kept.length;
	});

test.describe("without a connection", () => {
	test.use({ keepsPage: true });

	test("a PDF opens without a connection, after one visit in which none was opened", async ({
		page,
		context,
	}) => {
		const made = await pdfOf(page, "<p>Ana Brook said the dam was safe.</p>");
		await open(page);
		await expect.poll(() => keptForPdf(page), { timeout: 20_000 }).toBe(2);
		await context.setOffline(true);
		await page.reload();
		await started(page);
		// A reload makes the browser under test forget to say so by itself.
		await page.evaluate(() => dispatchEvent(new Event("offline")));
		await expect(page.getByText("You are offline. Everything here still works.")).toBeVisible();
		await take(page, "report.pdf", made);
		await expect(blocks(page)).toContainText(["Ana Brook said the dam was safe."], { timeout: 20_000 });
		await picture(page, "pdf-offline-light");
	});

	test("where what opens a PDF is missing, the page says so when the connection goes", async ({
		page,
		context,
	}) => {
		await open(page);
		await expect.poll(() => keptForPdf(page), { timeout: 20_000 }).toBe(2);
		await context.setOffline(true);
		await expect(page.getByText("Everything here still works.")).toBeVisible();
		await page.evaluate(async () => {
			for (const name of await caches.keys()) {
				const cache = await caches.open(name);
				for (const one of await cache.keys()) if (/\/pdf[.-]/.test(one.url)) await cache.delete(one);
			}
			dispatchEvent(new Event("offline"));
		});
		await expect(page.getByText("Everything here still works but PDF files")).toBeVisible();
		await picture(page, "offline-pdf-light");
		await expectAccessible(page);
	});
});

test("a PDF without words, and a file that is none, say so", async ({ page }) => {
	const made = await pdfOf(page, "<div style='width:100px;height:100px;background:red'></div>", false);
	await open(page);
	await take(page, "broken.pdf", "%PDF-1.4 nothing");
	await expect(page.getByRole("alert")).toContainText("“broken.pdf” is damaged");
	await take(page, "picture.pdf", made);
	await expect(page.getByRole("alert")).toContainText("“picture.pdf” holds pictures of pages, and no words");
});

test("an OpenDocument text keeps headings, lists and tables, and leaves notes out", async ({ page }) => {
	const zip = new JSZip();
	zip.file(
		"content.xml",
		`<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
		<text:h>Dam <text:s/>report</text:h><text:p>Ana Brook said &lt;yes&gt;<text:note><text:note-body><text:p>No.</text:p></text:note-body></text:note>.</text:p>
		<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`,
	);
	await open(page);
	await take(page, "report.odt", await zip.generateAsync({ type: "nodebuffer" }));
	await expect(blocks(page)).toHaveText(["Dam report", "Ana Brook said <yes>.", "One"]);
	await expect(blocks(page).first()).toHaveClass(/heading/);
});

test("rich text and subtitles are read", async ({ page }) => {
	await open(page);
	await take(
		page,
		"a.rtf",
		"{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}Ana Brook said so.\\par Ray Hale did not.}",
	);
	await expect(blocks(page)).toHaveText(["Ana Brook said so.", "Ray Hale did not."]);
	await take(
		page,
		"a.vtt",
		"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Brook>The dam is safe.\n\n00:03.000 --> 00:04.000\n<v Ray Hale>It is not safe at all.\n\n00:05.000 --> 00:06.000\n<v Ana Brook>We looked at it in May.\n",
	);
	await expect(blocks(page)).toHaveText([
		"00:00:01",
		"Ana Brook: The dam is safe.",
		"00:00:03",
		"Ray Hale: It is not safe at all.",
		"00:00:05",
		"Ana Brook: We looked at it in May.",
	]);
	await expect(page.locator("said-so .card h3").filter({ hasText: "Ana Brook" })).toHaveCount(1);
	await expect(page).toHaveTitle("a – saidso");
});
