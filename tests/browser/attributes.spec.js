// @ts-check
//! The attributes of `<said-so>` as properties, what is taken for wrong values, and what takes effect when it changes.

import { expect, open, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

test.use({ refused: /makes no sense/ });

/**
 * A paste box with a text in it, in the page's place.
 * @param {Page} page
 * @param {Record<string, string>} [attributes]
 */
async function box(page, attributes = {}) {
	await open(page);
	await page.evaluate(async (attributes) => {
		const element = /** @type {any} */ (document.createElement("said-so"));
		for (const [name, value] of Object.entries({ mode: "paste", ...attributes }))
			element.setAttribute(name, value);
		document.querySelector("main")?.replaceChildren(element);
		await element.annotate(
			"Ana Ruiz said the bridge was shut. It may rain.\n\nBo Lind said the road was open.",
		);
	}, attributes);
}

test("every attribute is a property, and the other way round", async ({ page }) => {
	await box(page);
	const seen = await page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		const before = { ...pick() };
		Object.assign(element, {
			show: "hedge",
			minConfidence: 0.5,
			panel: "none",
			theme: "dark",
			announce: "full",
			maxChars: 1_000,
			label: "Who says what",
			print: "notes",
			htmlFor: "story",
		});
		const written = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
		const after = { ...pick() };
		element.maxChars = null;
		element.removeAttribute("theme");
		return { before, written, after, end: [element.hasAttribute("max-chars"), element.theme] };

		function pick() {
			const { show, minConfidence, panel, theme, announce, maxChars, label, print, htmlFor } = element;
			return { show, minConfidence, panel, theme, announce, maxChars, label, print, htmlFor };
		}
	});
	expect(seen.before).toEqual({
		show: "",
		minConfidence: 0,
		panel: "auto",
		theme: "auto",
		announce: "brief",
		maxChars: null,
		label: "",
		print: "none",
		htmlFor: "",
	});
	expect(seen.after).toMatchObject({ show: "hedge", minConfidence: 0.5, theme: "dark", maxChars: 1_000 });
	expect(seen.written).toEqual([
		"announce=full",
		"for=story",
		"label=Who says what",
		"max-chars=1000",
		"min-confidence=0.5",
		"mode=paste",
		"panel=none",
		"print=notes",
		"show=hedge",
		"theme=dark",
	]);
	expect(seen.end).toEqual([false, "auto"]);
});

test("properties that were set before the element was defined are taken over", async ({ page }) => {
	await open(page);
	const seen = await page.evaluate(() => {
		const frame = document.createElement("iframe");
		document.body.append(frame);
		const element = /** @type {any} */ (frame.contentDocument?.createElement("said-so"));
		Object.assign(element, { show: "hedge", theme: "dark", plain: true });
		document.body.append(element);
		return [element.getAttribute("show"), element.getAttribute("theme"), element.plain, Object.keys(element)];
	});
	expect(seen).toEqual(["hedge", "dark", true, []]);
});

test("a wrong value counts as missing, and the console is told once", async ({ page }) => {
	/** @type {string[]} */
	const told = [];
	page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
	const wrong = { theme: "pink", show: "quotes", "min-confidence": "7", "max-chars": "many" };
	await box(page, { ...wrong, panel: "left", announce: "loud", print: "all" });
	const read = await page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		element.setAttribute("label", "again");
		const { theme, minConfidence, maxChars, panel, announce, print } = element;
		return { theme, minConfidence, maxChars, panel, announce, print, show: element.view.show };
	});
	expect(read).toEqual({
		theme: "auto",
		minConfidence: 0,
		maxChars: null,
		panel: "auto",
		announce: "brief",
		print: "none",
		show: ["attribution", "unnamed", "claim"],
	});
	expect(told).toHaveLength(7);
	expect(told.find((words) => words.includes("theme"))).toBe(
		`<said-so theme="pink"> makes no sense: it is light, dark, or auto as now`,
	);
});

test("max-chars and show take effect when they change", async ({ page }) => {
	await box(page);
	const element = page.locator("said-so");
	const sources = () => page.locator("said-so .card h3").allTextContents();
	expect((await sources()).join()).toMatch(/Ana Ruiz.*Bo Lind/);
	await element.evaluate((one) => one.setAttribute("max-chars", "40"));
	await expect.poll(async () => (await sources()).join()).not.toContain("Bo Lind");
	await expect.poll(() => element.evaluate((one) => one.matches(":state(truncated)"))).toBe(true);
	await element.evaluate((one) => one.removeAttribute("max-chars"));
	await expect.poll(async () => (await sources()).join()).toContain("Bo Lind");
	await element.evaluate((one) => one.setAttribute("show", "hedge"));
	expect(await page.locator("said-so mark").allTextContents()).toEqual(["may"]);
});

