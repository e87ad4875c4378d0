// @ts-check
//! `<said-so>` in somebody else's page: painted, never changed; and its attributes, properties, methods and events.

import { expect, expectAccessible, open, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

/**
 * The page as a host: an article of its own, and an element that points at it.
 * @param {Page} page
 * @param {Record<string, string>} [attributes]
 */
async function host(page, attributes = {}) {
	await open(page);
	await page.evaluate(async (attributes) => {
		const article = document.createElement("article");
		article.id = "theirs";
		for (const words of [
			"Mayor Ana Ruiz said the bridge would stay closed. 😀",
			"It may rain on Friday. The bridge was built in 1902.",
		]) {
			const block = document.createElement("p");
			block.append(words);
			article.append(block);
		}
		const element = document.createElement("said-so");
		element.id = "ours";
		element.setAttribute("for", "theirs");
		for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
		document.querySelector("main")?.replaceChildren(article, element);
		await new Promise((resolve) => element.addEventListener("said-so-report", resolve, { once: true }));
	}, attributes);
}

/** The painted words by kind. @param {Page} page */
const painted = (page) =>
	page.evaluate(() =>
		Object.fromEntries(
			[...CSS.highlights]
				.filter(([, highlight]) => highlight.size > 0)
				.map(([name, highlight]) => [
					name.replace(/^said-so-|-\d+$/g, ""),
					[...highlight].map(({ startContainer, startOffset, endOffset }) =>
						String(startContainer.textContent).slice(startOffset, endOffset),
					),
				]),
		),
	);

test("a host's article is painted and its DOM stays as it was", async ({ page }) => {
	await host(page);
	const found = await painted(page);
	expect(found.source).toEqual(["Mayor Ana Ruiz"]);
	expect(found.cue).toEqual(["said"]);
	expect(found.claim?.join()).toContain("The bridge was built in 1902");
	expect(found.hedge).toBeUndefined();
	const html = await page.evaluate(() => document.getElementById("theirs")?.innerHTML);
	expect(html).toBe(
		"<p>Mayor Ana Ruiz said the bridge would stay closed. 😀</p><p>It may rain on Friday. The bridge was built in 1902.</p>",
	);
	await expect(page.getByText("The bridge was built in 1902").first()).toBeVisible();
	await expectAccessible(page);
});

test("a click on the host's words opens the popover, and the list leads back to them", async ({ page }) => {
	await host(page);
	const place = await page.evaluate(() => {
		const [range] = [
			...(CSS.highlights.get([...CSS.highlights.keys()].find((name) => name.includes("cue")) ?? "") ?? []),
		];
		const words = document.createRange();
		words.setStart(range.startContainer, range.startOffset);
		words.setEnd(range.endContainer, range.endOffset);
		const box = words.getBoundingClientRect();
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	});
	await page.mouse.click(place.x, place.y);
	await expect(page.getByRole("dialog", { name: "About this mark" })).toContainText("Ana Ruiz");
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: /said the bridge would stay closed/ }).click();
	expect((await painted(page)).lit).toEqual(["Mayor Ana Ruiz", "said", "the bridge would stay closed"]);
});

test("an article inside keeps its place and its looks while the list comes after it", async ({ page }) => {
	await open(page);
	const places = await page.evaluate(async () => {
		const article = document.createElement("article");
		article.append(
			Object.assign(document.createElement("p"), { textContent: "Ms. Li said no. ".repeat(40) }),
		);
		const element = document.createElement("said-so");
		element.append(article);
		const look = () => [article.getBoundingClientRect().top, getComputedStyle(article).font];
		document.querySelector("main")?.replaceChildren(element);
		const before = look();
		await new Promise((resolve) => element.addEventListener("said-so-report", resolve, { once: true }));
		const list = element.shadowRoot?.querySelector(".panel")?.getBoundingClientRect();
		const { font } = getComputedStyle(document.body);
		return {
			before,
			after: look(),
			font,
			isAfter: list && list.top >= article.getBoundingClientRect().bottom,
		};
	});
	expect(places.after).toEqual(places.before);
	expect(places.after[1]).toBe(places.font);
	expect(places.isAfter).toBe(true);
});

test("what is shown is painted, and removing the element removes all its paint", async ({ page }) => {
	await host(page, { show: "hedge", panel: "none" });
	expect(Object.keys(await painted(page))).toEqual(["hedge"]);
	await expect(page.locator("#ours .panel")).toBeHidden();
	await page.evaluate(() => document.getElementById("ours")?.setAttribute("show", "attribution"));
	expect(Object.keys(await painted(page)).sort()).toEqual(["content", "cue", "source"]);
	const left = await page.evaluate(() => {
		CSS.highlights.set("theirs", new Highlight());
		document.getElementById("ours")?.remove();
		return [...CSS.highlights.keys()];
	});
	expect(left).toEqual(["theirs"]);
});

