// @ts-check
//! Owns fetching all that the page may need, so that nothing is fetched once the door is closed. Only mammoth and jszip
//! stay out until a .docx or .zip is opened.

import { breathe } from "../engine/pace.js";
import { warm } from "../engine/remote.js";

/** One at a time, so that the page stays quick while they come. */
const PARTS = [
	warm,
	() => import("../intake/intake.js"),
	() => import("../intake/readable.js"),
	() => import("../intake/markdown.js"),
	() => import("../intake/import.js"),
	() => import("../export/export.js"),
	() => import("../export/json.js"),
	() => import("../export/html-report.js"),
	() => import("../export/markdown.js"),
	() => import("../export/checklist.js"),
	() => import("../export/csv.js"),
	() => import("../export/web-annotation.js"),
	() => import("../export/claim-review.js"),
	() => import("../export/corrections.js"),
	() => import("./help.js"),
	() => import("./export-dialog.js"),
	() => import("./saved.js"),
	() => import("./word-dialog.js"),
	() => import("./compare-dialog.js"),
	() => import("./audit-dialog.js"),
	() => import("./shelf-dialog.js"),
];

/** Settles when everything is here; what fails is asked for again when it is needed. */
export async function preload() {
	for (const part of PARTS) {
		await part().catch(() => {});
		await breathe();
	}
}
