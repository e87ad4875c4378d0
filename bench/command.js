// @ts-check
//! The command line on an archive: articles a second on 1, 2, 4 … threads and how much faster that is than one, and the
//! most memory it takes while its input grows. `node command.js COMMAND`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { articles } from "./articles.js";

const [command] = process.argv.slice(2);
const texts = articles(500);

/** Records of about so many bytes: an article, and a field that is passed through. @param {number} bytes */
function records(bytes) {
	const html = "x".repeat(Math.max(0, bytes - 2500));
	const few = texts.slice(0, Math.ceil(5e6 / bytes));
	return Buffer.from(few.map((text, id) => `${JSON.stringify({ id, text, html })}\n`).join(""));
}

/**
 * @param {Buffer} chunk is written again and again
 * @param {number} times
 * @param {string[]} options
 * @returns {Promise<{ seconds: number, most: number }>} and the most memory at any time, in MB
 */
async function run(chunk, times, options) {
	const start = performance.now();
	const child = spawn(command, ["--jsonl", ...options], { stdio: ["pipe", "ignore", "inherit"] });
	const { stdin, pid } = child;
	const ended = once(child, "close");
	let most = 0;
	const look = setInterval(() => {
		const kept = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
		most = Math.max(most, Number(kept?.[1] ?? 0) / 1000);
	}, 50);
	for (let n = 0; n < times; n++) if (!stdin.write(chunk)) await once(stdin, "drain");
	clearInterval(look);
	stdin.end();
	const [code] = await ended;
	if (code !== 0) throw new Error(`${command} ended with ${code}`);
	return { seconds: (performance.now() - start) / 1000, most };
}

/** 1, 2, 4 … and what the machine has. */
function threads() {
	const most = availableParallelism();
	const powers = Array.from({ length: Math.floor(Math.log2(most)) + 1 }, (_, n) => 2 ** n);
	return powers.at(-1) === most ? powers : [...powers, most];
}

const plain = records(2500);
const times = 20;
let one = 0;
for (const count of threads()) {
	const rounds = [];
	for (let n = 0; n < 3; n++) rounds.push((await run(plain, times, ["-j", String(count)])).seconds);
	const seconds = Math.min(...rounds);
	one ||= seconds;
	const rate = ((times * texts.length) / seconds).toFixed(0);
	const wide = `${count} ${count === 1 ? "thread" : "threads"}`.padEnd(12);
	console.log(`${wide}${rate.padStart(7)} articles a second, ${(one / seconds).toFixed(2)} times one`);
}

/** In MB; the large ones mostly of what is passed through, so that they take minutes. */
for (const [megabytes, bytes] of [
	[10, 2500],
	[100, 2500],
	[1000, 100_000],
	[10_000, 1_000_000],
]) {
	const chunk = records(bytes);
	const count = Math.ceil((megabytes * 1e6) / chunk.length);
	const { seconds, most } = await run(chunk, count, ["--fields", "stats"]);
	const size = `${megabytes} MB in records of ${bytes / 1000} KB`.padEnd(36);
	console.log(`${size}${most.toFixed(0).padStart(5)} MB of memory at most, ${seconds.toFixed(0)} seconds`);
}