test("properties, methods, events and states", async ({ page }) => {
	await host(page);
	const seen = await page.evaluate(async () => {
		const element = /** @type {any} */ (document.getElementById("ours"));
		/** @type {unknown[]} */
		const events = [];
		for (const name of ["select", "filter", "export"])
			document.addEventListener(`said-so-${name}`, (event) =>
				events.push([name, Object.keys(/** @type {any} */ (event).detail)]),
			);
		const ready = element.matches(":state(ready)");
		element.next();
		const selected = element.selected.id;
		element.toggle("hedge", true);
		const json = JSON.parse(await element.export("json"));
		const settled = await element.whenReady().then((/** @type {unknown} */ one) => one === element);
		return {
			ready,
			selected,
			events,
			text: json.text === element.value,
			show: element.getAttribute("show"),
			settled,
		};
	});
	expect(seen).toEqual({
		ready: true,
		selected: "a0",
		events: [
			["select", ["id", "finding"]],
			["filter", ["shown"]],
			["export", ["format"]],
		],
		text: true,
		show: "attribution unnamed claim hedge",
		settled: true,
	});
});

test("a site's own wording and language reach the interface", async ({ page }) => {
	await host(page, { lang: "de" });
	await expect(page.locator("#ours").getByRole("tab", { name: "Quellen" })).toBeVisible();
	await page.evaluate(() => {
		/** @type {any} */ (document.getElementById("ours")).i18n = { "panel.sources": "Wer?" };
	});
	await expect(page.locator("#ours").getByRole("tab", { name: "Wer?" })).toBeVisible();
});

/** A paste box as a site of its own would have it. @param {Page} page */
async function box(page) {
	await open(page);
	await page.evaluate(async () => {
		const element = document.createElement("said-so");
		element.id = "ours";
		element.setAttribute("mode", "paste");
		document.querySelector("main")?.replaceChildren(element);
		await /** @type {any} */ (element).annotate("Mayor Ana Ruiz said the bridge may close.");
	});
}

test("what a reader chose to see can be kept and set again", async ({ page }) => {
	await box(page);
	const ours = page.locator("#ours");
	await ours.locator("mark.cue").click();
	await page.getByRole("button", { name: "Hide this one" }).click();
	await expect(ours.locator("mark.cue")).toHaveCount(0);
	const kept = await page.evaluate(() => {
		const element = /** @type {any} */ (document.getElementById("ours"));
		const kept = element.view;
		element.view = { show: ["attribution", "hedge"] };
		return kept;
	});
	await expect(ours.locator("mark.cue")).toHaveText(["said"]);
	await expect(ours.locator("mark.hedge")).toHaveText(["may"]);
	await page.evaluate((kept) => {
		/** @type {any} */ (document.getElementById("ours")).view = kept;
	}, kept);
	await expect(ours.locator("mark")).toHaveCount(0);
});

test("the text can be shown plain, and the panel put away", async ({ page }) => {
	await box(page);
	const ours = page.locator("#ours");
	await page.evaluate(() => Object.assign(document.getElementById("ours") ?? {}, { plain: true }));
	await expect(ours.locator("mark")).toHaveCount(0);
	await expect(ours.getByRole("button", { name: "Plain text" })).toHaveAttribute("aria-pressed", "true");
	await page.evaluate(() => Object.assign(document.getElementById("ours") ?? {}, { plain: false }));
	await expect(ours.locator("mark.cue")).toHaveText(["said"]);
	await page.evaluate(() => /** @type {any} */ (document.getElementById("ours")).togglePanel());
	await expect(ours.getByRole("complementary")).toBeHidden();
});

test("a site tells its readers something, and takes it back", async ({ page }) => {
	await box(page);
	const tell = (/** @type {string} */ words, /** @type {object} */ options) =>
		page.evaluate(
			([words, options]) =>
				/** @type {any} */ (document.getElementById("ours")).notify(words, options ?? undefined),
			/** @type {const} */ ([words, options]),
		);
	await tell("This article was corrected.", { code: "corrected" });
	await tell("This article was corrected twice.", { code: "corrected", tone: "alert" });
	await expect(page.locator("#ours").getByRole("alert")).toHaveText(/corrected twice/);
	await expect(page.getByText("This article was corrected.")).toHaveCount(0);
	await page.evaluate(() => /** @type {any} */ (document.getElementById("ours")).dismiss("corrected"));
	await expect(page.locator("#ours").getByRole("alert")).toHaveCount(0);
});

test("a file that a site hands over is read like a pasted one, and one of another kind is told", async ({
	page,
}) => {
	await box(page);
	const take = (/** @type {string} */ name) =>
		page.evaluate(
			(name) =>
				/** @type {any} */ (document.getElementById("ours")).take(new File(["# Tram\n\nHe said no."], name)),
			name,
		);
	await take("news.md");
	await expect(page.locator("#ours h2.block")).toHaveText("Tram");
	await take("news.bin");
	await expect(page.locator("#ours").getByRole("alert")).toContainText("Cannot be read: news.bin");
	await page.evaluate(() => document.getElementById("ours")?.focus());
	await expect(page.getByRole("textbox", { name: "Article text" })).toBeFocused();
});

test("a paste box prints its notes by itself, and nothing is added to the paper of a host", async ({
	page,
}) => {
	await box(page);
	const notes = page.locator("#ours .printed");
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await page.emulateMedia({ media: "print" });
	await expect(notes).toContainText("Ana Ruiz");
	await expect(notes).toBeVisible();
	await page.emulateMedia({ media: "screen" });
	await host(page);
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	await page.emulateMedia({ media: "print" });
	await expect(notes).toBeEmpty();
	await expect(page.locator("#ours .bar")).toBeHidden();
	await expect(page.locator("#ours .panel")).toBeHidden();
});
