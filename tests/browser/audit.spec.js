// @ts-check
//! The source audit: many articles, one table, and the way to each of them.

import { createRequire } from "node:module";
import { audited, file, LINES, line, openAudit, written } from "./audits.js";
import { contrast, expect, expectAccessible, open, paste, picture, pixels, started, test } from "./page.js";

const JSZip = createRequire(import.meta.url)("jszip");

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
	await dialog
		.getByRole("listitem")
		.getByRole("button", { name: /^Undo: “hale”/ })
		.click();
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
	await started(page);
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

test("on a phone the shares stand in sight, and a table that goes on beyond the edge shows it", async ({
	page,
}) => {
	await page.setViewportSize({ width: 380, height: 800 });
	await open(page);
	const dialog = await audited(page, [file("stories.jsonl", LINES)]);
	const edge = await dialog
		.locator(".scroll")
		.first()
		.evaluate((node) => node.getBoundingClientRect().right);
	const shares = dialog.locator("td:has(.part)").filter({ hasText: "%" });
	await expect(shares).toHaveCount(2 + 5);
	for (const share of await shares.all()) {
		const box = await share.locator(".part").boundingBox();
		expect(box && box.width > 15 && box.x + box.width <= edge + 1).toBe(true);
	}
	await expect(dialog.getByText("mayor", { exact: true }).filter({ visible: true })).toHaveCount(1);
	await dialog.locator(".sum").evaluate((node) => node.scrollIntoView());
	await picture(page, "audit-phone-light");
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	const table = dialog.locator(".scroll").first();
	await table.evaluate((node) => node.scrollIntoView());
	const shade = async (/** @type {"left" | "right"} */ side) => {
		const box = await table.boundingBox();
		if (!box) throw new Error("no table");
		const x = side === "left" ? box.x : box.x + box.width - 2;
		const at = async (/** @type {number} */ x) =>
			(await pixels(page, { x: Math.round(x), y: Math.round(box.y) + 2, width: 1, height: 1 }))[0][0];
		return contrast(await at(box.x + box.width / 2), await at(x));
	};
	expect(await shade("right")).toBeGreaterThan(1.3);
	expect(await shade("left")).toBeLessThan(1.1);
	await table.focus();
	await table.evaluate((node) => node.scrollTo({ left: 1000 }));
	await expect.poll(() => shade("right")).toBeLessThan(1.1);
	expect(await shade("left")).toBeGreaterThan(1.3);
	await picture(page, "audit-phone-scrolled");
	await expectAccessible(page);
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
		const clip = await dialog.locator("tbody th summary").first().boundingBox();
		if (!clip) throw new Error("it is not on the screen");
		const seen = (await pixels(page, clip)).flat();
		const ground = seen[seen.length - 1];
		expect(Math.max(...seen.map((colour) => contrast(colour, ground)))).toBeGreaterThan(7);
		await dialog.getByText("Ana Brook", { exact: true }).click();
		await picture(page, `audit-${name}`);
		await expectAccessible(page);
	});
