// @ts-check
//! The rooms of `www/`: a room imports only from those before it, goes into an element only by its doors, and no file
//! leads back to itself. Imports of types count like any other.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";

/** The one order of the rooms. */
const ROOMS = [
	"engine",
	"report",
	"words",
	"look",
	"export",
	"intake",
	"audit",
	"door",
	"element",
	"embed",
	"page",
	"docs",
];

/** The files by which alone a room may be entered, where not every file is for others. @type {Record<string, string[]>} */
const DOORS = { element: ["define.js"], embed: ["embed.js"] };

/** Every import, dynamic import, type import, address and style sheet, by its relative path. */
const IMPORT = /["'](\.{1,2}\/[^"'?\s]+\.(?:js|css))(?:\?[^"']*)?["']/g;

/** @typedef {{ from: string, to: string, line: number }} Import */

const WWW = new URL("../../www/", import.meta.url);
const roomOf = (/** @type {string} */ path) => path.split("/")[0];

/** @param {string} room */
const filesOf = (room) =>
	readdirSync(new URL(`${room}/`, WWW))
		.filter((name) => /\.(js|css)$/.test(name))
		.map((name) => `${room}/${name}`);

const files = new Map(ROOMS.flatMap(filesOf).map((path) => [path, readFileSync(new URL(path, WWW), "utf8")]));

/**
 * What a file imports from the rooms.
 * @param {string} from its path in `www/`
 * @param {string} text
 * @returns {Import[]}
 */
const importsOf = (from, text) =>
	text
		.split("\n")
		.flatMap((words, at) =>
			[...words.matchAll(IMPORT)]
				.map(([, path]) => ({ from, to: posix.join(posix.dirname(from), path), line: at + 1 }))
				.filter(({ to }) => files.has(to)),
		);

const imports = [...files].flatMap(([path, text]) => importsOf(path, text));
const list = (/** @type {Import[]} */ found) =>
	found.map(({ from, line, to }) => `www/${from}:${line} imports ${to}`);

test("every file stands in a room", () => {
	const names = readdirSync(WWW, { withFileTypes: true });
	const folders = names.filter((one) => one.isDirectory() && one.name !== "pkg").map(({ name }) => name);
	assert.deepEqual(folders.sort(), [...ROOMS].sort());
	const loose = names.filter(({ name }) => /\.(js|css)$/.test(name) && name !== "sw.js");
	assert.deepEqual(
		loose.map(({ name }) => name),
		[],
	);
});

test("ARCHITECTURE.md names every file beside its room", () => {
	const [, page] = readFileSync(new URL("../ARCHITECTURE.md", WWW), "utf8").split("## The page");
	for (const room of ROOMS) {
		const row = page.split("\n").find((line) => line.startsWith(`| \`${room}/\` |`));
		const named = [
			...(row
				?.split("|")
				.at(-2)
				?.matchAll(/`([^`]+)`/g) ?? []),
		].map(([, name]) => `${room}/${name}`);
		assert.deepEqual(named, filesOf(room).sort());
	}
});

test("a room imports only from those before it", () => {
	const rank = (/** @type {string} */ path) => ROOMS.indexOf(roomOf(path));
	assert.deepEqual(list(imports.filter(({ from, to }) => rank(to) > rank(from))), []);
});

test("a room with doors is entered by them alone", () => {
	const past = imports.filter(({ from, to }) => {
		const doors = DOORS[roomOf(to)];
		return doors && roomOf(from) !== roomOf(to) && !doors.includes(posix.basename(to));
	});
	assert.deepEqual(list(past), []);
});

test("no file leads back to itself", () => {
	/** @type {Map<string, Import[]>} */
	const next = new Map([...files.keys()].map((path) => [path, []]));
	for (const one of imports) next.get(one.from)?.push(one);
	/** @type {Import[]} */
	const back = [];
	/** @type {Map<string, "open" | "done">} */
	const state = new Map();
	const visit = (/** @type {string} */ path) => {
		state.set(path, "open");
		for (const one of next.get(path) ?? []) {
			if (state.get(one.to) === "open") back.push(one);
			else if (!state.has(one.to)) visit(one.to);
		}
		state.set(path, "done");
	};
	for (const path of files.keys()) if (!state.has(path)) visit(path);
	assert.deepEqual(list(back), []);
});
