// @ts-check
//! `npm run test:spark`: runs the Spark example on a cluster of this machine, kills one of its executors halfway, and
//! compares with the command line. Java comes from apt where it is missing, Python's packages go into target/.

import { join } from "node:path";
import { main, must, output, root, Stop, say } from "./command.js";
import { commandLine } from "./command-line.js";
import { apt } from "./setup.js";
import { hash, once } from "./stamp.js";

const VENV = "target/spark/venv";
const PYTHON = join(root, VENV, "bin/python");
const REQUIREMENTS = ["examples/spark/requirements.txt", "tests/spark/requirements.txt"];
const OLDEST_JAVA = 17;

async function java() {
	if (output("java", "--version") === undefined) await apt("Java", "default-jre-headless");
	const version = output("java", "--version") ?? "";
	if (Number(/\d+/.exec(version)?.[0]) < OLDEST_JAVA)
		throw new Stop(`Spark needs Java ${OLDEST_JAVA} or newer and this is ${version.split("\n")[0]}`);
}

async function environment() {
	// Debian has the module that makes environments in a package of its own.
	if (output("python3", "-c", "import ensurepip, venv") === undefined)
		await apt("Python's venv", "python3", "python3-venv");
	const inputs = hash(REQUIREMENTS, [output("python3", "--version") ?? ""]);
	await once({ stamp: `${VENV}/.saidso`, inputs, products: [`${VENV}/bin/pytest`] }, async () => {
		say("installing Spark and the other packages of tests/spark/requirements.txt into target/");
		const failed = "the virtual environment could not be made; the lines above say why";
		await must(failed, "python3", ["-m", "venv", "--clear", VENV]);
		const args = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS[1]];
		await must("pip failed; the lines above say why", PYTHON, args);
	});
}

await main(async () => {
	await java();
	await environment();
	const saidso = await commandLine();
	say("annotating 2,000 articles on two executors, of which one is killed (a minute or two)");
	const args = ["-B", "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "tests/spark"];
	const env = { SAIDSO: saidso };
	const test = [...args, ...process.argv.slice(2)];
	await must("tests of the Spark example failed", PYTHON, test, { env });
});
