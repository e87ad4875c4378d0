// @ts-check
//! The source audit: many articles, one table, and the way to each of them.

import { createRequire } from "node:module";
import { expect, expectAccessible, open, paste, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const JSZip = createRequire(import.meta.url)("jszip");

/** @param {number} n */
const line = (n) =>
	JSON.stringify({
		id: `story-${n}`,
		headline: `Dam report ${n}`,
		section: n % 2 ? "City" : "Coast",
		author: "Mara Okoye",
		date: `2024-05-0${(n % 9) + 1}`,
		text: `Dam report ${n}\n\nAna Brook, the mayor, said the dam was safe. “It leaks,” said ${n % 2 ? "Ray Hale" : "Hale"}. A spokesman said that repairs would begin. The dam was built in 1931.`,
	});

const LINES = [1, 2, 3, 4].map(line).join("\n");

/** @param {Page} page */
async function openAudit(page) {
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Many articles, one table" }).click();
	const dialog = page.getByRole("dialog", { name: "Source audit" });
	await expect(dialog).toBeVisible();
	return dialog;
}

/** @param {Page} page @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
async function audited(page, files) {
	const dialog = await openAudit(page);
	await dialog.locator("input[type=file]").setInputFiles(files);
	await expect(dialog.locator(".sum")).toBeVisible();
	return dialog;
}

const file = (/** @type {string} */ name, /** @type {string | Buffer} */ words) => ({
	name,
	mimeType: "application/octet-stream",
	buffer: Buffer.from(words),
});

/**
 * The words of a file that a button hands over.
 * @param {Page} page
 * @param {import("@playwright/test").Locator} dialog
 * @param {string} name
 */
async function written(page, dialog, name) {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		dialog.getByRole("button", { name, exact: true }).click(),
	]);
	const chunks = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

test("articles of a file of lines are joined by whole names; a last name alone stands apart", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	const row = (/** @type {string} */ name) => dialog.locator("tr").filter({ hasText: name }).first();
	await expect(row("Ana Brook").locator("td").nth(1)).toHaveText("4");
	await expect(row("Ray Hale").locator("td").nth(1)).toHaveText("2");
	const apart = dialog.locator("table").last();
	await expect(apart.locator("tr").nth(1)).toContainText("Hale");
	await expect(apart.locator("tr").nth(1)).toContainText("Ray Hale");
	await apart.getByRole("combobox", { name: "Who is Hale?" }).selectOption("Ray Hale");
	await expect(row("Ray Hale").locator("td").nth(1)).toHaveText("4");
	await dialog.getByRole("button", { name: /^Undo: “hale”/ }).click();
	await expect(row("Ray Hale").locator("td").nth(1)).toHaveText("2");
	await expect(dialog.getByRole("heading", { name: "By section" })).toBeVisible();
	await picture(page, "audit-light");
	await expectAccessible(page);
	await dialog.getByText("Ana Brook", { exact: true }).click();
	await dialog.getByRole("button", { name: "the dam was safe" }).first().click();
	await expect(page.locator("said-so .block").first()).toHaveText("Dam report 1");
	await expect(page.locator("said-so mark.cue").first()).toBeFocused();
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await expect(dialog.locator(".sum")).toBeVisible();
});

test("files of every kind, in a zip too, and what cannot be read is named", async ({ page }) => {
	await open(page);
	const zip = new JSZip();
	zip.file("a/one.txt", "Ana Brook said the dam was safe.");
	zip.file("a/two.md", "# Dam\n\nAna Brook said it was not.");
	zip.file("__MACOSX/._one.txt", "x");
	zip.file("picture.png", "x");
	zip.file("table.csv", 'title,body\nOne,"Ana Brook said so."\nTwo,"Ray Hale said it was late."\n');
	const files = [
		file("all.zip", await zip.generateAsync({ type: "nodebuffer" })),
		file("page.html", "<article><h1>Dam</h1><p>Ray Hale said it was safe.</p></article>"),
		file("report.json", '{"schema":"saidso/bundle/1","text":7}'),
		file("empty.txt", " "),
		file("broken.jsonl", '{"text":"Ana Brook said yes."}\n{"text":'),
	];
	const dialog = await audited(page, files);
	await expect(dialog.locator(".sum")).toHaveText("6 articles · 2 named sources");
	await dialog.getByText("4 could not be read").click();
	await expect(dialog.locator(".faults li")).toHaveText([
		"picture.png – This file cannot be read: it is of a kind that is not opened here, or it is damaged.",
		"report.json – This file is not a report of saidso. Open a .json file that was exported here.",
		"empty.txt – There is no text in this file.",
		"broken.jsonl:2 – Line 2 is not JSON, or it is damaged.",
	]);
});

