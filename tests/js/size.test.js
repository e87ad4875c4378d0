// @ts-check
//! What a site's visitors load at once, as a bundler leaves it and a server compresses it. What is loaded later, such as
//! exports and other languages, does not count.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";

const folder = fileURLToPath(new URL("../../dist/package/", import.meta.url));
const sent = (/** @type {string | Buffer} */ code) => brotliCompressSync(Buffer.from(code)).length;

/**
 * The bytes of a site's script and of all that it imports at once.
 * @param {string} script
 */
async function weigh(script) {
	const root = mkdtempSync(join(tmpdir(), "saidso-size-"));
	const input = join(root, "main.js");
	writeFileSync(input, script);
	const made = await build({
		root,
		configFile: false,
		logLevel: "error",
		build: { write: false, modulePreload: false, assetsInlineLimit: 0, rolldownOptions: { input } },
	});
	const { output } = /** @type {import("vite").Rolldown.RolldownOutput} */ (
		Array.isArray(made) ? made[0] : made
	);
	const chunks = new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])));
	const names = new Set([...chunks].filter(([, { isEntry }]) => isEntry).map(([name]) => name));
	for (const name of names) for (const more of chunks.get(name)?.imports ?? []) names.add(more);
	return [...names].reduce((sum, name) => sum + sent(chunks.get(name)?.code ?? ""), 0);
}

/** @type {[string, string, number][]} */
const LIMITS = [
	["{ annotate }", `import { annotate } from "${folder}saidso.js"; annotate("x").then(console.log);`, 25_000],
	["the element", `import "${folder}element.js";`, 40_000],
];

for (const [what, script, limit] of LIMITS)
	test(`${what} weighs no more than ${limit} bytes`, async (t) => {
		const bytes = await weigh(script);
		t.diagnostic(`${what}: ${bytes} bytes`);
		assert.ok(bytes > 1_000 && bytes <= limit, `${bytes} bytes`);
	});

test("the site's side of the frame weighs no more than 3000 bytes", (t) => {
	const bytes = sent(readFileSync(`${folder}embed.js`));
	t.diagnostic(`${bytes} bytes`);
	assert.ok(bytes <= 3_000, `${bytes} bytes`);
});
