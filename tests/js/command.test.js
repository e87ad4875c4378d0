// @ts-check
//! The command line beside the page: reports as the JSON Schema has them, and the same Web Annotations to the byte.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { toWebAnnotation } from "../../www/export/web-annotation.js";
import { commandLine } from "../../xtask/command-line.js";
import { text as sample } from "./sample.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = await commandLine();

const TEXTS = [
	sample,
	"",
	"Mayor Ana Brook said the dam was safe. “Nobody needs to leave,” she added. It may rain on Friday.",
	"🚧 “The\tbridge 🌉 is\u00a0old,” Bo Ek claimed 🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧🚧 on air.\r\n\r\nSources close to the talks denied it.",
	"Clearly, mistakes were made, and the regime slammed the “understanding”, Ana Brook said.",
	"Bürgermeisterin Eva Lind sagte am Montag, der Damm sei sicher und niemand müsse gehen.",
];

/** @param {string[]} args @param {string} [input] @param {string} [told] on standard error */
function saidso(args, input = "", told = "") {
	const { stdout, stderr, error } = spawnSync(program, args, { cwd: root, input, encoding: "utf8" });
	assert.ok(!error, String(error));
	assert.equal(stderr, told);
	return stdout;
}

const input = TEXTS.map((text, id) => `${JSON.stringify({ id, text })}\n`).join("");
/** @param {string} lines @returns {string[]} */
const split = (lines) => lines.trimEnd().split("\n");

/** @type {any[]} */
const reports = split(saidso(["--jsonl", "--signals", "all", "--hedges", "all"], input)).map((line) =>
	JSON.parse(line),
);

const schema = JSON.parse(readFileSync(`${root}www/docs/report.schema.json`, "utf8"));
const ajv = new Ajv2020({ schemas: [schema], strict: true, allErrors: true });

/** @param {string} pointer */
const validator = (pointer) => ajv.compile({ $ref: `urn:saidso:report:1#${pointer}` });
const [isReport, isLine, isErrorLine, isPart] = ["", "/$defs/Line", "/$defs/ErrorLine", "/$defs/Part"].map(
	validator,
);

test("reports are as the schema says", () => {
	assert.equal(reports.length, TEXTS.length);
	for (const line of reports) {
		assert.ok(isReport(line.report), JSON.stringify(isReport.errors));
		assert.ok(isLine(line), JSON.stringify(isLine.errors));
	}
	const every = (/** @type {string} */ name) => reports.some(({ report }) => report[name]?.length);
	for (const name of ["blocks", "sources", "attributions", "hedges", "claims", "signals", "warnings"])
		assert.ok(every(name), name);
});

test("a broken report is refused", () => {
	const [{ report }] = reports;
	const { claims: _, ...without } = report;
	const [first, ...others] = report.attributions;
	const broken = [
		without,
		{ ...report, schema: "saidso/report/2" },
		{ ...report, offsets: "utf32" },
		{ ...report, attributions: [{ ...first, confidence: 1.5 }, ...others] },
		{ ...report, attributions: [{ ...first, stance: "angry" }, ...others] },
		{ ...report, attributions: [{ ...first, source: "Ana" }, ...others] },
		{ ...report, sentences: [{ start: -1, end: 4, block: 0 }] },
		{ ...report, lang: null },
	];
	for (const report of broken) assert.ok(!isReport(report), JSON.stringify(report).slice(0, 80));
});

test("chosen members and error lines are as the schema says", () => {
	const [line] = split(saidso(["--fields", "sources,stats"], input));
	const { report } = JSON.parse(line);
	assert.deepEqual(Object.keys(report), ["schema", "engine", "offsets", "sources", "stats"]);
	assert.ok(isPart(report) && isLine(JSON.parse(line)) && !isReport(report));
	const told = "saidso: 1 of 1 records could not be read\n";
	const [bad] = split(saidso(["--jsonl"], '{"id":"a"}\n', told));
	assert.equal(JSON.parse(bad).line, 1);
	assert.ok(isErrorLine(JSON.parse(bad)) && !isLine(JSON.parse(bad)), bad);
});

test("annotations are those of the page", () => {
	const plain = split(saidso(["--jsonl"], input)).map((line) => JSON.parse(line));
	const lines = split(saidso(["--annotations"], input));
	for (const [at, text] of TEXTS.entries()) {
		const annotations = toWebAnnotation(text, plain[at].report);
		assert.equal(lines[at], JSON.stringify({ id: at, annotations }));
	}
});

test("an id that is an address is where the annotated text was published", () => {
	const id = "https://example.org/dam";
	const text = TEXTS[2];
	const one = `${JSON.stringify({ id, text })}\n`;
	const { report } = JSON.parse(saidso(["--jsonl"], one));
	const annotations = toWebAnnotation(text, report, { source: id });
	assert.equal(saidso(["--annotations"], one), `${JSON.stringify({ id, annotations })}\n`);
});
