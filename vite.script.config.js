// @ts-check
//! Bundles `saidso.min.js`, the element for a plain `<script>`, as one file beside the npm package.

import { defaultClientConditions, defineConfig } from "vite";
import { bundled } from "./xtask/licences.js";
import { besideScript } from "./xtask/literal-url.js";
import { PDF, without } from "./xtask/one-file.js";

export default defineConfig({
	root: "www",
	base: "./",
	// Opening .docx, .odt and .pdf would make the script three times as long.
	plugins: [
		bundled("script"),
		...["mammoth", "jszip", ...PDF].map(without),
		besideScript("engine-worker.js"),
	],
	resolve: { conditions: [...defaultClientConditions, "worker"] },
	build: {
		outDir: "../dist/package",
		emptyOutDir: false,
		target: "es2022",
		modulePreload: false,
		reportCompressedSize: false,
		assetsInlineLimit: 0,
		rolldownOptions: {
			input: "www/element/script.js",
			output: { format: "iife", codeSplitting: false, entryFileNames: "saidso.min.js" },
		},
	},
	worker: { format: "es" },
});
