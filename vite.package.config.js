// @ts-check
//! Bundles the npm package: one module per entry, the wasm beside them, and that of the sentences alone.

import { defaultClientConditions, defineConfig } from "vite";
import { bundled } from "./xtask/licences.js";
import { literalUrls } from "./xtask/literal-url.js";
import { PDF, without } from "./xtask/one-file.js";

/** The entries of the package and the files they are made from. */
export const ENTRIES = {
	saidso: "www/door/saidso.js",
	element: "www/element/define.js",
	"element-class": "www/element/class.js",
	inline: "www/door/inline.js",
	worker: "www/door/worker.js",
	embed: "www/embed/embed.js",
	sentences: "www/door/sentences.js",
};

/** @type {import("vite").Plugin} */
const withoutSpare = {
	name: "saidso-without-spare",
	enforce: "pre",
	transform: (code) => code.replace("import.meta.env?.SAIDSO_SPARE", "false"),
};

/** @param {import("vite").Rolldown.PreRenderedAsset} asset */
const assetName = ({ names }) => {
	const wasm = names.find((name) => name.endsWith("_bg.wasm"));
	return wasm ? wasm.replace("_bg", "") : "chunks/[name]-[hash][extname]";
};

/**
 * What loads a file stands beside it and beside the entries, so that it finds the file beside a bundle too.
 * @param {import("vite").Rolldown.PreRenderedChunk} chunk
 */
const chunkName = ({ name }) =>
	/^(engine|remote)$/.test(name) ? "[name]-[hash].js" : "chunks/[name]-[hash].js";

const names = { chunkFileNames: chunkName, assetFileNames: assetName };

export default defineConfig({
	root: "www",
	base: "./",
	// A reader's PDF is opened on our own page: with it, the package would be three times as large.
	plugins: [bundled("package"), literalUrls(), ...PDF.map(without)],
	// A library for .docx speaks of Node's own, and Parcel looks for them.
	define: { "import.meta.env.SAIDSO_SPARE": "true", process: "undefined", Buffer: "undefined" },
	// A character reference is looked up in a table: the way by innerHTML needs a page, and a lax policy.
	resolve: { conditions: [...defaultClientConditions, "worker"] },
	build: {
		outDir: "../dist/package",
		emptyOutDir: true,
		target: "es2022",
		assetsInlineLimit: 0,
		modulePreload: false,
		reportCompressedSize: false,
		rolldownOptions: {
			input: ENTRIES,
			preserveEntrySignatures: "strict",
			output: { ...names, entryFileNames: "[name].js" },
		},
	},
	// The worker is handed its wasm, so it needs no copy of its own.
	worker: {
		format: "es",
		plugins: () => [withoutSpare, bundled("worker")],
		rolldownOptions: { output: { ...names, entryFileNames: "engine-worker.js" } },
	},
});
