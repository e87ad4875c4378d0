// @ts-check
//! What is said of files of kept articles that are taken in: wrong ones, damaged, empty, the same again, later and earlier ones.

import { readFileSync } from "node:fs";
import { expect, expectAccessible, picture, test } from "./page.js";
import { exported, kept, ONE, openShelf, TWO, takeIn } from "./shelves.js";

const file = (/** @type {string} */ name, /** @type {string} */ words) => ({
	name,
	mimeType: "",
	buffer: Buffer.from(words),
});

test("a file is taken in as far as it can be, and each thing that was wrong is a sentence", async ({
	page,
}) => {
	await kept(page, ONE, TWO);
	const shelf = await openShelf(page);
	const told = shelf.locator("[role=status]");
	const lines = readFileSync(await exported(page, shelf), "utf8");
	const [two, one] = lines.trim().split("\n");

	await takeIn(page, shelf, [
		file("notes.json", '{"a":1}'),
		file("nothing.jsonl", " \n"),
		file("newer.jsonl", one.replace("saidso/bundle/1", "saidso/bundle/2")),
	]);
	await expect(told.locator("p")).toHaveText([
		"No article that was kept is in “notes.json”. Choose a .jsonl file from “Export all”, or a report that was exported as .json.",
		"“nothing.jsonl” is empty. Export the articles again where they are kept, and choose that file.",
		"“newer.jsonl” was written by a newer version of saidso. Reload this page to get that version, then choose the file again.",
	]);
	await picture(page, "shelf-import-light");
	await expectAccessible(page);

	await shelf.getByRole("button", { name: "Delete all" }).click();
	await shelf.locator(".sure").getByRole("button", { name: "Delete all" }).click();
	await takeIn(page, shelf, [file("half.jsonl", `${two.slice(0, -60)}\n${one}\n`)]);
	await expect(told.locator("p")).toHaveText([
		"1 article was taken in.",
		"1 article in “half.jsonl” is damaged and was left out. Export it again where it is kept, and choose that file.",
	]);
	await expect(shelf.getByRole("listitem")).toHaveCount(1);

	const dated = (/** @type {number} */ days) => {
		const { kept, ...rest } = JSON.parse(one);
		return JSON.stringify({ ...rest, kept: { ...kept, at: kept.at + days * 86_400_000 } });
	};
	await takeIn(page, shelf, [file("same.jsonl", one), file("early.jsonl", dated(-1))]);
	await expect(told.locator("p")).toHaveText([
		"1 was here already and is kept once. 1 article is here in a later version already, which stays.",
	]);
	await takeIn(page, shelf, file("late.json", JSON.stringify(JSON.parse(dated(1)), null, 2)));
	await expect(told.locator("p")).toHaveText([
		"1 article was here in an earlier version, which the one in the file replaces.",
	]);
	await expect(shelf.getByRole("listitem")).toHaveCount(1);
});
