// @ts-check
//! The examples for editors, bundled with the package as a site would, in Chromium: typed text is marked.

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const root = fileURLToPath(new URL("../../", import.meta.url));
const SITE = "http://desk.example";
const TEXT = "The bridge was built in 1902 and is 340 metres long";

/** A page for each example: its markup, and the script that a site would write. @type {Record<string, [string, string]>} */
const PAGES = {
	textarea: [
		"<textarea></textarea><ol></ol>",
		`import { watch } from "ROOTexamples/textarea.js";
		window.stop = watch(document.querySelector("textarea"), document.querySelector("ol"));`,
	],
	codemirror: [
		"<div id=editor></div>",
		`import { EditorView } from "@codemirror/view";
		import { marks } from "ROOTexamples/codemirror.js";
		window.view = new EditorView({ parent: document.getElementById("editor"), extensions: [marks()] });`,
	],
	prosemirror: [
		"<div id=editor></div>",
		`import { baseKeymap } from "prosemirror-commands";
		import { keymap } from "prosemirror-keymap";
		import { schema } from "prosemirror-schema-basic";
		import { EditorState } from "prosemirror-state";
		import { EditorView } from "prosemirror-view";
		import { marks } from "ROOTexamples/prosemirror.js";
		const state = EditorState.create({ schema, plugins: [keymap(baseKeymap), marks()] });
		window.view = new EditorView(document.getElementById("editor"), { state });`,
	],
	tiptap: [
		"<div id=editor></div>",
		`import { Editor } from "@tiptap/core";
		import StarterKit from "@tiptap/starter-kit";
		import { SaidSo } from "ROOTexamples/tiptap.js";
		window.editor = new Editor({ element: document.getElementById("editor"), extensions: [StarterKit, SaidSo] });`,
	],
};

/**
 * @param {Page} page
 * @param {string} name
 */
async function open(page, name) {
	const [markup, script] = PAGES[name];
	const folder = mkdtempSync(join(tmpdir(), "saidso-example-"));
	writeFileSync(join(folder, "main.js"), script.replaceAll("ROOT", root));
	await build({
		root: folder,
		configFile: false,
		logLevel: "error",
		resolve: {
			alias: [
				{ find: /^saidso$/, replacement: join(root, "dist/package/saidso.js") },
				// The script stands outside the project, where no packages are.
				{ find: /^(@codemirror|@tiptap|prosemirror-)(.*)$/, replacement: `${root}node_modules/$1$2` },
			],
		},
		build: {
			outDir: "out",
			modulePreload: false,
			rolldownOptions: { input: join(folder, "main.js"), output: { entryFileNames: "main.js" } },
		},
	});
	await page.route(`${SITE}/**`, (route) => {
		const path = new URL(route.request().url()).pathname.slice(1);
		const types = { js: "text/javascript", wasm: "application/wasm" };
		if (!path)
			return route.fulfill({
				contentType: "text/html; charset=utf-8",
				body: `<!doctype html><html lang="en"><title>A desk</title><link rel="icon" href="data:,"><style>.ProseMirror{white-space:pre-wrap}</style><body>${markup}<script type="module" src="/main.js"></script>`,
			});
		const file = join(folder, "out", path);
		if (!existsSync(file)) return route.fulfill({ status: 404 });
		const type = /** @type {Record<string, string>} */ (types)[path.split(".").pop() ?? ""];
		return route.fulfill({ contentType: type, body: readFileSync(file) });
	});
	await page.goto(SITE);
}

test("a textarea lists its claims without a source, and a click selects one", async ({ page }) => {
	await open(page, "textarea");
	await page.locator("textarea").pressSequentially(`😀 ${TEXT}.`, { delay: 2 });
	const claim = page.locator("ol button");
	await expect(claim).toHaveText([TEXT]);
	await claim.click();
	const selected = await page.locator("textarea").evaluate((one) => {
		const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (one);
		return value.slice(selectionStart, selectionEnd);
	});
	expect(selected).toBe(TEXT);
	await page.locator("textarea").fill("Ana Brook said no.");
	await expect(claim).toHaveCount(0);
});

test("CodeMirror underlines a claim without a source, and says why", async ({ page }) => {
	await open(page, "codemirror");
	await page.locator(".cm-content").click();
	await page.keyboard.type(`A heading\n\n${TEXT}.`);
	const mark = page.locator(".cm-lintRange-warning");
	await expect(mark).toHaveText(TEXT);
	await mark.hover();
	await expect(page.locator(".cm-diagnostic")).toContainText("Claim without a source");
});

for (const name of ["prosemirror", "tiptap"])
	test(`${name} decorates who says what, and the marks move with the text`, async ({ page }) => {
		await open(page, name);
		const field = page.locator(".ProseMirror");
		await field.click();
		await page.keyboard.type("Two words 😀.");
		await page.keyboard.press("Enter");
		await page.keyboard.type("Ana Brook said the dam was safe.");
		await expect(page.locator(".said-so-cue")).toHaveText("said");
		await expect(page.locator(".said-so-source")).toHaveText("Ana Brook");
		await page.keyboard.press("Control+Home");
		await page.keyboard.type("Now ");
		await expect(page.locator(".said-so-cue")).toHaveText("said");
		await expect(page.locator(".said-so-content")).toHaveText("the dam was safe");
	});