test("a report that does not fit is refused, with the field that is wrong", async ({ page }) => {
	await box(page);
	const refused = await page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		const { report } = element;
		const wrong = {
			nothing: null,
			words: "report",
			"another schema": { ...report, schema: "other/1" },
			"other offsets": { ...report, offsets: "utf8" },
			"a list that is missing": { ...report, claims: undefined },
			"a span past the end": { ...report, sentences: [{ start: 0, end: 9_999, block: 0 }] },
			"a span of words": { ...report, blocks: [{ start: "0", end: "5", kind: "paragraph" }] },
			"a source that is not there": { ...report, attributions: [{ ...report.attributions[0], source: 99 }] },
			"a name that is no text": { ...report, sources: [{ ...report.sources[0], name: {} }] },
		};
		const codes = Object.entries(wrong).map(([name, one]) => {
			try {
				element.report = one;
				return `${name}: taken`;
			} catch (error) {
				return /** @type {any} */ (error).code;
			}
		});
		element.report = report;
		return { codes, kept: element.report === report };
	});
	expect(new Set(refused.codes)).toEqual(new Set(["bad-argument"]));
	expect(refused.kept).toBe(true);
	const told = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so"))
			.annotate(42)
			.catch((/** @type {any} */ error) => error.code),
	);
	expect(told).toBe("bad-argument");
});

test("what a property or a method cannot take is refused, and what is in hand stays", async ({ page }) => {
	await box(page);
	const { codes, value, show } = await page.evaluate(async () => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		/** @type {(() => unknown)[]} */
		const wrong = [
			() => Object.assign(element, { forElement: "#story" }),
			() => Object.assign(element, { lexicons: null }),
			() => Object.assign(element, { lexicons: [1] }),
			() => Object.assign(element, { view: null }),
			() => element.toggle("quotes"),
			() => element.open("a text"),
			() => element.export("docx"),
		];
		const code = (/** @type {() => unknown} */ call) =>
			Promise.resolve()
				.then(call)
				.then(String, (error) => error.code);
		const codes = await Promise.all(wrong.map(code));
		return { codes, value: element.value, show: element.show };
	});
	expect(codes).toEqual(Array(7).fill("bad-argument"));
	expect([value.slice(0, 8), show]).toEqual(["Ana Ruiz", ""]);
	const emptied = await page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		element.value = null;
		return element.value;
	});
	expect(emptied).toBe("");
});

test("a site's own article that is cut says so, and asks nobody to paste", async ({ page }) => {
	await box(page, { mode: "text", "max-chars": "40" });
	await expect(page.locator("said-so .notice p")).toHaveText(
		"Only the first 40 characters are marked; the rest is left as it is.",
	);
});

for (const name of ["##[", "story", ".late"])
	test(`the console is told once that for="${name}" finds nothing, and what comes later is marked`, async ({
		page,
	}) => {
		/** @type {string[]} */
		const told = [];
		page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
		await open(page);
		await page.evaluate((name) => {
			const two = [1, 2].map(() => Object.assign(document.createElement("said-so"), { htmlFor: name }));
			document.querySelector("main")?.replaceChildren(...two);
		}, name);
		await expect
			.poll(() => told, { timeout: 20_000 })
			.toEqual([
				`<said-so for="${name}"> makes no sense: no element has this id or fits this selector; it waits for one`,
			]);
		await expect
			.poll(() =>
				page
					.locator("said-so")
					.first()
					.evaluate((one) => one.matches(":state(empty)")),
			)
			.toBe(true);
		await page.evaluate((name) => {
			const article = document.createElement("article");
			Object.assign(article, name.startsWith(".") ? { className: "late" } : { id: name });
			article.textContent = "Ana Ruiz said the bridge was shut.";
			document.querySelector("main")?.prepend(article);
		}, name);
		await expect(page.locator("said-so .card h3").first()).toContainText("Ana Ruiz");
		expect(told).toHaveLength(1);
	});
