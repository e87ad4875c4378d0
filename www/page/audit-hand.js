// @ts-check
//! Owns the audit in hand and which article of it is on the desk: what is corrected there counts in the audit at once and is
//! there again when the article is opened anew. Who leaves the page is asked first where something of it would be lost.

import { revised } from "../audit/collection.js";
import { findings } from "../report/finding.js";
import { offerBack, wanted } from "./notice.js";
import { isShelved } from "./shelf-switch.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Article } from "../audit/articles.js" */
/** @import { Collection } from "../audit/collection.js" */
/** @import { Say } from "../words/words.js" */
/** An article that is, or was, on the desk; `first` is its text as it was opened.
 * @typedef {{ article: Article, text: string, first: string, isOpening: boolean, tell(): void }} Here */

/** What was done to the audit, and the audit without it. @typedef {{ words: string, back(now: Collection): Collection }} Step */
/** What was done by hand, to be compared. @typedef {{ own: string, changes: string }} Work */

/** The last audit, so that the way leads back to it. @type {Collection | null} */
let audit = null;
/** The article that was opened last, and the one before. @type {Here[]} */
let opened = [];
/** The reader's own article behind those of the audit, which can be brought back. */
let behind = "";
/** Which of them is on the desk. @type {Here | null} */
let here = null;
/** @type {WeakSet<SaidSoElement>} */
const followed = new WeakSet();

/** What was done to it, the last behind. @type {Step[]} */
let steps = [];

/** The audit that was taken off the page, which can be brought back. @type {{ audit: Collection, saved: Work, steps: Step[] } | null} */
let gone = null;
/** What was done by hand in the audit when it was last saved, or came from files. @type {Work} */
let saved = { own: "", changes: "" };

export const inHand = () => audit;
export const isGone = () => gone !== null;

/**
 * Takes an audit with what came from files and can come again.
 * @param {Collection} now
 */
export function putInHand(now) {
	const isSaved = !isUnsaved();
	audit = now;
	if (isSaved) noteSaved();
	addEventListener("beforeunload", ask);
}

/** Notes that all of the audit is in a file now. */
export function noteSaved() {
	saved = work();
}

/** Takes the audit off the page, or swaps it for the one that was taken off before. */
export function swap() {
	const now = audit && { audit, saved, steps };
	audit = gone?.audit ?? null;
	saved = gone?.saved ?? saved;
	steps = gone?.steps ?? [];
	gone = now;
}

/** Takes the audit off the page. */
export function takeAway() {
	gone = null;
	swap();
}

/** @param {Step} step */
export const noteStep = (step) => void steps.push(step);

/** Forgets a step that was taken back otherwise. @param {string} words */
export function forgetStep(words) {
	steps = steps.filter((step) => step.words !== words);
}

export const lastStep = () => steps.at(-1);

/** Takes the last step back; what was done since by other ways stays. */
export function stepBack() {
	const step = steps.pop();
	if (audit && step) putInHand(step.back(audit));
	return step;
}

/** @returns {Work} */
const work = () => ({
	own: JSON.stringify(audit?.own),
	changes: JSON.stringify(audit?.records.map(({ words, changes }) => [words, changes])),
});

/** Whether a reload would lose something: what is corrected is kept where the reader keeps articles on the device. */
function isUnsaved() {
	if (!audit) return false;
	const { own, changes } = work();
	return own !== saved.own || (changes !== saved.changes && !isShelved());
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
	if (isUnsaved()) event.preventDefault();
}

/**
 * Shows an article in the reader, at a statement, with the way back and what it replaced.
 * @param {number} number
 * @param {number | null} start
 * @param {{ reader: SaidSoElement, say: Say }} desk
 * @param {() => unknown} back
 */
export async function openArticle(number, start, { reader, say }, back) {
	const article = audit?.articles[number];
	if (!article) return;
	if (!followed.has(reader)) reader.addEventListener("said-so-report", (event) => follow(event, reader));
	followed.add(reader);
	const { text, blocks, report, view, pages = [] } = await article.read();
	if (!here) behind = wanted(reader);
	const way = { words: say("audit.back"), act: back };
	const tell = () => reader.notify(say("audit.from"), { code: "audit.from", actions: [way] });
	here = { article, text, first: text, isOpening: true, tell };
	opened = [here, ...opened].slice(0, 2);
	const one = here;
	try {
		// The audit has its articles; what is brought back is what was there before them.
		if (report) reader.open(text, report, { lent: true });
		else await reader.annotate(text, { blocks, lent: true });
	} catch {
		// The element has said what went wrong.
	}
	if (reader.value === text) {
		const own = { corrections: [], remarks: [], hidden: [], pages };
		reader.view = { ...reader.view, ...own, ...view, ...audit?.records[number].changes };
	}
	one.isOpening = false;
	if (reader.value !== text) return;
	tell();
	offerBack(reader, say, behind);
	const found = findings(reader.report).find(
		({ pieces, kind }) => kind !== "sentence" && pieces.some((piece) => piece.start === start),
	);
	if (found) reader.select(found.id);
}

/**
 * Notes whether an article of the audit is on the desk, and takes over what was changed in it.
 * @param {CustomEvent<{ edited: boolean }>} event
 * @param {SaidSoElement} reader
 */
function follow({ detail }, reader) {
	const { value } = reader;
	const same = opened.find(({ text }) => text === value);
	if (!same && !detail.edited) here = null;
	here = same ?? here;
	if (!here || here.isOpening) return;
	here.text = value;
	const one = here;
	// What was said above the article goes when it has been edited, and when it comes back.
	one.tell();
	// What a reader made of a text may be set over it once it is shown.
	setTimeout(() => one.text === reader.value && takeOver(one, reader));
}

/**
 * @param {Here} one
 * @param {SaidSoElement} reader
 */
function takeOver(one, { value: text, report, found, view, origin }) {
	const number = audit?.articles.indexOf(one.article) ?? -1;
	if (!audit || number < 0 || !report.engine.version) return;
	const isChanged = view.corrections || view.remarks || text !== one.first;
	if (!isChanged && !audit.records[number].changes) return;
	audit = revised(audit, number, { text, report, found, view, origin });
	one.article = /** @type {Article} */ (audit.articles[number]);
}
