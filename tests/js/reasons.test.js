// @ts-check
//! Every code, kind, act and stance that the core can give has words: read from its source, and from what it gives for
//! every golden text. That all languages have the same entries is tested in `words.test.js`.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isKnown } from "../../www/words/words.js";

const own = "saidso";
const ROOT = new URL("../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");
const files = (/** @type {string} */ folder, /** @type {string} */ ending) =>
	readdirSync(new URL(folder, ROOT), { recursive: true })
		.map((name) => `${folder}/${name}`)
		.filter((name) => name.endsWith(ending));

/** How a code stands in the source: in a call, in a field, as a signal, as what a match gives. */
const CODES = [
	/\b(?:reason|by|because)\(\s*"([a-z-]+)"/g,
	/\bcode: "([a-z-]+)"/g,
	/^ {4}[A-Z]\w+ "([a-z-]+)",$/gm,
	/=> "([a-z]+(?:-[a-z]+){3,})"/g,
	/Some\(\("([a-z-]+)", 0\.\d+\)\)/g,
	/=> Some\("(word-[a-z]+)"\)/g,
];

const known = (/** @type {Iterable<string>} */ keys) =>
	assert.deepEqual([...keys].filter((key) => !isKnown(key)).sort(), []);

test("every code in the core's source has words", () => {
	const source = ["rules", "repair", "coref", "hedge", "claim"]
		.flatMap((room) => files(`src/${room}`, ".rs"))
		.map(read)
		.join("\n");
	const codes = new Set(CODES.flatMap((form) => [...source.matchAll(form)].map(([, code]) => code)));
	assert.ok(codes.size > 80, `${codes.size} codes were found in the source`);
	known([...codes].map((code) => `reason.${code}`));
});

test("every code that a golden text is given has words", async () => {
	/** @type {typeof import("../../www/door/saidso.js")} */
	const { annotate } = await import(own);
	const found = new Set();
	const signals = ["passive", "loaded", "booster", "scare-quote"];
	for (const path of files("tests/golden", ".txt")) {
		const text = read(path).replace(/\{[a-z-]+(?:\.\d+)? |[}÷]/g, "");
		for (const blocks of [undefined, [{ start: 0, end: text.length, kind: "heading" }]]) {
			const report = await annotate(text, { signals, blocks });
			const marks = [...report.attributions, ...report.hedges, ...report.claims, ...(report.signals ?? [])];
			for (const { reasons } of marks) for (const reason of reasons) found.add(reason.split(/[: ]/)[0]);
		}
	}
	known([...found].map((code) => `reason.${code}`));
});

/** What is said by saying nothing; and statements that are no finding. */
const UNSAID = ["why.act.speech", "why.statement.opinion", "why.statement.question", "why.statement.other"];

/** Where the words for a field's values stand. @type {Record<string, string>} */
const PLACES = {
	"Source.kind": "source",
	"Attribution.act": "why.act",
	"Attribution.form": "why.form",
	"Attribution.stance": "why.stance",
	"Hedge.kind": "hedge",
	"Claim.statement": "why.statement",
	"Claim.certainty": "why.certainty",
	"Warning.code": "notice",
};

test("every value that the schema lists has words", () => {
	const structs = [...read("src/door/schema.rs").matchAll(/pub struct (\w+) \{(.*?)\n\}/gs)];
	const values = structs.flatMap(([, struct, body]) =>
		[...body.matchAll(/type = ("(?:\\"|[^"])*")\s*\)\s*\)\]\s*pub (\w+):/g)].flatMap(([, type, field]) => {
			const place = PLACES[`${struct}.${field}`];
			return place ? [...type.matchAll(/\\"([\w-]+)\\"/g)].map(([, value]) => `${place}.${value}`) : [];
		}),
	);
	const places = new Set(values.map((key) => key.slice(0, key.lastIndexOf("."))));
	assert.deepEqual([...places].sort(), Object.values(PLACES).sort());
	known(values.filter((key) => !UNSAID.includes(key)));
});
