// @ts-check
//! Owns stamps: what a step was last done with, so that it is not done again for nothing.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./command.js";

/**
 * Files and folders as one hash of names and contents.
 * @param {string[]} paths from the project's folder
 * @param {string[]} [more] further words that matter, such as a compiler's version
 */
export function hash(paths, more = []) {
	const sum = createHash("sha256");
	for (const path of paths.flatMap(files)) sum.update(`${path}\0`).update(readFileSync(join(root, path)));
	return sum.update(more.join("\0")).digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function files(path) {
	const full = join(root, path);
	if (!existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [path];
	return readdirSync(full)
		.sort()
		.flatMap((name) => files(`${path}/${name}`));
}

/**
 * Does a step unless it was done with the same inputs and its products still stand.
 * @param {{ stamp: string, inputs: string, products: string[] }} step the file that keeps the hash, the hash, what the step makes
 * @param {() => Promise<void>} work
 */
export async function once({ stamp, inputs, products }, work) {
	const file = join(root, stamp);
	const made = products.every((path) => existsSync(join(root, path)));
	if (made && existsSync(file) && readFileSync(file, "utf8") === inputs) return;
	await work();
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, inputs);
}