/** Pages that tell of themselves in the ways that papers do. @type {Record<string, string>} */
const TOLD = {
	"tags.html":
		'<meta property="article:section" content="City"><meta property="article:published_time" content="2024-05-02T08:00:00Z"><meta name="author" content="Mara Okoye">',
	"ld.html":
		'<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"articleSection":["Coast"],"datePublished":"2024-05-03","author":[{"@type":"Person","name":"Élie Sand"}]}]}</script>',
	"time.html":
		'<script type="application/ld+json">{"broken"</script><meta name="author" content="https://x.example/a">',
};

test("section, author and date are read out of pages, and subtitles go by the name of their file", async ({
	page,
}) => {
	await open(page);
	const said = "Ana Brook, the mayor, said on Tuesday that the dam above the town was safe. ".repeat(4);
	const pages = Object.entries(TOLD).map(([name, head]) =>
		file(
			name,
			`<!doctype html><html><head><title>Dam report of ${name}</title>${head}</head><body><article><h1>Dam report of ${name}</h1>${name === "time.html" ? '<time datetime="2024-05-04T10:00">Saturday</time>' : ""}<p>${said}</p><p>${said}</p></article></body></html>`,
		),
	);
	const srt = "1\n00:00:01,000 --> 00:00:03,000\nMARA OKOYE: Ana Brook said the dam was safe.\n";
	const dialog = await audited(page, [...pages, file("evening news.srt", srt)]);
	const table = (/** @type {string} */ name) =>
		dialog.locator(`h3:text-is("${name}") + div`).locator("tbody th").allTextContents();
	expect((await table("By section")).sort()).toEqual(["City", "Coast", "not said"]);
	expect((await table("By date")).sort()).toEqual(["2024-05-02", "2024-05-03", "2024-05-04", "not said"]);
	expect(await table("By author")).toEqual(expect.arrayContaining(["Mara Okoye", "Élie Sand"]));
	await expect(dialog.getByRole("button", { name: "evening news", exact: true })).toBeVisible();

	// The report says when, and draws what it counts; it stands alone.
	const html = await written(page, dialog, "HTML report");
	const other = await page.context().newPage();
	await other.setContent(html);
	await expect(other.locator(".date")).toContainText("May 2 – 4, 2024");
	await expect(other.locator(".date")).toContainText(/Marked on .*20\d\d/);
	const widths = await other
		.locator("td.bar")
		.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one, "::before").width)));
	expect(Math.max(...widths)).toBeGreaterThan(40);
	await other.screenshot({ path: "test-results/pictures/audit-report-light.png", fullPage: true });
	await other.emulateMedia({ colorScheme: "dark" });
	await other.screenshot({ path: "test-results/pictures/audit-report-dark.png" });
	await other.setViewportSize({ width: 390, height: 844 });
	await other.screenshot({ path: "test-results/pictures/audit-report-narrow.png" });
	await other.close();
});

test("several are pasted at once, apart by lines of dashes", async ({ page }) => {
	await open(page);
	const dialog = await openAudit(page);
	await paste(page, {
		"text/plain": "Ana Brook said yes.\n---\nAna Brook said no.\n\n***\nRay Hale said it was late.",
	});
	await expect(dialog.locator(".sum")).toHaveText("3 articles · 2 named sources");
});

test("own columns are filled by hand, saved and opened again, and go into every file", async ({ page }) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await dialog.getByRole("textbox", { name: "Region: Ana Brook" }).fill("=North");
	await page.keyboard.press("Tab");
	expect(await written(page, dialog, "CSV")).toMatch(/Ana Brook,mayor,person,4,4,\d+,[\d.]+,"'=North"/);
	expect(await written(page, dialog, "JSON lines")).toContain('"own":{"Region":"=North"}');
	expect(await written(page, dialog, "HTML report")).toContain("<th>Region</th>");
	const saved = await written(page, dialog, "Save the audit");
	await page.reload();
	await expect(page.locator("html[data-ready=yes]")).toBeAttached();
	dialog = await audited(page, [file("my.audit.json", saved)]);
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("=North");
	await expect(dialog.getByRole("button", { name: "the dam was safe" })).toHaveCount(0);
});

