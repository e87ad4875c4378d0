// @ts-check
//! Owns opening a saved report: over the text in hand where that is the same article, a little changed; else with the
//! text it was saved with.

import { SaidSoError } from "../engine/error.js";
import { fromJSON } from "../intake/import.js";
import { brief } from "../report/quote.js";
import { reanchor } from "../report/reanchor.js";

/** @import { SaidSoElement } from "../element/class.js" */

/** With this share of its marks found again a text is the same article. */
const SAME = 0.5;
/** So many of the marks that are lost are named. */
const FEW = 3;

/**
 * @param {SaidSoElement} reader
 * @param {File} file
 * @param {string} sample the text that nobody has chosen to read
 */
export async function openSaved(reader, file, sample) {
	try {
		const { text, report, view } = fromJSON(await file.text());
		const now = reader.value;
		const moved = now && now !== text && now !== sample ? reanchor(text, report, now) : null;
		const isSame =
			moved !== null && moved.found >= SAME * (moved.found + moved.lost.length) && moved.found > 0;
		reader.open(isSame ? now : text, isSame ? moved.report : report);
		reader.look(view);
		if (!isSame) return;
		reader.stage.tell("import.found", "note", { n: moved.found });
		if (moved.lost.length)
			reader.stage.tell("import.lost", "note", { n: moved.lost.length, words: named(moved.lost) });
	} catch (error) {
		if (error instanceof SaidSoError) reader.stage.tell("error.bad-report", "alert");
		else throw error;
	}
}

/** @param {import("../report/reanchor.js").Lost[]} lost */
const named = (lost) =>
	lost
		.slice(0, FEW)
		.map(({ words }) => `“${brief(words, 60)}”`)
		.join(", ") + (lost.length > FEW ? " …" : "");
