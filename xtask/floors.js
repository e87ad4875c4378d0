// @ts-check
//! Owns tests/floors.json: how low a figure may lie. A floor only ever rises.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, say } from "./command.js";

const PATH = join(root, "tests/floors.json");

/** How far a figure may lie below its floor, in percentage points. */
const SLACK = 0.5;

/** @typedef {import("./eval.js").Figures} Figures */

/** @returns {Figures} */
const floors = () => (existsSync(PATH) ? JSON.parse(readFileSync(PATH, "utf8")) : {});

/**
 * One line for each figure that lies too low, or that is no longer there.
 * @param {Figures} found
 */
export function fallen(found) {
	return Object.entries(floors()).flatMap(([name, row]) =>
		Object.entries(row)
			.filter(([column, floor]) => !(found[name]?.[column] >= floor - SLACK))
			.map(
				([column, floor]) => `  ${name}, ${column}: ${found[name]?.[column] ?? "missing"}, floor ${floor}`,
			),
	);
}

/**
 * Raises every floor that its figure has passed, and lays one where there is none.
 * @param {Figures} found
 */
export function raise(found) {
	const kept = floors();
	let raised = 0;
	for (const [name, row] of Object.entries(found)) {
		kept[name] ??= {};
		for (const [column, figure] of Object.entries(row)) {
			if (figure <= (kept[name][column] ?? -1)) continue;
			kept[name][column] = figure;
			raised += 1;
		}
	}
	writeFileSync(PATH, `${JSON.stringify(kept, null, "\t")}\n`);
	say(`${raised} floors raised in tests/floors.json`);
}