test("an audit can be ended, and shows what was read by then", async ({ page }) => {
	await open(page);
	const dialog = await openAudit(page);
	const many = Array.from({ length: 3000 }, (_, n) => line(n)).join("\n");
	await dialog.locator("input[type=file]").setInputFiles([file("many.jsonl", many)]);
	await expect(dialog.locator("progress")).toHaveJSProperty("max", 3000);
	await picture(page, "audit-progress-light");
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await expect(dialog.getByText("Stopped.")).toBeVisible();
});

/**
 * Says of the mark at the keyboard that it is none.
 * @param {Page} page
 * @param {number} cue
 */
async function unmark(page, cue) {
	await page.locator("said-so mark.cue").nth(cue).click();
	await page.locator("said-so .popover .desk").last().getByText("Correct", { exact: true }).click();
	await page.getByRole("button", { name: "No mark here" }).click();
}

const changesTab = (/** @type {Page} */ page) => page.getByRole("tab", { name: /^Changes/ });

test("what is corrected in an article of the audit counts in it at once, and stays with the article", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	const cells = (/** @type {string} */ name) =>
		dialog.locator("tr").filter({ hasText: name }).first().locator("td").allTextContents();
	const before = await cells("Ana Brook");
	expect(before.slice(1, 3)).toEqual(["4", "4"]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.getByRole("button", { name: "Back to the audit" }).click();
	expect((await cells("Ana Brook")).slice(1, 3)).toEqual(["3", "3"]);
	await expect(dialog.getByText("Dam report 1 · 1 change")).toBeVisible();
	await picture(page, "audit-corrected-light");
	await expectAccessible(page);
	const [csv, jsonl] = [await written(page, dialog, "CSV"), await written(page, dialog, "JSON lines")];
	expect(csv).toMatch(/Ana Brook,mayor,person,3,3,/);
	expect(JSON.parse(jsonl.split("\n")[0]).changes.corrections).toHaveLength(1);

	// Another article of the audit has none of it, though its words are the same; the first has it still.
	await dialog.getByRole("button", { name: "Dam report 3" }).click();
	await expect(page.locator("said-so .block").first()).toHaveText("Dam report 3");
	await expect(changesTab(page)).toHaveCount(0);
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveCount(0);
	await page.getByRole("button", { name: "Back to the audit" }).click();
	expect(await cells("Ana Brook")).toEqual(before);

	// What is edited is the article from now on.
	await dialog.getByRole("button", { name: "Dam report 2" }).click();
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" Cleo Marsh said it would be mended.");
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await expect(dialog.locator("tr").filter({ hasText: "Cleo Marsh" })).toHaveCount(1);
});

test("corrections are saved with the audit, and are there when its articles are opened again", async ({
	page,
}) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await page.getByRole("button", { name: "Back to the audit" }).click();
	const saved = await written(page, dialog, "Save the audit");
	await page.reload();
	await expect(page.locator("html[data-ready=yes]")).toBeAttached();
	dialog = await audited(page, [file("my.audit.json", saved)]);
	await expect(dialog.getByText("Dam report 1 · 1 change")).toBeVisible();
	await dialog.locator("input[type=file]").setInputFiles([file("stories.jsonl", LINES)]);
	await expect(dialog.getByText("4 were there already and are counted once.")).toBeVisible();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
});

test("what is kept on the device brings its corrections into an audit", async ({ page }) => {
	await open(page);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Kept on this device…" }).click();
	await page.getByRole("checkbox", { name: /^Keep articles/ }).check();
	await page.keyboard.press("Escape");
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.waitForTimeout(800);
	await page.reload();
	await expect(page.locator("html[data-ready=yes]")).toBeAttached();
	dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await expect(dialog.getByText("Dam report 1 · 1 change")).toBeVisible();
	await expect(dialog.locator("tr").filter({ hasText: "Ana Brook" }).first().locator("td").nth(1)).toHaveText(
		"3",
	);
});

test("more files are added to an audit, with the columns filled by hand, and can be taken out again", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await dialog.getByRole("textbox", { name: "Region: Ana Brook" }).fill("North");
	await page.keyboard.press("Tab");
	const more = [file("five.txt", "Ana Brook said it was late."), file("stories.jsonl", line(1))];
	await dialog.locator("input[type=file]").setInputFiles(more);
	const told = dialog.getByText("1 article was added. 1 was there already and is counted once.");
	await expect(told).toBeVisible();
	await expect(dialog.locator(".sum")).toHaveText("5 articles · 2 named sources");
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("North");
	await picture(page, "audit-added-light");
	await expectAccessible(page);
	await told.getByRole("button", { name: "Undo" }).click();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("North");
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await expect(dialog.locator(".sum")).toHaveCount(0);
	await dialog.getByRole("button", { name: "Bring it back" }).click();
	await expect(dialog.getByRole("textbox", { name: "Region: Ana Brook" })).toHaveValue("North");
});

