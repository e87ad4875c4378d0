// @ts-check
//! Owns running other programs, and saying what is being done and what is missing.

import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder, where every program is run. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What stops the work; the message is one sentence that says what to do. */
export class Stop extends Error {}

/** @param {string} words */
export const say = (words) => console.log(`saidso: ${words}`);

/** @typedef {{ quiet?: boolean, env?: Record<string, string>, lines?: (line: string) => void }} Options */

/**
 * Runs a program to its end; its output is the user's, and `lines` hears every line of it.
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<boolean>} whether it went well
 */
export function run(program, args, { env, lines } = {}) {
	const child = spawn(program, args, {
		cwd: root,
		stdio: ["inherit", lines ? "pipe" : "inherit", "inherit"],
		env: { ...process.env, ...env },
	});
	let rest = "";
	child.stdout?.on("data", (/** @type {Buffer} */ data) => {
		process.stdout.write(data);
		const parts = (rest + data).split("\n");
		rest = parts.pop() ?? "";
		for (const line of parts) lines?.(line);
	});
	return new Promise((settle) => {
		child.on("error", () => settle(false));
		child.on("close", (code) => settle(code === 0));
	});
}

/**
 * Runs a program that has to go well.
 * @param {string} failed what to say if it does not
 * @param {string} program
 * @param {string[]} args
 * @param {Options} [options]
 */
export async function must(failed, program, args, options) {
	if (!(await run(program, args, options))) throw new Stop(failed);
}

/**
 * What a program prints, or nothing where it is missing or fails.
 * @param {string} program
 * @param {string[]} args
 */
export function output(program, ...args) {
	const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
	return status === 0 ? stdout.trim() : undefined;
}

/**
 * Runs a script's work; a `Stop` ends it with its sentence, not with a stack.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		console.error(`saidso: ${error.message}`);
		process.exitCode = 1;
	}
}
