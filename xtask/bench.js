// @ts-check
//! `npm run bench [-- core|wasm|sentences|python|command]`: criterion on the core, then the wasm beside its peers in Node and
//! Chromium, then how well each of them finds sentences; from Python beside Python's own; last, the command line on an archive.

import { main, must, say } from "./command.js";
import { commandLine } from "./command-line.js";
import { install, python } from "./python.js";
import { chromium, setup } from "./setup.js";
import { hash, once } from "./stamp.js";

async function fromPython() {
	const list = "python/bench-requirements.txt";
	const interpreter = await python("quick");
	const saidso = await commandLine("quick");
	const inputs = hash([list, "python/requirements.txt"]);
	await once({ stamp: "target/python/venv/.saidso-bench", inputs, products: [] }, () => install("-r", list));
	say("measuring articles a second beside Python's own");
	await must("the run from Python failed", process.execPath, ["bench/python.js", interpreter, saidso]);
}

async function onArchive() {
	const saidso = await commandLine("quick");
	say("measuring the command line on an archive (some minutes)");
	await must("the run of the command line failed", process.execPath, ["bench/command.js", saidso]);
}

/** The peers are a package of their own, so that nobody else waits for them. */
async function peers() {
	const inputs = hash(["bench/package-lock.json"]);
	const products = ["bench/node_modules/.package-lock.json"];
	await once({ stamp: "bench/node_modules/.saidso", inputs, products }, async () => {
		say("installing the peers");
		await must("npm ci failed in bench/; the lines above say why", "npm", ["--prefix", "bench", "ci"]);
	});
}

await main(async () => {
	const [only] = process.argv.slice(2);
	await setup();
	if (!only || only === "core") {
		say("measuring the core (a few minutes)");
		await must("cargo bench failed", "cargo", ["bench", "--quiet", "--package", "benches", "--", "--quiet"]);
	}
	if (only === "core") return;
	if (only === "command") return onArchive();
	await peers();
	if (only === "python") return fromPython();
	say("comparing the sentences that each finds");
	await must("the comparison failed", process.execPath, ["bench/sentences.js"]);
	await must("the comparison of languages failed", process.execPath, ["bench/languages.js"]);
	if (only === "sentences") return;
	const env = { SAIDSO_CHROMIUM: await chromium() };
	say("measuring the wasm in Node");
	await must("the run in Node failed", process.execPath, ["bench/node.js"]);
	say("measuring the wasm in Chromium");
	await must("the run in Chromium failed", process.execPath, ["bench/chromium.js"], { env });
	say("measuring the page with a long text");
	await must("the page could not be bundled", process.execPath, ["node_modules/vite/bin/vite.js", "build"]);
	await must("the run of the page failed", process.execPath, ["bench/page.js"], { env });
	if (only) return;
	await fromPython();
	await onArchive();
});
