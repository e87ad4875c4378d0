// @ts-check
//! The stacks that the package is tried in, each as a site would write it: its files, its packages, how it is built and
//! served. `xtask/hosts.js` runs them.

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {Record<string, string>} files by path
 * @property {Record<string, string>} [packages] from the registry, with their versions
 * @property {Record<string, unknown>} [settings] what else its package.json says
 * @property {string[][]} [build] commands, of the packages' own programs
 * @property {string} [serve] the folder that is served when all is built
 * @property {string[]} [start] else the command that serves; `PORT` stands for the port
 * @property {boolean} [isShort] whether it is quick enough for every run of the tests
 * @property {boolean} [isPlain] whether it has only the element, not the functions
 * @property {boolean} [hasNoise] whether a file is asked for in vain, which the browser's console tells
 */

const ARTICLE = "<said-so><article><p>Mayor Ana Brook said the dam was safe.</p></article></said-so>";

/** What the site's own script does with the package. */
const MAIN = `import "saidso/element";
import { annotate } from "saidso";
import { annotate as remote } from "saidso/worker";
window.saidso = { annotate, remote };
`;
const INLINE = `import "saidso/inline";\n${MAIN}`;

/** @param {string} script @param {string} [head] */
const page = (script, head = "") =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A paper</title><link rel="icon" href="data:,">${head}</head><body>${ARTICLE}${script}</body></html>`;
const module = (/** @type {string} */ src) => page(`<script type="module" src="${src}"></script>`);

const AT = "/node_modules/saidso/dist/package";
const MAP = Object.entries({ saidso: "saidso", "saidso/element": "element", "saidso/worker": "worker" });
const imports = (/** @type {string} */ origin) =>
	`<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(MAP.map(([name, file]) => [name, `${origin}${AT}/${file}.js`])) })}</script>`;

const rollup = (/** @type {string} */ more, /** @type {string} */ call) => `import resolve from "@rollup/plugin-node-resolve";
${more}
export default { input: "main.js", output: { dir: "out", format: "es" }, plugins: [resolve()${call}] };
`;
const ROLLUP = { rollup: "4", "@rollup/plugin-node-resolve": "16" };

/** @param {string} version @returns {Host[]} */
const vite = (version) => {
	const host = { packages: { vite: version }, files: { "index.html": module("/main.js"), "main.js": MAIN } };
	return [
		{ ...host, name: `Vite ${version}, build`, build: [["vite", "build"]], serve: "dist", isShort: version === "8" },
		{ ...host, name: `Vite ${version}, dev`, start: ["vite", "--port", "PORT", "--strictPort"] },
	];
};

const NEXT = {
	packages: { next: "16", react: "19", "react-dom": "19" },
	files: {
		"app/layout.js": `export default ({ children }) => <html lang="en"><head><link rel="icon" href="data:," /></head><body>{children}</body></html>;\n`,
		"app/page.js": `import Marks from "./marks";
export default () => <Marks><article><p>Mayor Ana Brook said the dam was safe.</p></article></Marks>;
`,
		"app/marks.js": `"use client";\n${MAIN.replace("window.saidso =", 'if (typeof window !== "undefined") window.saidso =')}
export default ({ children }) => <said-so>{children}</said-so>;
`,
	},
};

const SVELTE = {
	packages: {
		"@sveltejs/kit": "2",
		"@sveltejs/vite-plugin-svelte": "6",
		"@sveltejs/adapter-static": "3",
		svelte: "5",
		vite: "7",
	},
	files: {
		"svelte.config.js": `import adapter from "@sveltejs/adapter-static";\nexport default { kit: { adapter: adapter() } };\n`,
		"vite.config.js": `import { sveltekit } from "@sveltejs/kit/vite";\nexport default { plugins: [sveltekit()] };\n`,
		"src/app.html": `<!doctype html><html lang="en"><head><link rel="icon" href="data:,">%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>`,
		"src/routes/+layout.js": "export const prerender = true;\n",
		"src/routes/+page.svelte": `<script>
	import "saidso/element";
	import { annotate } from "saidso";
	import { annotate as remote } from "saidso/worker";
	if (typeof window !== "undefined") window.saidso = { annotate, remote };
