// @ts-check
//! Bundles `saidso.min.js`, the element for a plain `<script>`, as one file beside the npm package.

import { defaultClientConditions, defineConfig } from "vite";
import { bundled } from "./xtask/licences.js";
import { besideScript } from "./xtask/literal-url.js";
import { without } from "./xtask/one-file.js";

export default defineConfig({
	root: "www",
	base: "./",
	plugins: [bundled("script"), without("mammoth"), besideScript("engine-worker.js")],
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
