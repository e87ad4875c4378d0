// @ts-check
//! Owns an editor's notes in exports: each with the words it stands on and what has become of the claim.

import { brief, oneLine } from "../report/quote.js";
import { remarksOn } from "../report/remark.js";
import { find } from "../report/selector.js";
import { deskIn } from "../words/desk.js";

/** @import { Remark } from "../report/correction.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {{ id: string | null, about: string, said: string, status: Remark["status"] }} Line */

/**
 * The notes in text order; those whose words are gone come last.
 * @param {string} text
 * @param {Report} report
 * @param {{ view?: View, say: Say, language: string }} options
 * @returns {Line[]}
 */
export function remarkLines(text, report, { view, say, language }) {
	const remarks = view?.remarks ?? [];
	if (remarks.length === 0) return [];
	const ids = new Map([...remarksOn(text, report, remarks)].map(([id, one]) => [one, id]));
	const place = (/** @type {Remark} */ { at }) => find(text, at)?.start ?? Number.POSITIVE_INFINITY;
	const tell = deskIn(say, language);
	return remarks
		.toSorted((a, b) => place(a) - place(b))
		.map((one) => ({
			id: ids.get(one) ?? null,
			about: brief(oneLine(one.at.exact), 120),
			said: saidOf(one, tell),
			status: one.status,
		}));
}

/**
 * Status and words in one line.
 * @param {Remark} remark
 * @param {Say} tell
 */
const saidOf = ({ status, words }, tell) =>
	[status && tell(`desk.status.${status}`), oneLine(words)].filter(Boolean).join(": ");

/**
 * What the list of them is called.
 * @param {Say} say
 * @param {string} language
 */
export const remarksTitle = (say, language) => deskIn(say, language)("desk.notes.title");
