// @ts-check
//! `npm test`: installs and builds what is missing, runs every test, and closes with the runners'
//! own summaries.

import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { main, must, root, run, Stop, say } from "./command.js";
import { bundle } from "./package.js";
import { chromium, setup } from "./setup.js";

/** @typedef {{ name: string, program: string, args: string[], env?: Record<string, string>, summary: RegExp }} Suite */

/** @type {(browser: string, port: number) => Suite[]} */
const suites = (browser, port) => [
	{
		name: "the core, in Rust",
		program: "cargo",
		args: ["test", "--workspace", "--exclude", "xtask"],
		summary: /^test result: |^\s+(Running|Doc-tests) |skipped/,
	},
	{
		name: "the core, in Python",
		program: process.execPath,
		args: ["xtask/python.js"],
		summary: /^\d+ (passed|failed)/,
	},
	{
		name: "the modules, in Node",
		program: process.execPath,
		args: ["--test", "--test-reporter=spec", ...files("tests/js", ".test.js")],
		summary: /^ℹ (tests|pass|fail|skipped) /,
	},
	{
		name: "the wasm boundary and the page, in Chromium",
		program: process.execPath,
		args: ["node_modules/@playwright/test/cli.js", "test", "--workers=2", "--grep-invert=@alone"],
		env: { SAIDSO_CHROMIUM: browser, SAIDSO_PORT: String(port) },
		summary: /^\s+\d+ (passed|failed|flaky|skipped|did not run)/,
	},
	{
		name: "what is timed, in a Chromium that has the machine to itself",
		program: process.execPath,
		args: ["node_modules/@playwright/test/cli.js", "test", "--grep=@alone"],
		env: { SAIDSO_CHROMIUM: browser, SAIDSO_PORT: String(port) },
		summary: /^\s+\d+ (passed|failed|flaky|skipped|did not run)/,
	},
	{
		name: "the package in hosts that are built quickly",
		program: process.execPath,
		args: ["xtask/hosts.js", "--short"],
		env: { SAIDSO_CHROMIUM: browser, SAIDSO_PORT: String(port) },
		summary: /^[✔✘] /,
	},
	{
		name: "the package in Firefox and WebKitGTK, where they are here",
		program: process.execPath,
		args: ["--experimental-websocket", "xtask/engines.js", "--here"],
		summary: /^[✔✘] /,
	},
];

/**
 * @param {string} folder
 * @param {string} ending
 */
const files = (folder, ending) =>
	readdirSync(join(root, folder))
		.filter((name) => name.endsWith(ending))
		.map((name) => `${folder}/${name}`);

/** @returns {Promise<number>} a port that nobody listens on */
const freePort = () =>
	new Promise((settle) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => settle(typeof address === "object" && address ? address.port : 4173));
		});
	});

await main(async () => {
	await setup();
	const browser = await chromium();
	say("bundling the page");
	await must("the page could not be bundled", process.execPath, [
		"node_modules/vite/bin/vite.js",
		"build",
		"--logLevel",
		"warn",
	]);
	say("bundling the package");
	await bundle();
	const closing = [];
	const failed = [];
	for (const { name, program, args, env, summary } of suites(browser, await freePort())) {
		say(`testing ${name}`);
		closing.push(`\n${name}`);
		const began = performance.now();
		/** @param {string} line */
		const lines = (line) => summary.test(line) && closing.push(`  ${line.trim()}`);
		if (!(await run(program, args, { env, lines }))) failed.push(name);
		closing.push(`  ${Math.round((performance.now() - began) / 1000)} s`);
	}
	console.log(closing.join("\n"));
	writeFileSync(join(root, "target/summary.txt"), closing.join("\n"));
	if (failed.length) throw new Stop(`tests failed: ${failed.join("; ")}`);
	say("every test passed");
});
