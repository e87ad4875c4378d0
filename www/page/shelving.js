// @ts-check
//! Owns keeping the article in hand on the device while the reader wants that: what is edited stays one article, what is
//! new becomes another.

import { toJSON } from "../export/json.js";
import { fromJSON } from "../intake/import.js";
import { isSameArticle } from "../report/same-article.js";
import { get, headOf, last, list, put, putLast, putSettings, settings } from "./shelf.js";
import { isOf, printOf } from "./shelf-print.js";
import { isShelved } from "./shelf-switch.js";
import { titleOf } from "./title.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { View } from "../report/view.js" */
/** An article in hand; without an id where it is not known yet under which it is kept.
 * @typedef {{ id: string | null, text: string }} Kept */

/** How long the page must rest before something is written, in milliseconds. */
const REST = 400;

/** The article in hand. @type {Kept | null} */
let current = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Keeps the article in hand a moment later, unless it is the sample or nothing.
 * @param {SaidSoElement} reader
 * @param {string} sample
 * @param {boolean} [isEdited] whether it is the article before, changed by its reader
 */
export function shelve(reader, sample, isEdited) {
	clearTimeout(timer);
	if (!isShelved()) return;
	turn(reader.value, isEdited);
	timer = setTimeout(() => shelveNow(reader, sample), REST);
}

/**
 * Notes which article is in hand.
 * @param {string} text
 * @param {boolean} [isEdited]
 */
function turn(text, isEdited = false) {
	if (!text) return;
	if (current && (isEdited || isSameArticle(current.text, text))) current.text = text;
	else current = { id: null, text };
}

/**
 * @param {SaidSoElement} reader
 * @param {string} sample
 */
export async function shelveNow(reader, sample) {
	clearTimeout(timer);
	const { value: text, report, found, view, origin } = reader;
	const notes = view.remarks?.length ?? 0;
	const changes = (view.corrections?.length ?? 0) + notes;
	if (!isShelved() || !text || !report.engine.version || (text === sample && !changes)) return;
	turn(text);
	const one = /** @type {Kept} */ (current);
	const print = await printOf(text);
	one.id ??= await idOf(print);
	const title = titleOf(reader)?.replace(/ – saidso$/, "") ?? "";
	const at = await dayOf(one.id, text, view);
	const head = { id: one.id, title, at, sources: report.sources.length, changes, notes, print };
	await put(head, toJSON(text, report, { view, found, origin }));
	await putLast(one.id);
}

/**
 * When an article was changed: now, unless it has the words, corrections and notes with which it is kept.
 * @param {string} id
 * @param {string} text
 * @param {View} view
 */
async function dayOf(id, text, view) {
	const [head, json] = await Promise.all([headOf(id), get(id)]);
	if (!head || !json) return Date.now();
	const kept = JSON.parse(json);
	const made = (/** @type {View} */ { corrections = [], remarks = [] } = {}) =>
		JSON.stringify([corrections, remarks]);
	return kept.text === text && made(kept.view) === made(view) ? head.at : Date.now();
}

/**
 * The id of an article that was kept before with the same words, else a new one.
 * @param {string} print
 */
async function idOf(print) {
	for (const head of await list()) if (await isOf(head, print)) return head.id;
	return crypto.randomUUID();
}

/**
 * Shows an article that was kept.
 * @param {SaidSoElement} reader
 * @param {string} id
 * @returns {Promise<boolean>} whether it is there and can be read
 */
export async function unshelve(reader, id) {
	const json = await get(id);
	if (!json) return false;
	const { text, report, view } = fromJSON(json);
	current = { id, text };
	reader.open(text, report);
	reader.view = view;
	return true;
}

/**
 * Shows the article that was open last, else the one that was kept last.
 * @param {SaidSoElement} reader
 * @returns {Promise<boolean>}
 */
export async function unshelveLast(reader) {
	const id = await last();
	if (id && (await unshelve(reader, id))) return true;
	const [latest] = await list();
	return latest ? unshelve(reader, latest.id) : false;
}

/** Notes that the article in hand is kept no more, so that it would be kept anew. @param {string} [id] */
export function forgotten(id) {
	if (!id || current?.id === id) current = null;
}

/**
 * Keeps the settings and word lists.
 * @param {SaidSoElement} reader
 * @param {{ theme: string, language: string }} now
 */
export async function shelveSettings({ lexicons }, { theme, language }) {
	if (isShelved()) await putSettings({ theme, language, lexicons: [...lexicons] });
}

/** The settings and word lists that were kept. */
export const unshelveSettings = () => settings();
