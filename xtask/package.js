// @ts-check
//! `npm run package`: builds the npm package in dist/package, with its types, the description of its element and the
//! embed's and the plain script's one file, and has it checked.

import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { main, must, root, say } from "./command.js";
import { forget, writeLicences } from "./licences.js";
import { setup } from "./setup.js";
import { hash, once } from "./stamp.js";

const folder = join(root, "dist/package");
const tool = (/** @type {string} */ path) => join(root, "node_modules", path);

/** The wasm of the sentences alone, which nothing but the package needs. */
async function sentences() {
	const inputs = hash(["Cargo.toml", "Cargo.lock", ".cargo", "src", "xtask/Cargo.toml", "xtask/src"]);
	const products = ["sentences.js", "sentences_bg.wasm"].map((name) => `www/pkg/sentences/${name}`);
	await once({ stamp: "target/stamps/sentences", inputs, products }, async () => {
		say("building the wasm of the sentences alone");
		const args = ["run", "--quiet", "-p", "xtask", "--", "wasm", "--sentences"];
		await must("the wasm of the sentences could not be built", "cargo", args);
	});
}

/** Builds everything that is published: code, types, the description of the element. */
export async function bundle() {
	forget();
	await sentences();
	const vite = (/** @type {string} */ config) =>
		must("the package could not be bundled", process.execPath, [
			tool("vite/bin/vite.js"),
			"build",
			"--config",
			config,
			"--logLevel",
			"error",
		]);
	await vite("vite.package.config.js");
	await vite("vite.embed.config.js");
	await vite("vite.script.config.js");
	await types();
	copyFileSync(join(root, "www/docs/report.schema.json"), join(folder, "report.schema.json"));
	await must("the element could not be described", tool(".bin/cem"), ["analyze", "--quiet"]);
	writeLicences(folder);
}

async function types() {
	await must("the package's types could not be written", tool(".bin/tsc"), ["-p", "tsconfig.package.json"]);
	mkdirSync(join(folder, "types/pkg"), { recursive: true });
	// Of the core's own types only those of its data: its functions are called by our modules alone.
	const core = readFileSync(join(root, "www/pkg/saidso.d.ts"), "utf8");
	writeFileSync(
		join(folder, "types/pkg/saidso.d.ts"),
		// They name two classes of the DOM, which a program in Node does not know.
		`import type { PageRange as Range, PageText as Text } from "../engine/platform.js";\n${
			core.split(/^(?:\/\*\*(?:\n \*.*)*\n)?export (?:class|function)/m)[0]
		}`,
	);
	// What a page's own types gain cannot be said in JavaScript.
	for (const name of ["global", "react", "preact", "vue", "svelte"])
		copyFileSync(join(root, `www/element/${name}.d.ts`), join(folder, `types/element/${name}.d.ts`));
	for (const name of ["define", "class"])
		appendFileSync(join(folder, `types/element/${name}.d.ts`), `export type * from "./global.js";\n`);
	writeFileSync(
		join(folder, "types.js"),
		"export {}; // what `saidso/react` and its like say stands in their types\n",
	);
}

/** Says what the files weigh, compressed as a server would send them. */
function sizes() {
	for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
		if (!/\.(js|wasm|html)$/.test(name)) continue;
		const bytes = readFileSync(join(folder, name));
		const sent = brotliCompressSync(bytes).length;
		console.log(`${String(bytes.length).padStart(10)} ${String(sent).padStart(10)} brotli  ${name}`);
	}
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
	await main(async () => {
		await setup();
		say("bundling the package");
		await bundle();
		sizes();
		say("checking it");
		await must("the package has a fault", process.execPath, ["--test", "tests/js/published.test.js"]);
	});
