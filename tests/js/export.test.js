// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPORTS, exportNamed, write } from "../../www/export/export.js";
import { fromJSON } from "../../www/intake/import.js";
import { report, text } from "./sample.js";

test("every export has its label, purpose, ending and type", () => {
	assert.deepEqual(
		EXPORTS.map(({ id }) => id),
		["json", "web-annotation", "csv", "markdown", "html", "checklist", "claim-review"],
	);
	for (const { label, purpose, extension, type } of EXPORTS) {
		for (const words of [label, purpose]) assert.doesNotMatch(words, /undefined|^export\./);
		assert.match(extension, /^[a-z]+(\.[a-z]+)?$/);
		assert.match(type, /^(text|application)\/[a-z+]+$/);
	}
});

test("every export is made, and those that are JSON can be read", async () => {
	for (const { id, type } of EXPORTS) {
		const made = await write(id, { text, report, language: "en", hidden: new Set() });
		assert.ok(made.endsWith("\n"), id);
		if (type.includes("json")) assert.equal(typeof JSON.parse(made), "object");
	}
});

test("what the reader hid is in no file but the one that is opened here again", async () => {
	const work = { text, report, hidden: new Set(["h0"]), view: { hidden: ["hedge|hedge:modal|may"] } };
	for (const { id } of EXPORTS) {
		const shown = await write(id, { ...work, hidden: new Set() });
		const hidden = await write(id, work);
		const names = ["web-annotation", "csv", "markdown", "html"];
		assert.equal(shown !== hidden, names.includes(id), id);
	}
	assert.deepEqual(fromJSON(await write("json", work)), { text, report, view: work.view });
});

test("the article's address goes where formats keep one", async () => {
	for (const id of ["web-annotation", "claim-review"]) {
		const made = await write(id, { text, report, source: "https://example.org/bridge" });
		assert.ok(made.includes("https://example.org/bridge"));
	}
});

test("a format that is not there is refused, an inherited name too", async () => {
	for (const id of ["", "toString", "__proto__"])
		assert.throws(() => exportNamed(id), { code: "bad-argument" });
	await assert.rejects(write("pdf", { text, report }), /there is no format pdf/);
});
