// @ts-check
//! `npm run test:hosts`: packs the package, builds each host of `tests/hosts/hosts.js` with it in a folder of its own, and
//! looks at it in Chromium: what is painted, what the list says, and whether a long text finds its worker. Words after
//! `--` pick hosts by name; `--short` those that every run of the tests has.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { chromium as browsers } from "@playwright/test";
import { HOSTS } from "../tests/hosts/hosts.js";
import { main, output, Stop } from "./command.js";
import { chromium } from "./setup.js";

/** @import { Browser } from "@playwright/test" */
/** @import { Host } from "../tests/hosts/hosts.js" */
/** @typedef {{ name: string, result: string, worker: string, ok: boolean }} Seen */

const FOLDER = join(tmpdir(), "saidso-hosts");
/** @type {Record<string, string>} */
const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".css": "text/css",
	".wasm": "application/wasm",
};

/** The package as npm would publish it. */
function pack() {
	mkdirSync(FOLDER, { recursive: true });
	const packed = output("npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", FOLDER);
	if (!packed) throw new Stop("npm pack failed; `npm run package` says more");
	return join(FOLDER, packed.split("\n").pop() ?? "");
}

/**
 * Writes a host's files and installs what it needs; its packages stay from run to run, ours never does.
 * @param {Host} host
 * @param {string} tarball
 * @param {string} elsewhere another origin that has the package
 */
