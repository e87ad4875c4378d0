// @ts-check
//! `custom-elements.json` against the code: all that is public is described, and nothing else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { KINDS } from "../../www/report/finding.js";

const www = new URL("../../www/", import.meta.url);
const files = (/** @type {string} */ room, /** @type {string} */ end) =>
	readdirSync(new URL(`${room}/`, www))
		.filter((name) => name.endsWith(end))
		.map((name) => readFileSync(new URL(`${room}/${name}`, www), "utf8"));
const scripts = files("element", ".js").join("\n");
const sheets = [...files("element", ".css"), ...files("look", ".css")].join("\n");

const { modules } = JSON.parse(
	readFileSync(new URL("../../dist/package/custom-elements.json", import.meta.url), "utf8"),
);
const [{ declarations }] = modules;
const [element] = declarations;

const built = "../../dist/package/element-class.js";
const { SaidSoElement } = await import(built);

/** @param {Iterable<string>} names */
const sorted = (names) => [...new Set(names)].sort();
const named = (/** @type {{ name: string }[]} */ list) => sorted(list.map(({ name }) => name));
/** @param {RegExp} pattern @param {string} text */
const all = (pattern, text) => [...text.matchAll(pattern)].map(([, found]) => found);

test("it tells of the element and of what defines it, by their files in the package", () => {
	assert.deepEqual(
		modules.map((/** @type {any} */ { path }) => path),
		["dist/package/element-class.js", "dist/package/element.js"],
	);
	assert.equal(element.tagName, "said-so");
	assert.doesNotMatch(JSON.stringify(modules), /www\/|inheritedFrom|"privacy"|"#/);
});

test("attributes, each with its type, its words and its property", () => {
	assert.deepEqual(named(element.attributes), sorted(SaidSoElement.observedAttributes));
	for (const { name, type, description, fieldName } of element.attributes) {
		assert.ok(type.text && description, name);
		if (name !== "lang") assert.ok(named(element.members).includes(fieldName), name);
	}
});

test("properties and methods, each with its words", () => {
	const callbacks = /^(constructor|put|\w+Callback)$/;
	const own = [SaidSoElement.prototype, Object.getPrototypeOf(SaidSoElement.prototype)];
	const names = own.flatMap((one) => Object.getOwnPropertyNames(one)).filter((name) => !callbacks.test(name));
	assert.deepEqual(named(element.members), sorted(names));
	for (const { name, description } of element.members) assert.ok(description, name);
});

test("events", () => {
	const sent = all(/(?:[#.]send\("|CustomEvent\("said-so-)([a-z]+)"/g, scripts).map(
		(name) => `said-so-${name}`,
	);
	assert.deepEqual(named(element.events), sorted(sent));
	const typed = all(
		/"(said-so-[a-z]+)": CustomEvent/g,
		readFileSync(new URL("element/global.d.ts", www), "utf8"),
	);
	assert.deepEqual(named(element.events), sorted(typed));
});

test("parts", () => {
	const fixed = all(/\bpart: "([a-z]+)"/g, scripts);
	const roles = ["source", "cue", "content"];
	const blocks = all(
		/"([a-z-]+)"/g,
		/kind: v\.picklist\(\[([^\]]+)/.exec(readFileSync(new URL("report/shape.js", www), "utf8"))?.[1] ?? "",
	);
	const tabs = ["sources", "findings", "numbers", "changes"];
	assert.equal(blocks.length, 8);
	assert.deepEqual(
		named(element.cssParts),
		sorted([...fixed, "block", "mark", ...roles, ...KINDS, ...blocks, ...tabs]),
	);
});

test("variables", () => {
	assert.deepEqual(named(element.cssProperties), sorted(all(/var\((--said-so-[a-z-]+)/g, sheets)));
});

test("states and slots", () => {
	const states = readFileSync(new URL("element/states.js", www), "utf8");
	const known = all(/"([a-z]+)"/g, /@typedef \{([^}]+)\} State/.exec(states)?.[1] ?? "");
	assert.deepEqual(named(element.cssStates), sorted([...known, "truncated"]));
	assert.deepEqual(named(element.slots), [""]);
});
