// @ts-check
//! Owns keeping article, settings and word lists through a reload, if the reader asks for it: in this tab only, until it
//! is closed.

import { SaidSoError } from "../engine/error.js";
import { toJSON } from "../export/json.js";
import { fromJSON } from "../intake/import.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Lexicon } from "../engine/engine.js" */
/** @typedef {{ theme: string, language: string }} Settings */
/** @typedef {Settings & { lexicons: readonly Lexicon[] }} Kept */

/** Under these names it lies in the tab's own store; without the settings nothing is kept. */
const SETTINGS = "saidso.settings";
const ARTICLE = "saidso.article";

/** Whether the reader has asked for it. */
export const isKept = () => sessionStorage.getItem(SETTINGS) !== null;

/**
 * Keeps what is there now.
 * @param {SaidSoElement} reader
 * @param {Settings} settings
 * @param {string} sample which need not be kept
 * @returns {boolean} whether there was room for it
 */
export function keep({ value, report, found, view, lexicons }, settings, sample) {
	const isOwn = value !== sample || view.corrections || view.remarks;
	const article = value && isOwn ? toJSON(value, report, { view, found }) : "";
	try {
		sessionStorage.setItem(SETTINGS, JSON.stringify({ ...settings, lexicons }));
		sessionStorage.setItem(ARTICLE, article);
		return true;
	} catch {
		sessionStorage.removeItem(ARTICLE);
		return false;
	}
}

/** Forgets all that was kept. */
export function forget() {
	for (const name of [SETTINGS, ARTICLE]) sessionStorage.removeItem(name);
}

/** The settings and word lists that were kept. @returns {Partial<Kept>} */
export function keptSettings() {
	try {
		return JSON.parse(sessionStorage.getItem(SETTINGS) ?? "{}");
	} catch {
		return {};
	}
}

/**
 * Shows the article that was kept.
 * @param {SaidSoElement} reader
 * @returns {boolean} whether there was one
 */
export function reopen(reader) {
	const json = sessionStorage.getItem(ARTICLE);
	if (!json) return false;
	try {
		const { text, report, view } = fromJSON(json);
		reader.open(text, report);
		reader.view = view;
		return true;
	} catch (error) {
		if (error instanceof SaidSoError) return false;
		throw error;
	}
}
