// @ts-check
//! Adds to the bundle what stands at a fixed address: the service worker with the list of files, robots.txt, and the
//! JSON Schema of reports.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** What is never fetched. */
const MAPS = /\.map$/;
/** What is fetched once the page rests, or when it is first needed: what opens a PDF, which is as much as all the rest. */
const LATER = /\/pdf[.-]/;

/** @returns {import("vite").Plugin} */
export const offline = () => ({
	name: "saidso-offline",
	apply: "build",
	enforce: "post",
	generateBundle(_, bundle) {
		const hash = createHash("sha256");
		for (const file of Object.values(bundle)) hash.update(file.type === "chunk" ? file.code : file.source);
		const names = Object.keys(bundle).filter((name) => !MAPS.test(name));
		const files = ["./", ...names.filter((name) => !LATER.test(name))];
		const later = names.filter((name) => LATER.test(name));
		const source = readFileSync(new URL("../www/sw.js", import.meta.url), "utf8")
			.replace("const FILES = [];", `const FILES = ${JSON.stringify(files)};`)
			.replace("const LATER = [];", `const LATER = ${JSON.stringify(later)};`)
			.replace('const VERSION = "0";', `const VERSION = "${hash.digest("hex").slice(0, 12)}";`);
		this.emitFile({ type: "asset", fileName: "sw.js", source });
		for (const fileName of ["robots.txt", "docs/report.schema.json"]) {
			const source = readFileSync(new URL(`../www/${fileName}`, import.meta.url), "utf8");
			this.emitFile({ type: "asset", fileName, source });
		}
	},
});
