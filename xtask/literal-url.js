// @ts-check
//! Writes the package as other bundlers read it: every file it loads by `new URL("./name", import.meta.url)`, to the
//! letter, and every module it loads later by a bare `import()`. What Vite writes for itself is an expression, which
//! webpack warns of and Next, esbuild and Rollup do not follow.

/** @import { Plugin, Rolldown } from "vite" */

/** `new URL(new URL("a", import.meta.url).href, "" + import.meta.url)`, as Vite writes an address in a module. */
const NESTED =
	/new URL\(\s*new URL\(([`"'])([^`"'$]+)\1,\s*import\.meta\.url\)\.href,\s*([`"'])\3\s*\+\s*import\.meta\.url\s*\)/g;
const SINGLE = /new URL\(([`"'])([^`"'$:]+)\1,\s*import\.meta\.url\)/g;

/** @param {string} path */
const relative = (path) => (path.startsWith(".") ? path : `./${path}`);

/**
 * The same code with the addresses of files as literals.
 * @param {string} code
 */
export const withLiterals = (code) =>
	code
		.replace(NESTED, (_, _quote, path) => `new URL("${relative(path)}",import.meta.url)`)
		.replace(SINGLE, (_, _quote, path) => `new URL("${relative(path)}",import.meta.url)`);

/** @returns {Plugin} */
export const literalUrls = () => ({
	name: "saidso-literal-urls",
	enforce: "pre",
	// Vite's own waits for style sheets, of which the package has none.
	load: (id) =>
		id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : undefined,
	generateBundle: {
		order: "post",
		handler(_, bundle) {
			for (const file of Object.values(bundle)) rewrite(file);
		},
	},
});

/** @param {Rolldown.OutputChunk | Rolldown.OutputAsset} file */
function rewrite(file) {
	if (file.type === "chunk") file.code = withLiterals(file.code);
	// A worker was bundled before, and is an asset here.
	else if (file.fileName.endsWith(".js")) file.source = withLiterals(String(file.source));
}

/** Where a plain script came from; a module, or one that a loader runs in its own way, is not told which it is. */
const ADDRESS = `(document.currentScript??document.querySelector('script[src*="saidso.min.js"]'))?.src||document.baseURI`;

/**
 * Has a plain script look for its files where it was loaded from itself; they are those of the package.
 * @param {string} worker the file of the package that is its worker
 * @returns {Plugin}
 */
export const besideScript = (worker) => ({
	name: "saidso-beside-script",
	enforce: "pre",
	load: (id) => (/\.js\?worker&url$/.test(id) ? `export default ${JSON.stringify(worker)};` : undefined),
	transform: (code, id) =>
		id.endsWith(".js")
			? code.replace("../pkg/saidso_bg.wasm", "./saidso.wasm").replaceAll("import.meta.url", "SAIDSO_SCRIPT")
			: undefined,
	generateBundle: {
		order: "post",
		handler(_, bundle) {
			for (const file of Object.values(bundle))
				if (file.type === "chunk") file.code = `{const SAIDSO_SCRIPT=${ADDRESS};${file.code}}`;
		},
	},
});
