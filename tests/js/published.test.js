// @ts-check
//! The package as it would be published, before those who read packages by themselves: publint, are-the-types-wrong, and
//! strict TypeScript in which nothing is skipped, with React 19, Preact, Svelte and Vue.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
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

test("licence texts of ours and of all that is bundled are in the tarball, and nothing that is not published", () => {
	const { words } = run("tar", ["-tzf", tarball()]);
	const names = words.trim().split("\n");
	for (const name of [
		"LICENSE-MIT",
		"LICENSE-APACHE",
		"CHANGELOG.md",
		"README.md",
		"dist/package/LICENCES.txt",
		"dist/package/report.schema.json",
		"examples/textarea.js",
	])
		assert.ok(names.includes(`package/${name}`), name);
	const stray = /^package\/(?!dist\/package\/|examples\/|package\.json$|README|CHANGELOG|LICENSE)/;
	assert.deepEqual(
		names.filter((name) => stray.test(name)),
		[],
	);
	const licences = readFileSync(join(root, "dist/package/LICENCES.txt"), "utf8");
	assert.match(licences, /WordNet 3\.1 Copyright 2011 by Princeton University/);
	for (const name of [
		"valibot",
		"mammoth",
		"papaparse",
		"@mozilla/readability",
		"@floating-ui/dom",
		"memchr",
		"wasm-bindgen",
	])
		assert.match(licences, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, `, "m"));
	const bare = licences.split(/^=+\n(?=.*\n=)/m).filter((part) => part.length < 400);
	assert.deepEqual(bare, []);
});

test("it can be published: prepack builds it, and nothing keeps it private", () => {
	const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	assert.equal(about.private, undefined);
	assert.match(about.scripts.prepack, /package/);
	assert.equal(about.publishConfig.provenance, true);
	const released = /^## \[(?:Unreleased|\d)/m;
	assert.match(readFileSync(join(root, "CHANGELOG.md"), "utf8"), released);
});

test("publint finds no fault", () => {
	const { status, words } = tool("publint", [tarball(), "--strict"]);
	assert.equal(status, 0, words);
	assert.match(words, /All good/);
});

test("are-the-types-wrong finds no fault", () => {
	// The package is ES modules alone, and Node 10 knew no exports.
	const files = ["embed.html", "embed-frame.html", "saidso.wasm", "sentences.wasm"];
	const { status, words } = tool("attw", [
		...[tarball(), "--profile", "esm-only", "--format", "ascii"],
		...["--exclude-entrypoints", ...files],
	]);
	assert.equal(status, 0, words);
});

for (const [what, config] of [
	["in four frameworks", "tsconfig.json"],
	["without the DOM, in Node", "tsconfig.node.json"],
	["without the DOM and without Node", "tsconfig.plain.json"],
])
	test(`strict TypeScript reads every type of the package, ${what}`, () => {
		const { status, words } = tool("tsc", ["-p", `tests/hosts/${config}`]);
		assert.equal(status, 0, words);
	});
