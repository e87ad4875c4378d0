// @ts-check
//! What a reader has and does not lose: the article before a paste, a reload, the link in the address, the tab's name.

import { expect, expectAccessible, marked, open, paste, picture, started, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const blocks = (/** @type {Page} */ page) => page.locator("said-so .block");
const ONE = "Ana Brook said the dam was safe.";
const TWO = "Ray Hale said it was not.";

/** @param {Page} page @param {string} text */
async function read(page, text) {
	await paste(page, { "text/plain": text });
	await expect(blocks(page)).toHaveText([text]);
}

test("a paste over an article can be undone, with what was hidden in it; over the sample it need not be", async ({
	page,
}) => {
	await open(page);
	await read(page, ONE);
	await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
	await page.locator("said-so mark.cue").click();
	await page.getByRole("button", { name: "Hide this one" }).click();
	await read(page, TWO);
	await picture(page, "undo-light");
	await expectAccessible(page);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(blocks(page)).toHaveText([ONE]);
	expect(await marked(page, "mark")).toEqual([]);
	await page.keyboard.press("Control+z");
	await expect(blocks(page)).toHaveText([TWO]);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("button", { name: "Start with an empty page" }).click();
	await expect(blocks(page)).toHaveCount(0);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(blocks(page)).toHaveText([TWO]);
});

test("words of the article that are dragged are no other article, and may be selected anew", async ({
	page,
}) => {
	await open(page);
	await read(page, `${ONE} ${TWO}`);
	const { x, y } = /** @type {any} */ (await blocks(page).boundingBox());
	const drag = async (/** @type {number} */ from, /** @type {number} */ to) => {
		await page.mouse.move(x + from, y + 12);
		await page.mouse.down();
		await page.mouse.move(x + to, y + 12, { steps: 8 });
		await page.mouse.up();
	};
	await drag(2, 150);
	await drag(40, 220);
	await expect(page.locator(".drop")).toBeHidden();
	await expect(blocks(page)).toHaveText([`${ONE} ${TWO}`]);
	await page.getByRole("button", { name: "Add a mark" }).last().click();
	await drag(2, 150);
	await drag(40, 220);
	await expect(blocks(page)).toHaveText([`${ONE} ${TWO}`]);
	await expect(page.getByRole("button", { name: "Bring it back" })).toHaveCount(0);
});

test("another of several files has none of the corrections of the first, which can be brought back with them", async ({
	page,
}) => {
	await open(page);
	await page.evaluate(
		([one, two]) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File([one], "one.txt"));
			dataTransfer.items.add(new File([`${one} ${two}`], "two.txt"));
			document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
		},
		[ONE, TWO],
	);
	await expect(blocks(page)).toHaveText([ONE]);
	await page.locator("said-so mark.cue").click();
	await page.locator("said-so .desk").getByText("Correct", { exact: true }).click();
	await page.getByRole("button", { name: "No mark here" }).click();
	const changes = page.getByRole("tab", { name: "Changes (1)" });
	await expect(changes).toBeVisible();
	await page.getByRole("button", { name: "Show two.txt" }).click();
	await expect(blocks(page)).toHaveText([`${ONE} ${TWO}`]);
	await expect(changes).toHaveCount(0);
	expect(await marked(page, "mark.cue")).toEqual(["said", "said"]);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(blocks(page)).toHaveText([ONE]);
	await expect(changes).toBeVisible();
	expect(await marked(page, "mark.cue")).toEqual([]);
});

test("what was edited before the paste comes back as it was edited", async ({ page }) => {
	await open(page);
	await read(page, ONE);
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" So it goes.");
	await page.getByRole("button", { name: "Done editing" }).click();
	await read(page, TWO);
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(blocks(page)).toHaveText([`${ONE} So it goes.`]);
});

test("a reload keeps article and settings if the reader asked for it, and nothing else", async ({ page }) => {
	await open(page);
	await read(page, ONE);
	await page.reload();
	await started(page);
	await expect(blocks(page).first()).toContainText("Harbour bridge");
	await read(page, ONE);
	await page.locator("said-so mark.cue").click();
	await page.getByRole("button", { name: "Hide this one" }).click();
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("checkbox", { name: /through a reload/ }).check();
	await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
	await expectAccessible(page);
	await picture(page, "keep-dark");
	await page.keyboard.press("Escape");
	await page.reload();
	await started(page);
	await expect(blocks(page)).toHaveText([ONE]);
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	expect(await marked(page, "mark")).toEqual([]);
	await page.getByRole("button", { name: "More", exact: true }).click();
	await page.getByRole("checkbox", { name: /through a reload/ }).uncheck();
	await page.keyboard.press("Escape");
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
	await page.reload();
	await expect(blocks(page).first()).toContainText("Harbour bridge");
});

test("a link in the address goes when another article comes", async ({ page }) => {
	await open(page);
	await read(page, ONE);
	await page.getByRole("button", { name: "Share" }).click();
	const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
	await page.goto("about:blank");
	await page.goto(link);
	await expect(blocks(page)).toHaveText([ONE]);
	expect(page.url()).toBe(link);
	await started(page);
	await read(page, TWO);
	await expect.poll(() => page.url()).not.toContain("#");
	await page.getByRole("button", { name: "Bring it back" }).click();
	await expect(blocks(page)).toHaveText([ONE]);
});

for (const [name, hash] of Object.entries({
	"without an article": "#d=",
	"with something else": "#d=%C3%A4%20nothing",
	"that was cut": "#d=q1YqU7IyNDIwMFSqBQA",
	"that a mail program escaped": "#d%3Dbm90aGluZw",
}))
	test(`a link ${name} says that it is damaged`, async ({ page }) => {
		await page.goto(`./${hash}`);
		await expect(page.getByRole("alert")).toContainText("damaged or was cut short");
		await started(page);
		await expect(page.getByRole("alert")).toContainText("damaged or was cut short");
	});

test("a link with the full stop of its sentence opens", async ({ page }) => {
	await open(page);
	await read(page, ONE);
	await page.getByRole("button", { name: "Share" }).click();
	const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
	await page.goto("about:blank");
	await page.goto(`${link}.`);
	await expect(blocks(page)).toHaveText([ONE]);
});

test("the tab is called by the headline", async ({ page }) => {
	await open(page);
	await expect(page).toHaveTitle("Harbour bridge will stay shut until spring, city says – saidso");
	await read(page, ONE);
	await expect(page).toHaveTitle("Ana Brook said the dam was safe. – saidso");
	await page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).clear());
	await expect(page).toHaveTitle("saidso – who says what, and how sure are they?");
});

test("Esc leaves editing, and keeps what was typed", async ({ page }) => {
	await open(page);
	await read(page, ONE);
	await page.getByRole("button", { name: "Edit", exact: true }).click();
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" So it goes.");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("button", { name: "Edit", exact: true })).toBeFocused();
	await expect(page.locator("said-so [contenteditable]")).toHaveCount(0);
	await expect(blocks(page)).toHaveText([`${ONE} So it goes.`]);
	expect(await marked(page, "mark.cue")).toEqual(["said"]);
});
