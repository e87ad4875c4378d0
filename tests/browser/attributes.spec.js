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

test("every method takes a value or refuses it with bad-argument, and what is in hand stays", async ({
	page,
}) => {
	await box(page);
	const { strange, missed, value } = await page.evaluate(async () => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		const boom = () => {
			throw new TypeError("boom");
		};
		const proxy = new Proxy({}, { get: boom, ownKeys: boom, has: boom });
		const wrong = [
			5,
			null,
			undefined,
			{},
			[],
			"",
			Symbol("x"),
			10n,
			() => 5,
			proxy,
			new Proxy([], { get: boom }),
		];
		/** What each takes of these, by their numbers. @type {Record<string, [(one: any) => unknown, number[]]>} */
		const calls = {
			"a text": [(one) => element.annotate(one), [2, 5]],
			"its options": [(one) => element.annotate(undefined, one), [1, 2, 3]],
			"its blocks": [(one) => element.annotate("No.", { blocks: one }), [1, 2, 4]],
			take: [(one) => element.take(one), []],
			open: [(one) => element.open(one, element.report), []],
			"a report": [(one) => element.open("No.", one), []],
			select: [(one) => element.select(one), [5]],
			toggle: [(one) => element.toggle(one), []],
			force: [(one) => element.toggle("hedge", one), [1, 2]],
			export: [(one) => element.export(one), []],
			notify: [(one) => element.notify(one), [5]],
			"its choices": [(one) => element.notify("No.", one), [1, 2, 3]],
			tone: [(one) => element.notify("No.", { tone: one }), [1, 2]],
			actions: [(one) => element.notify("No.", { actions: one }), [1, 2, 4]],
			dismiss: [(one) => element.dismiss(one), [5]],
			focus: [(one) => element.focus(one), [1, 2, 3]],
			preventScroll: [(one) => element.focus({ preventScroll: one }), [1, 2]],
			forElement: [(one) => Object.assign(element, { forElement: one }), [1, 2]],
			lexicons: [(one) => Object.assign(element, { lexicons: one }), [4]],
			view: [(one) => Object.assign(element, { view: one }), [3]],
			report: [(one) => Object.assign(element, { report: one }), []],
		};
		/** @type {string[]} */
		const strange = [];
		/** @type {string[]} */
		const missed = [];
		for (const [name, [call, taken]] of Object.entries(calls))
			for (const [at, one] of wrong.entries()) {
				const code = await Promise.resolve()
					.then(() => call(one))
					.then(
						() => "taken",
						(error) => error.code ?? String(error),
					);
				if (!["taken", "bad-argument"].includes(code)) strange.push(`${name} ${at}: ${code}`);
				if ((code === "taken") !== taken.includes(at)) missed.push(`${name} ${at}: ${code}`);
			}
		await element.annotate("He said no.");
		return { strange, missed, value: element.value };
	});
	expect(strange).toEqual([]);
	expect(missed).toEqual([]);
	expect(value).toBe("He said no.");
});

test("a property that is set to what it cannot be counts as missing, and the console is told once", async ({
	page,
}) => {
	/** @type {string[]} */
	const told = [];
	page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
	await box(page, { label: "Marks", theme: "dark" });
	const seen = await page.evaluate(() => {
		const element = /** @type {any} */ (document.querySelector("said-so"));
		const set = (/** @type {Record<string, unknown>} */ values) => Object.assign(element, values);
		set({ i18n: { "bar.attribution": "Who" }, plain: true });
		for (let time = 0; time < 2; time++)
			set({
				i18n: 5,
				plain: "yes",
				label: {},
				theme: Symbol("dark"),
				minConfidence: () => 1,
				mode: 5,
				show: 5,
			});
		set({ i18n: { "bar.attribution": 5 } });
		const { i18n, plain, label, theme, minConfidence, mode } = element;
		set({ mode: "paste", i18n: null, plain: undefined, value: 5 });
		return { i18n, plain, label, theme, minConfidence, mode, value: element.value };
	});
	expect(seen).toEqual({
		i18n: {},
		plain: false,
		label: "",
		theme: "auto",
		minConfidence: 0,
		mode: "paste",
		value: "",
	});
	expect(told.sort()).toEqual(
		[
			"the property i18n of <said-so> makes no sense: it is an object of words by their keys, or none as now, not 5",
			`the property i18n of <said-so> makes no sense: it is an object of words by their keys, or none as now, not {"bar.attribution":5}`,
			`the property plain of <said-so> makes no sense: it is true, or false as now, not "yes"`,
			"the property value of <said-so> makes no sense: it is a string, or empty as now, not 5",
			`<said-so label="{}"> makes no sense: it is words or a number, and missing as now`,
			`<said-so theme="Symbol(dark)"> makes no sense: it is words or a number, and missing as now`,
			`<said-so min-confidence="a function"> makes no sense: it is words or a number, and missing as now`,
			`<said-so mode="5"> makes no sense: it is around, paste or text`,
			`<said-so show="5"> makes no sense: the kinds are attribution, unnamed, claim, hedge, sentence, all and none`,
		].sort(),
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

test("a number of characters past any text is no fault", async ({ page }) => {
	await box(page, { "max-chars": "1e12" });
	await expect.poll(() => page.locator("said-so").evaluate((one) => one.matches(":state(ready)"))).toBe(true);
});
