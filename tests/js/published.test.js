// @ts-check
//! The package as it would be published, before those who read packages by themselves: publint, are-the-types-wrong, and
//! strict TypeScript in which nothing is skipped, with React 19, Preact, Svelte and Vue.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "saidso-published-"));
const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };

/**
 * @param {string} name
 * @param {string[]} args
 */
function run(name, args) {
	const { status, stdout, stderr } = spawnSync(name, args, { cwd: root, encoding: "utf8", env });
	return { status, words: `${stdout}${stderr}` };
}

/** @param {string} name @param {string[]} args */
const tool = (name, args) => run(join(root, "node_modules/.bin", name), args);
const tarball = () => join(folder, readdirSync(folder)[0]);

before(() => run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder]));

test("publint finds no fault", () => {
	const { status, words } = tool("publint", [tarball(), "--strict"]);
	assert.equal(status, 0, words);
	assert.match(words, /All good/);
});

test("are-the-types-wrong finds no fault", () => {
	// The package is ES modules alone, and Node 10 knew no exports.
	const files = ["embed.html", "saidso.wasm", "sentences.wasm"];
	const { status, words } = tool("attw", [
		...[tarball(), "--profile", "esm-only", "--format", "ascii"],
		...["--exclude-entrypoints", ...files],
	]);
	assert.equal(status, 0, words);
});

test("strict TypeScript reads every type of the package, in four frameworks", () => {
	const { status, words } = tool("tsc", ["-p", "tests/hosts/tsconfig.json"]);
	assert.equal(status, 0, words);
});
