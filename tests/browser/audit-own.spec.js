// @ts-check
//! Cells filled by hand follow a source that is renamed or merged, on the page and in every file.

import { audited, file, written } from "./audits.js";
import { correct } from "./corrections.js";
import { expect, expectAccessible, open, picture, test } from "./page.js";

const WORDS = "Dam report\n\nAnna Brook said the dam was safe. Ray Hale said that it was not.\n";

test("a cell follows its source through a rename and a merge, and two values that meet are both shown", async ({
	page,
}) => {
	await open(page);
	const dialog = await audited(page, [file("dam.txt", WORDS)]);
	const cell = (/** @type {string} */ name) => dialog.getByRole("textbox", { name: `Region: ${name}` });
	await dialog.getByRole("textbox", { name: "Add a column" }).fill("Region");
	await dialog.getByRole("button", { name: "Add a column" }).click();
	await cell("Anna Brook").fill("North");
	await cell("Ray Hale").fill("South");
	await dialog.getByRole("button", { name: "Dam report" }).click();
	let desk = await correct(page, "mark.cue");
	await desk.getByText("The source “Anna Brook”").click();
	await desk.getByRole("textbox", { name: "Name", exact: true }).last().fill("Ana Brook");
	await desk.getByRole("button", { name: "Rename" }).click();
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await expect(cell("Ana Brook")).toHaveValue("North");
	await expect(dialog.getByText("Two values met here.")).toHaveCount(0);
	expect(await written(page, dialog, "CSV")).toMatch(/Ana Brook,.*,North/);

	await dialog.getByRole("button", { name: "Dam report" }).click();
	desk = await correct(page, "mark.cue");
	await desk.getByText("The source “Ana Brook”").click();
	await desk.getByRole("combobox", { name: "The same as" }).selectOption("Ray Hale");
	await desk.getByRole("button", { name: "Merge" }).click();
	await page.getByRole("button", { name: "Back to the audit" }).click();
	await expect(cell("Ray Hale")).toHaveValue("South / North");
	await expect(dialog.getByText("Two values met here.")).toBeVisible();
	await picture(page, "audit-own-light");
	await page.setViewportSize({ width: 380, height: 800 });
	await page.emulateMedia({ colorScheme: "dark" });
	await dialog.locator(".both").scrollIntoViewIfNeeded();
	await picture(page, "audit-own-narrow-dark");
	await expectAccessible(page);
	expect(await written(page, dialog, "HTML report")).toContain("<td>South / North</td>");
	await cell("Ray Hale").fill("South");
	await expect(dialog.getByText("Two values met here.")).toHaveCount(0);
	expect(await written(page, dialog, "JSON lines")).toContain('"own":{"Region":"South"}');
});
