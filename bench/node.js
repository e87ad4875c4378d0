// @ts-check
//! Measures saidso's wasm and its peers in Node, in one run, on the same texts.

import { execFileSync } from "node:child_process";
import { splitting, whole } from "./contenders.js";
import { median } from "./measure.js";
import { table } from "./table.js";
import { text } from "./text.js";

const [small, large] = [text(5_000), text(1_000_000)];
const bytes = Buffer.byteLength(large);

for (const [list, contenders] of Object.entries({ whole, splitting })) {
	const rows = [];
	for (const [n, { name, does, load }] of contenders.entries()) {
		const script = new URL("cold.js", import.meta.url).pathname;
		const apart = JSON.parse(execFileSync(process.execPath, [script, list, String(n)], { encoding: "utf8" }));
		const work = await load();
		rows.push({ name, does, small: median(() => work(small)), large: median(() => work(large)), ...apart });
	}
	table(`Node ${process.versions.node}`, rows, bytes);
}
