// @ts-check
//! Owns our own file format: a text, its report, what the reader chose to see and where the text is from, to be opened here
//! again.

/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */

/** The name of this format. */
export const BUNDLE = "saidso/bundle/1";

/**
 * A text and its report as one JSON document, with the reader's view where there is one.
 * @param {string} text
 * @param {Report} report
 * @param {{ view?: View, found?: Report, origin?: string }} [options] and the report as the engine made it, where the reader
 * corrected it: with it each correction can be taken back
 */
export const toJSON = (text, report, { view, found, origin } = {}) =>
	`${JSON.stringify({ schema: BUNDLE, text, report, found: found === report ? undefined : found, view, origin: origin || undefined })}\n`;
