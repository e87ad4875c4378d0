// @ts-check
//! Owns fetching all that the page may need, so that nothing is fetched once the door is closed. Only mammoth stays out
//! until a .docx is opened.

import { breathe } from "./pace.js";
import { warm } from "./remote.js";

/** One at a time, so that the page stays quick while they come. */
const PARTS = [
	warm,
	() => import("./intake.js"),
	() => import("./readable.js"),
	() => import("./markdown-intake.js"),
	() => import("./import.js"),
	() => import("./json.js"),
	() => import("./html-report.js"),
	() => import("./markdown.js"),
	() => import("./checklist.js"),
	() => import("./csv.js"),
	() => import("./web-annotation.js"),
	() => import("./claim-review.js"),
];

/** Settles when everything is here; what fails is asked for again when it is needed. */
export async function preload() {
	for (const part of PARTS) {
		await part().catch(() => {});
		await breathe();
	}
}
