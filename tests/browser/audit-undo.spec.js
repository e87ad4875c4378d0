// @ts-check
//! What was done to an audit is taken back step by step, the last first, and each step says what it takes back.

import { audited, changesTab, file, LINES, openAudit, unmark } from "./audits.js";
import { expect, expectAccessible, open, picture, test } from "./page.js";

const one = (/** @type {string} */ name, /** @type {string} */ who) =>
	file(name, `${who} said that it was late.\n`);

test("files, columns and who is whom are taken back in order, also when the dialog was closed between", async ({
	page,
}) => {
	await open(page);
	let dialog = await audited(page, [file("stories.jsonl", LINES)]);
	const sum = (/** @type {string} */ words) => expect(dialog.locator(".sum")).toHaveText(words);
	const add = async (/** @type {ReturnType<typeof file>[]} */ ...files) => {
		await dialog.locator("input[type=file]").setInputFiles(files);
		await expect(dialog.locator(".told")).toContainText(files[0].name);
	};
	const undo = (/** @type {string} */ what) =>
		dialog
			.locator(".told")
			.getByRole("button", { name: `Undo: ${what}` })
			.click();
	await add(one("five.txt", "Cleo Marsh"), one("six.txt", "Bo Ek"));
	await sum("6 articles · 4 named sources");
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await expect(dialog.locator(".told")).toContainText("The column “Region” was added.");
	await dialog.getByRole("combobox", { name: "Who is Hale?" }).selectOption("Ray Hale");
	await add(one("seven.txt", "Ida Lund"));
	await sum("7 articles · 5 named sources");

	// What is corrected in between stays.
	await dialog.getByRole("button", { name: "Dam report 1" }).click();
	await unmark(page, 0);
	await expect(changesTab(page)).toHaveText("Changes (1)");
	await page.keyboard.press("Escape");
	dialog = await openAudit(page);
	await expect(dialog.locator(".told")).toHaveText("seven.txt: 1 article was added. Undo");
	await undo("seven.txt: 1 article was added.");
	await expect(dialog.getByText("Taken back: seven.txt: 1 article was added.")).toBeVisible();
	await expect(dialog.locator(".told button")).toBeFocused();
	await sum("6 articles · 4 named sources");
	await picture(page, "audit-undo-light");
	await page.setViewportSize({ width: 380, height: 800 });
	await page.emulateMedia({ colorScheme: "dark" });
	await picture(page, "audit-undo-narrow-dark");
	await expectAccessible(page);
	await undo("“hale” is counted as Ray Hale.");
	await expect(dialog.getByRole("combobox", { name: "Who is Hale?" })).toBeVisible();
	await expect(dialog.getByRole("columnheader", { name: "Region" })).toBeVisible();
	await page.keyboard.press("Control+z");
	await expect(dialog.getByRole("columnheader", { name: "Region" })).toHaveCount(0);
	await undo("five.txt …: 2 articles were added.");
	await sum("4 articles · 2 named sources");
	await expect(dialog.locator(".told")).toHaveCount(0);
	await expect(dialog.getByText("Dam report 1 · 1 correction")).toBeVisible();
});

test("an article whose report was added is what it was when that is taken back", async ({ page }) => {
	await open(page);
	const dam = file("dam.txt", "Dam report\n\nAna Brook said the dam was safe. Ray Hale said it was not.\n");
	await page.locator("said-so input[type=file]").setInputFiles([dam]);
	await unmark(page, 0);
	const report = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so")).export("json"),
	);
	const dialog = await audited(page, [dam]);
	await dialog.locator("input[type=file]").setInputFiles([file("dam.json", report)]);
	await expect(dialog.locator(".sum")).toHaveText("1 article · 1 named source");
	await dialog.getByRole("button", { name: "Undo: dam.json" }).click();
	await expect(dialog.locator(".sum")).toHaveText("1 article · 2 named sources");
});

for (const [locale, words] of [
	["de", "Rückgängig: Die Spalte „Region“ wurde hinzugefügt."],
	["fr", "Annuler : La colonne « Region » a été ajoutée."],
	["es", "Deshacer: Se añadió la columna «Region»."],
])
	test.describe(`in ${locale}`, () => {
		test.use({ locale });

		test("what is taken back is said", async ({ page }) => {
			await open(page);
			await page.locator("#more").click();
			await page
				.locator("dialog button")
				.filter({ hasText: /^(?:Viele Artikel|Beaucoup d|Muchos art)/ })
				.click();
			const dialog = page.locator("dialog.wide");
			await dialog.locator("input[type=file]").setInputFiles([file("stories.jsonl", LINES)]);
			await dialog.locator(".tools form input").fill("Region");
			await dialog.locator(".tools form button").click();
			const button = dialog.locator(".told button");
			expect((await button.getAttribute("aria-label"))?.replace(/[\u00a0\u202f]/g, " ")).toBe(words);
			await button.click();
			await expect(dialog.locator(".told")).toHaveCount(0);
		});
	});
