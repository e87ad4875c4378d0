// @ts-check
//! `npm run test:python`: builds the Python module, installs it into a virtual environment in target/, and tests it
//! there beside the command line. `npm run wheel` builds what is published, into dist/.

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { main, must, output, root, say } from "./command.js";
import { commandLine } from "./command-line.js";
import { writeWheelLicences } from "./licences.js";
import { apt } from "./setup.js";
import { hash, once } from "./stamp.js";

const VENV = "target/python/venv";
const WHEELS = "target/python/wheels";
const BIN = join(root, VENV, "bin");

/**
 * The interpreter of the virtual environment, which has the module and its tests' tools.
 * @param {"dev" | "quick"} profile cargo's, for the module
 */
export async function python(profile = "dev") {
	await environment();
	await installed(profile);
	return join(BIN, "python");
}

async function environment() {
	// Debian has the module that makes environments in a package of its own.
	if (output("python3", "-c", "import ensurepip, venv") === undefined)
		await apt("Python's venv", "python3", "python3-venv");
	const version = output("python3", "--version") ?? "";
	const inputs = hash(["python/requirements.txt"], [version]);
	await once({ stamp: `${VENV}/.saidso`, inputs, products: [`${VENV}/bin/maturin`] }, async () => {
		say("installing the packages of python/requirements.txt into target/");
		const failed = "the virtual environment could not be made; the lines above say why";
		await must(failed, "python3", ["-m", "venv", "--clear", VENV]);
		await install("-r", "python/requirements.txt");
	});
}

/**
 * Has pip install into the environment; nothing is compiled, which would take long.
 * @param {string[]} what
 */
export async function install(...what) {
	const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"];
	await must("pip failed; the lines above say why", join(BIN, "python"), [...args, ...what]);
}

/** @param {string} profile */
async function installed(profile) {
	const own = ["Cargo.toml", "README.md", "pyproject.toml", "saidso.pyi", "src"].map(
		(name) => `python/${name}`,
	);
	const inputs = hash(
		["Cargo.toml", "Cargo.lock", ".cargo", "src", "xtask/licences.js", ...own],
		[output("rustc", "--version") ?? "", profile],
	);
	// Inside the environment, so that a new one gets the module anew.
	await once({ stamp: `${VENV}/.saidso-wheel`, inputs, products: [] }, async () => {
		say("building the Python module");
		rmSync(join(root, WHEELS), { recursive: true, force: true });
		await wheel(profile, WHEELS);
		const built = readdirSync(join(root, WHEELS)).map((name) => `${WHEELS}/${name}`);
		await install("--force-reinstall", "--no-deps", ...built);
	});
}

/**
 * @param {string} profile cargo's
 * @param {string} folder where the wheel goes
 */
async function wheel(profile, folder) {
	writeWheelLicences(join(root, "python"));
	const args = ["build", "--quiet", "--profile", profile, "-m", "python/Cargo.toml", "--out", folder];
	await must("the Python module could not be built", join(BIN, "maturin"), args);
}

async function test() {
	const interpreter = await python();
	await commandLine();
	const args = ["-B", "-m", "pytest", "-q", "python", ...process.argv.slice(2)];
	await must("tests of the Python module failed", interpreter, args);
}

async function publish() {
	await environment();
	await wheel("wheel", "dist/wheels");
}

if (process.argv[1] === import.meta.filename) await main(process.argv[2] === "--wheel" ? publish : test);
