// @ts-check
//! Owns keeping the article in hand on the device while the reader wants that: what is edited stays one article, what is
//! new becomes another.

import { toJSON } from "../export/json.js";
import { fromJSON } from "../intake/import.js";
import { get, list, put, putSettings, settings } from "./shelf.js";
import { isShelved } from "./shelf-switch.js";
import { titleOf } from "./title.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @typedef {{ id: string, text: string }} Kept */

/** With this share of its letters the same, before and behind what changed, a text is the same article. */
const SAME = 0.5;
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
 */
export function shelve(reader, sample) {
	clearTimeout(timer);
	if (isShelved()) timer = setTimeout(() => shelveNow(reader, sample), REST);
}

/**
 * @param {SaidSoElement} reader
 * @param {string} sample
 */
export async function shelveNow(reader, sample) {
	clearTimeout(timer);
	const { value: text, report, found, view } = reader;
	const changes = (view.corrections?.length ?? 0) + (view.remarks?.length ?? 0);
	if (!isShelved() || !text || !report.engine.version || (text === sample && !changes)) return;
	current = { id: current && isSame(current.text, text) ? current.id : crypto.randomUUID(), text };
	const title = titleOf(reader)?.replace(/ – saidso$/, "") ?? "";
	const head = { id: current.id, title, at: Date.now(), sources: report.sources.length, changes };
	await put(head, toJSON(text, report, { view, found }));
}

/**
 * @param {string} before
 * @param {string} now
 */
function isSame(before, now) {
	const most = Math.min(before.length, now.length);
	let head = 0;
	while (head < most && before[head] === now[head]) head++;
	let tail = 0;
	while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
	return head + tail >= SAME * Math.max(before.length, now.length);
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
 * Shows the article that was kept last.
 * @param {SaidSoElement} reader
 * @returns {Promise<boolean>}
 */
export async function unshelveLast(reader) {
	const [last] = await list();
	return last ? unshelve(reader, last.id) : false;
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