function lay({ name, files, packages = {}, settings }, tarball, elsewhere) {
	const key = JSON.stringify(packages).replace(/\W+/g, "_").slice(0, 80);
	const folder = join(FOLDER, `${name.replace(/\W+/g, "-").toLowerCase()}-${key}`);
	mkdirSync(folder, { recursive: true });
	const dependencies = { ...packages };
	const own = { name: "host", private: true, type: "module", dependencies, ...settings };
	writeFileSync(join(folder, "package.json"), JSON.stringify(own, null, "\t"));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(folder, dirname(path)), { recursive: true });
		writeFileSync(join(folder, path), text.replaceAll("ELSEWHERE", elsewhere));
	}
	const stamp = join(folder, "node_modules/.installed");
	if (Object.keys(packages).length && !existsSync(stamp)) {
		must(folder, "npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]);
		writeFileSync(stamp, "");
	}
	const place = join(folder, "node_modules/saidso");
	rmSync(place, { recursive: true, force: true });
	for (const cache of [".vite", ".cache", ".astro"])
		rmSync(join(folder, "node_modules", cache), { recursive: true, force: true });
	for (const made of [".next", ".svelte-kit", "out", "dist", "build"])
		rmSync(join(folder, made), { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	must(folder, "tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
	return folder;
}

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1", CI: "1" };
/** @param {string} folder @param {string} name */
const program = (folder, name) => {
	const path = join(folder, "node_modules/.bin", name);
	return existsSync(path) ? path : name;
};

/**
 * @param {string} folder
 * @param {string} name
 * @param {string[]} args
 */
function must(folder, name, args) {
	const { status, stdout, stderr } = spawnSync(program(folder, name), args, {
		cwd: folder,
		encoding: "utf8",
		env,
	});
	if (status !== 0)
		throw new Error(`${name} ${args.join(" ")}: ${`${stdout}\n${stderr}`.trim().slice(-1500)}`);
}

/**
 * Serves a folder; from anywhere, as a network of copies does.
 * @param {string} folder
 * @returns {Promise<{ url: string, stop(): unknown }>}
 */
function serve(folder) {
	const server = createServer(({ url = "/" }, response) => {
		const path = decodeURIComponent(new URL(url, "http://host").pathname);
		const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
		response.setHeader("Access-Control-Allow-Origin", "*");
		if (!existsSync(file)) return response.writeHead(404).end();
		response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
		response.end(readFileSync(file));
	});
	return new Promise((settle) =>
		server.listen(0, "127.0.0.1", () => {
			const address = /** @type {import("node:net").AddressInfo} */ (server.address());
			settle({ url: `http://127.0.0.1:${address.port}`, stop: () => server.close() });
		}),
	);
}

/**
 * Starts a host's own server.
 * @param {string} folder
 * @param {string[]} command
 */
async function launch(folder, [name, ...args]) {
	const { url, stop } = await serve(folder);
	await stop();
	const { port } = new URL(url);
	const child = spawn(
		program(folder, name),
		args.map((arg) => arg.replace("PORT", port)),
		{
			cwd: folder,
			env: { ...env, CI: "" },
			stdio: "ignore",
			detached: true,
		},
	);
	const end = () => child.pid && process.kill(-child.pid);
	for (let tries = 0; tries < 240; tries++) {
		for (const host of ["localhost", "127.0.0.1"])
			if (
				await fetch(`http://${host}:${port}/`).then(
					({ ok }) => ok,
					() => false,
				)
			)
				return { url: `http://${host}:${port}`, stop: end };
		await wait(250);
	}
	end();
	throw new Error(`${name} ${args.join(" ")} did not answer`);
}

/**
 * Looks at a host as its reader does.
 * @param {Browser} browser
 * @param {string} url
 * @param {Host} host
 * @returns {Promise<string>} how the long text was annotated
 */
async function look(browser, url, { isPlain, hasNoise }) {
	const page = await browser.newPage();
	/** @type {string[]} */
	const problems = [];
	page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
	page.on("pageerror", (error) => problems.push(String(error)));
	try {
		await page.goto(url);
		await page.waitForFunction(seesMarks, null, { timeout: 30_000 }).catch(() => {
			throw new Error(`nothing is marked; ${problems.join("; ")}`);
		});
		const found = isPlain ? "" : await page.evaluate(annotateBoth);
		const worker = isPlain ? "" : page.workers().length ? "worker" : "page's thread";
		if (found) throw new Error(found);
		const bad = problems.filter((words) => !(hasNoise && words.startsWith("Failed to load resource")));
		if (bad.length) throw new Error(bad.join("; "));
		return worker;
	} finally {
		await page.close();
	}
}

/** In the page: whether words of the article are painted and the list has who said them. */
function seesMarks() {
	const root = document.querySelector("said-so")?.shadowRoot;
	const names = [...(root?.querySelectorAll(".card h3") ?? [])].map((one) => one.firstChild?.textContent);
	const painted = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
	const words = painted.map((one) =>
		String(one.startContainer.textContent).slice(one.startOffset, one.endOffset),
	);
	return names.includes("Ana Brook") && words.includes("Mayor Ana Brook") && words.includes("said");
}

/** In the page: what is wrong with the functions, if anything. */
async function annotateBoth() {
	const { annotate, remote } = /** @type {any} */ (window).saidso;
	const { sources } = await annotate("Ray Hale said nothing had been checked.");
	if (sources[0]?.name !== "Ray Hale") return "annotate found nobody";
	const long = "Ray Hale said nothing had been checked. ".repeat(2_000);
	const { attributions } = await remote(long);
	return attributions.length < 1_000 ? `a long text has ${attributions.length} attributions` : "";
}

/**
 * @param {Host} host
 * @param {string} tarball
 * @param {string} elsewhere
 * @param {Browser} browser
 * @returns {Promise<Seen>}
 */
async function tryOut(host, tarball, elsewhere, browser) {
	const { name, build = [], serve: served = ".", start } = host;
	try {
		const folder = lay(host, tarball, elsewhere);
		for (const [program, ...args] of build) must(folder, program, args);
		const { url, stop } = await (start ? launch(folder, start) : serve(join(folder, served)));
		try {
			return { name, result: "marks", worker: await look(browser, url, host), ok: true };
		} finally {
			stop();
		}
	} catch (error) {
		return { name, result: String(error), worker: "", ok: false };
	}
}

/**
 * Tries the hosts one after the other.
 * @param {(host: Host) => boolean} isWanted
 */
export async function hosts(isWanted) {
	const tarball = pack();
	const copy = lay({ name: "elsewhere", files: {} }, tarball, "");
	const elsewhere = await serve(copy);
	const browser = await browsers.launch({ executablePath: await chromium(), args: ["--no-sandbox"] });
	const failed = [];
	for (const host of HOSTS.filter(isWanted)) {
		const { name, result, worker, ok } = await tryOut(host, tarball, elsewhere.url, browser);
		console.log(`${ok ? "✔" : "✘"} ${name.padEnd(34)} ${result} ${worker && `(long text: ${worker})`}`);
		if (!ok) failed.push(name);
	}
	await browser.close();
	elsewhere.stop();
	if (failed.length) throw new Stop(`nothing is marked in: ${failed.join("; ")}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const words = process.argv.slice(2);
	const isShort = words.includes("--short");
	const names = words.filter((word) => !word.startsWith("--")).map((word) => word.toLowerCase());
	await main(() =>
		hosts(
			(host) =>
				(!isShort || host.isShort === true) &&
				(names.length === 0 || names.some((name) => host.name.toLowerCase().includes(name))),
		),
	);
}