test("an audit that was taken off the page comes back when the dialog is opened again, behind another one too", async ({
	page,
}) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await page.keyboard.press("Escape");
	dialog = await openAudit(page);
	await dialog.getByRole("button", { name: "Bring it back" }).click();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
	await dialog.getByRole("button", { name: "Start anew" }).click();
	await dialog.locator("input[type=file]").setInputFiles([file("one.txt", "Ana Brook said it was late.")]);
	await expect(dialog.locator(".sum")).toHaveText("1 article · 1 named source");
	await dialog.getByRole("button", { name: "Bring it back" }).click();
	await expect(dialog.locator(".sum")).toHaveText("4 articles · 2 named sources");
});

test("who leaves is asked first where a column or a correction is not saved, and only there", async ({
	page,
}) => {
	await open(page);
	/** @type {string[]} */
	const told = [];
	page.on("dialog", async (asked) => {
		await asked.dismiss();
		told.push(asked.type());
	});
	page.on("load", () => told.push("load"));
	/** Whether a reload is asked about; it is not done then. */
	const asks = async () => {
		told.length = 0;
		await page.evaluate(() => void setTimeout(() => location.reload()));
		await expect.poll(() => told.length).toBeGreaterThan(0);
		return told[0] === "beforeunload";
	};
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	expect(await asks()).toBe(false);

	await expect(page.locator("html[data-ready=yes]")).toBeAttached();
	dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await dialog.getByRole("textbox", { name: "Region: Ana Brook" }).fill("North");
	expect(await asks()).toBe(true);
	await written(page, dialog, "Save the audit");
	await dialog.locator("input[type=file]").setInputFiles([file("one.txt", "Ana Brook said it was late.")]);
	await expect(dialog.locator(".sum")).toHaveText("5 articles · 2 named sources");
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	expect(await asks()).toBe(true);
	await page.keyboard.press("Control+z");
	await expect(changesTab(page)).toHaveCount(0);
	expect(await asks()).toBe(false);
});

test("the article that was on the desk comes back from behind one of the audit", async ({ page }) => {
	await open(page);
	await paste(page, { "text/plain": "Cleo Marsh said the bridge was open. It was built in 1931." });
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await expect(page.locator("said-so .block").first()).toHaveText("Dam report 1");
	await unmark(page, 0);
	await picture(page, "audit-article-light");
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(page.locator("said-so .block").first()).toContainText("Cleo Marsh");
	await expect(changesTab(page)).toHaveText("Changes (1)");
	expect(await page.locator("said-so mark.cue").count()).toBe(0);
});

test("the reader's own article comes back from behind several of the audit, by the keyboard too", async ({
	page,
}) => {
	await open(page);
	const first = page.locator("said-so .block").first();
	await paste(page, { "text/plain": "Cleo Marsh said the bridge was open. It was built in 1931." });
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	for (const back of [
		() => page.getByRole("button", { name: "Bring it back" }).click(),
		() => page.keyboard.press("Control+z"),
	]) {
		if (!(await dialog.isVisible())) await openAudit(page);
		for (const n of [1, 2, 1, 3]) {
			if (!(await dialog.isVisible())) await page.getByRole("button", { name: "Back to the audit" }).click();
			await dialog.getByRole("button", { name: `Dam report ${n}` }).click();
			await expect(first).toHaveText(`Dam report ${n}`);
		}
		await back();
		await expect(first).toContainText("Cleo Marsh");
		await expect(changesTab(page)).toHaveText("Changes (1)");
	}
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(first).toHaveText("Dam report 3");
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(changesTab(page)).toHaveText("Changes (1)");
});

test("an article of the audit offers nothing to bring back where nothing of the reader's own was there", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await dialog.getByRole("button", { name: "Dam report 2" }).click();
	await expect(page.getByRole("button", { name: "Back to the audit" })).toBeVisible();
	await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
});

for (const [name, width, height, media] of /** @type {const} */ ([
	["dark", 1280, 900, { colorScheme: "dark" }],
	["narrow", 390, 844, {}],
	["forced", 1280, 900, { forcedColors: "active" }],
]))
	test(`the audit can be seen and reached: ${name}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia(media);
		await open(page);
		const dialog = await audited(page, [file("stories.jsonl", LINES)]);
		await dialog.getByText("Ana Brook", { exact: true }).click();
		await picture(page, `audit-${name}`);
		await expectAccessible(page);
	});
