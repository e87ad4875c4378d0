// @ts-check
//! Bundles `embed.html`, the page inside an embed's frame, as one file beside the npm package.

import { defaultClientConditions, defineConfig } from "vite";
import { bundled } from "./xtask/licences.js";
import { oneFile, PDF, without } from "./xtask/one-file.js";

export default defineConfig({
	root: "www",
	base: "./",
	// Opening .docx, .odt and .pdf would make the file half as long again.
	plugins: [
		bundled("embed"),
		without("mammoth"),
		without("jszip"),
		...PDF.map(without),
		oneFile("embed.html"),
	],
	resolve: { conditions: [...defaultClientConditions, "worker"] },
	build: {
		outDir: "../dist/package",
		emptyOutDir: false,
		target: "es2022",
		modulePreload: false,
		reportCompressedSize: false,
		rolldownOptions: { input: "www/embed.html", output: { codeSplitting: false } },
	},
	worker: { format: "es" },
});
