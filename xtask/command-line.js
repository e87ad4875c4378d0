// @ts-check
//! Owns building the command line for what measures or tries it: without the long link, which is worth a few percent.

import { must, say } from "./command.js";

/** Where it stands once it is built. */
export const SAIDSO = "target/quick/saidso";

export async function commandLine() {
	say("building the command line");
	const build = ["build", "--quiet", "--profile", "quick", "--bin", "saidso"];
	await must("the command line could not be built", "cargo", build);
}
