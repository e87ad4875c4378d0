// @ts-check
//! Owns building the command line: `dev`, which the tests have built already, for what scores or tries it, and `quick`,
//! without the long link that is worth a few percent, for what measures its speed.

import { join } from "node:path";
import { must, root, say } from "./command.js";

/**
 * @param {"dev" | "quick"} profile cargo's
 * @returns {Promise<string>} where it stands once it is built
 */
export async function commandLine(profile = "dev") {
	say("building the command line");
	// The packages that the tests are built with, so that what they share is compiled once.
	const packages = ["--workspace", "--exclude", "xtask", "--bin", "saidso"];
	const build = ["build", "--quiet", "--profile", profile, ...packages];
	await must("the command line could not be built", "cargo", build);
	return join(root, "target", profile === "dev" ? "debug" : profile, "saidso");
}
