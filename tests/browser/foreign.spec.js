// @ts-check
//! Files of other programs get a sentence that says what to do with them, on the page and in an audit.

import { audited, file } from "./audits.js";
import { expect, expectAccessible, open, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {...string} names of files that are dropped */
const drop = (page, ...names) =>
	page.evaluate((names) => {
		const data = new DataTransfer();
		for (const name of names) data.items.add(new File(["PK\u0003\u0004 Ana Brook said no."], name));
		const init = { bubbles: true, composed: true, cancelable: true, dataTransfer: data };
		document.body.dispatchEvent(new DragEvent("drop", init));
	}, names);

for (const [locale, sheet, slides, other] of [
	["en", "save it as CSV", "save it as PDF", "save it as .docx, PDF or plain text"],
	["de", "als CSV", "als PDF", "als .docx, PDF oder reinen Text"],
	["es", "guárdela como CSV", "guárdela como PDF", "guárdelo como .docx, PDF o texto"],
	[
		"fr",
		"enregistrez-la en CSV",
		"enregistrez-la en PDF",
		"enregistrez-le en .docx, en PDF ou en texte brut",
	],
])
	test.describe(`in ${locale}`, () => {
		test.use({ locale });

		test("a spreadsheet, slides and other documents are refused with what to do", async ({ page }) => {
			await open(page);
			const alert = page.locator("said-so [role=alert]").last();
			for (const [name, words] of [
				["budget.xlsx", sheet],
				["Budget 2026.numbers", sheet],
				["talk.ppt", slides],
				["letter.pages", other],
				["old.doc", other],
			]) {
				await drop(page, name);
				await expect(alert).toContainText(name);
				await expect(alert).toContainText(words);
			}
			await page.setViewportSize({ width: 380, height: 800 });
			await picture(page, `foreign-narrow-${locale}`);
			await expectAccessible(page);
		});
	});

test("so they are beside files that are read, and in an audit", async ({ page }) => {
	await open(page);
	await page
		.locator("said-so input[type=file]")
		.setInputFiles([file("one.txt", "Ana Brook said no."), file("budget.xlsx", "x")]);
	await expect(page.locator("said-so .block")).toHaveText(["Ana Brook said no."]);
	await expect(page.locator("said-so .notice").filter({ hasText: "budget.xlsx" })).toHaveCount(1);
	await expect(page.getByText("“budget.xlsx” is a spreadsheet")).toBeVisible();
	await picture(page, "foreign-several-light");
	const dialog = await audited(page, [file("one.txt", "Ana Brook said no."), file("talk.pptx", "x")]);
	await dialog.getByText("1 could not be read").click();
	await expect(dialog.locator(".faults li")).toHaveText([
		/^talk.pptx – “talk.pptx” is a presentation.* as PDF/,
	]);
});
