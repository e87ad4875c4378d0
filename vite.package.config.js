// @ts-check
//! Bundles the npm package: one module per entry, the wasm beside them, and that of the sentences alone.

import { defaultClientConditions, defineConfig } from "vite";
import { literalUrls } from "./xtask/literal-url.js";

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

/** @param {import("vite").Rolldown.PreRenderedAsset} asset */
const assetName = ({ names }) => {
	const wasm = names.find((name) => name.endsWith("_bg.wasm"));
	return wasm ? wasm.replace("_bg", "") : "chunks/[name]-[hash][extname]";
};

const names = { chunkFileNames: "chunks/[name]-[hash].js", assetFileNames: assetName };

export default defineConfig({
	root: "www",
	base: "./",
	plugins: [literalUrls()],
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
		rolldownOptions: { output: { ...names, entryFileNames: "chunks/worker-[hash].js" } },
	},
});