</script>
${ARTICLE}
`,
	},
};

const ASTRO = {
	packages: { astro: "5" },
	files: {
		"astro.config.mjs": "export default { devToolbar: { enabled: false } };\n",
		"src/pages/index.astro": page(`<script>${MAIN}</script>`),
	},
};

/** @type {Host[]} */
export const HOSTS = [
	{
		name: "a module script",
		files: { "index.html": page(`<script type="module" src="${AT}/element.js"></script>`) },
		serve: ".",
		isShort: true,
		isPlain: true,
	},
	{
		name: "an import map",
		files: { "index.html": page(`<script type="module">${MAIN}</script>`, imports("")) },
		serve: ".",
		isShort: true,
	},
	{
		name: "an import map to another origin",
		files: { "index.html": page(`<script type="module">${MAIN}</script>`, imports("ELSEWHERE")) },
		serve: ".",
		isShort: true,
	},
	{
		name: "a plain script",
		files: { "index.html": page(`<script src="${AT}/saidso.min.js" data-show="all" data-lang="de"></script>`) },
		serve: ".",
		isShort: true,
		isPlain: true,
	},
	{
		name: "esbuild",
		packages: { esbuild: "0.28" },
		files: { "index.html": module("/out/main.js"), "main.js": MAIN },
		build: [["esbuild", "main.js", "--bundle", "--format=esm", "--outdir=out"]],
		serve: ".",
		isShort: true,
		hasNoise: true,
	},
	{
		name: "esbuild, saidso/inline",
		packages: { esbuild: "0.28" },
		files: { "index.html": module("/out/main.js"), "main.js": INLINE },
		build: [["esbuild", "main.js", "--bundle", "--format=esm", "--outdir=out"]],
		serve: ".",
		hasNoise: true,
	},
	{
		name: "Rollup",
		packages: ROLLUP,
		files: { "index.html": module("/out/main.js"), "main.js": MAIN, "rollup.config.mjs": rollup("", "") },
		build: [["rollup", "-c"]],
		serve: ".",
		isShort: true,
		hasNoise: true,
	},
	{
		name: "Rollup, files copied beside",
		packages: ROLLUP,
		files: {
			"index.html": module("/out/main.js"),
			"main.js": MAIN,
			"rollup.config.mjs": rollup("", ""),
			"copy.mjs": `import { copyFileSync } from "node:fs";
for (const file of ["saidso.wasm", "engine-worker.js"]) copyFileSync("node_modules/saidso/dist/package/" + file, "out/" + file);
`,
		},
		build: [["rollup", "-c"], ["node", "copy.mjs"]],
		serve: ".",
	},
	{
		name: "Rollup with an asset plugin",
		packages: { ...ROLLUP, "@web/rollup-plugin-import-meta-assets": "2" },
		files: {
			"index.html": module("/out/main.js"),
			"main.js": MAIN,
			"rollup.config.mjs": rollup(
				`import { importMetaAssets } from "@web/rollup-plugin-import-meta-assets";`,
				", importMetaAssets()",
			),
		},
		build: [["rollup", "-c"]],
		serve: ".",
	},
	{
		name: "webpack 5",
		packages: { webpack: "5", "webpack-cli": "6" },
		files: {
			"index.html": page(`<script src="/dist/main.js"></script>`),
			"src/index.js": MAIN,
		},
		build: [["webpack", "--mode", "production"]],
		serve: ".",
		isShort: true,
	},
	...vite("8"),
	...vite("7"),
	{
		name: "Parcel",
		packages: { parcel: "2" },
		// Parcel 2 reads no package's exports unless it is told to.
		settings: { "@parcel/resolver-default": { packageExports: true } },
		files: { "index.html": module("./main.js"), "main.js": MAIN },
		build: [["parcel", "build", "index.html", "--no-cache"]],
		serve: "dist",
	},
	{ ...NEXT, name: "Next.js, Turbopack", build: [["next", "build"]], start: ["next", "start", "-p", "PORT"] },
	{
		...NEXT,
		name: "Next.js, webpack",
		build: [["next", "build", "--webpack"]],
		start: ["next", "start", "-p", "PORT"],
	},
	{ ...NEXT, name: "Next.js, dev", start: ["next", "dev", "-p", "PORT"] },
	{ ...ASTRO, name: "Astro, build", build: [["astro", "build"]], serve: "dist" },
	{ ...ASTRO, name: "Astro, dev", start: ["astro", "dev", "--port", "PORT"], hasNoise: true },
	{ ...SVELTE, name: "SvelteKit, build", build: [["vite", "build"]], serve: "build" },
	{ ...SVELTE, name: "SvelteKit, dev", start: ["vite", "dev", "--port", "PORT", "--strictPort"], hasNoise: true },
];
