// @ts-check
//! Owns opening a saved report: over the text in hand where that is the same article, a little changed; else with the
//! text it was saved with.

import { SaidSoError } from "../engine/error.js";
import { fromJSON } from "../intake/import.js";
import { movedPages } from "../report/pages.js";
import { brief } from "../report/quote.js";
import { reanchor } from "../report/reanchor.js";
import { note, offerBack, wanted, warn } from "./notice.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */

/** With this share of its marks found again a text is the same article. */
const SAME = 0.5;
/** So many of the marks that are lost are named. */
const FEW = 3;

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 * @param {File} file
 * @param {string} sample the text that nobody has chosen to read
 */
export async function openSaved(reader, say, file, sample) {
	try {
		const { text, report, view } = fromJSON(await file.text());
		const now = reader.value;
		const moved = now && now !== text && now !== sample ? reanchor(text, report, now) : null;
		const isSame =
			moved !== null && moved.found >= SAME * (moved.found + moved.lost.length) && moved.found > 0;
		const pages = isSame ? (reader.view.pages ?? movedPages(view.pages ?? [], text, now)) : view.pages;
		const before = wanted(reader);
		reader.open(isSame ? now : text, isSame ? moved.report : report);
		reader.view = { ...view, pages };
		offerBack(reader, say, before);
		if (!isSame) return;
		note(reader, say, "import.found", { n: moved.found });
		if (moved.lost.length)
			note(reader, say, "import.lost", { n: moved.lost.length, words: named(moved.lost) });
	} catch (error) {
		if (error instanceof SaidSoError) warn(reader, say, "error.bad-report");
		else throw error;
	}
}

/** @param {import("../report/reanchor.js").Lost[]} lost */
const named = (lost) =>
	lost
		.slice(0, FEW)
		.map(({ words }) => `“${brief(words, 60)}”`)
		.join(", ") + (lost.length > FEW ? " …" : "");
