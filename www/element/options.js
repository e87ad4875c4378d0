// @ts-check
//! Owns what the element's attributes come to.

import { CALM } from "../report/finding.js";
import { sayIn } from "../words/words.js";

/** @import { SyncOptions } from "../engine/engine.js" */
/** @import { Kind } from "../report/finding.js" */
/**
 * @typedef {object} Options what the attributes come to
 * @property {Set<Kind>} shown
 * @property {number} minConfidence
 * @property {SyncOptions} call what every annotation is asked for
 * @property {boolean} panel
 * @property {"auto" | "light" | "dark"} theme
 * @property {"off" | "brief" | "full"} announce
 * @property {string} label
 * @property {Element | null} target
 * @property {string} language
 * @property {import("../words/words.js").Say} say
 */

/** What holds until the attributes are read. @returns {Options} */
export const defaults = () => ({
	shown: new Set(CALM),
	minConfidence: 0,
	call: {},
	panel: true,
	theme: "auto",
	announce: "brief",
	label: "",
	target: null,
	language: "en",
	say: sayIn("en"),
});
