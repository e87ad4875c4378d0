// @ts-check
//! Installs what is missing and builds the wasm package; uses nothing but Node itself, because it
//! runs before any package is there.

import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { main, must, output, root, run, Stop, say } from "./command.js";
import { hash, once } from "./stamp.js";

const WASM = "wasm32-unknown-unknown";

/** Node, npm's packages, Rust, its wasm target and the wasm package: all that the page needs. */
export async function setup() {
	node();
	await packages();
	const rust = compiler();
	await target();
	await wasm(rust);
}

function node() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new Stop(
		`Node 20.19 or newer is needed and this is ${process.versions.node}; get it from https://nodejs.org`,
	);
}

async function packages() {
	const inputs = hash(["package-lock.json", ".npmrc"], [process.version]);
	const products = ["node_modules/.package-lock.json"];
	await once({ stamp: "node_modules/.saidso", inputs, products }, async () => {
		say("installing the npm packages of package-lock.json");
		await must("npm ci failed; the lines above say why", "npm", ["ci", "--no-audit", "--no-fund"]);
	});
}

function compiler() {
	const version = output("cargo", "--version") && output("rustc", "--version");
	if (!version) throw new Stop("Rust is missing: cargo does not start; get it from https://rustup.rs");
	const wanted = /rust-version = "(.+)"/.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1] ?? "1";
	const [major, minor] = (/(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);
	const [needsMajor, needsMinor = 0] = wanted.split(".").map(Number);
	if (major > needsMajor || (major === needsMajor && minor >= needsMinor)) return version;
	throw new Stop(
		`Rust ${wanted} or newer is needed and this is ${version}; \`rustup update stable\` brings it`,
	);
}

async function target() {
	const lib = join(output("rustc", "--print", "sysroot") ?? "", "lib/rustlib", WASM);
	if (existsSync(lib)) return;
	if (!output("rustup", "--version"))
		throw new Stop(
			`Rust's ${WASM} target is missing, and so is rustup, which brings it; get it from https://rustup.rs`,
		);
	say(`adding Rust's ${WASM} target`);
	await must(`rustup could not add the ${WASM} target; the lines above say why`, "rustup", [
		"target",
		"add",
		WASM,
	]);
}

/** @param {string} rust the compiler's version */
async function wasm(rust) {
	const sources = [
		"Cargo.toml",
		"Cargo.lock",
		".cargo",
		"src",
		"xtask/Cargo.toml",
		"xtask/src",
		"package-lock.json",
	];
	const products = ["saidso.js", "saidso.d.ts", "saidso_bg.wasm"].map((name) => `www/pkg/${name}`);
	await once({ stamp: "target/stamps/wasm", inputs: hash(sources, [rust]), products }, async () => {
		say("building the wasm package (a few minutes the first time)");
		await must("the wasm package could not be built", "cargo", [
			"run",
			"--quiet",
			"-p",
			"xtask",
			"--",
			"wasm",
		]);
	});
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium, which only the tests need; apt brings one where there is none. */
export async function chromium() {
	const found = browser();
	if (found) return found;
	await apt("Chromium", "chromium");
	const installed = browser();
	if (!installed)
		throw new Stop("apt installed Chromium, but no chromium is on the PATH; name it in SAIDSO_CHROMIUM");
	return installed;
}

/**
 * Has apt bring what only the tests need.
 * @param {string} name
 * @param {string[]} packages
 */
export async function apt(name, ...packages) {
	say(`installing ${name} from apt, for the tests`);
	if (!output("apt-get", "--version"))
		throw new Stop(`${name} is missing, and so is apt, which would bring it; install it`);
	const root = process.getuid?.() === 0 ? [] : ["sudo"];
	const [program, ...args] = [...root, "apt-get"];
	await run(program, [...args, "update", "-q"]);
	await must(`apt could not install ${packages.join(" and ")}; the lines above say why`, program, [
		...args,
		"install",
		"-qy",
		...packages,
	]);
}

function browser() {
	if (process.env.SAIDSO_CHROMIUM) return process.env.SAIDSO_CHROMIUM;
	const folders = (process.env.PATH ?? "").split(delimiter);
	return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
		existsSync(path),
	);
}

if (process.argv[1] === import.meta.filename) await main(setup);
