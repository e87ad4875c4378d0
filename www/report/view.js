// @ts-check
//! Owns what a reader has made of an article: kinds, filters, the selection, what is hidden, corrections, notes; and the
//! pages that the text came with. It travels in share links and saved reports; `view-shape.js` checks it there.

/** @import { Correction, Remark } from "./correction.js" */
/** @import { PageStart } from "./pages.js" */
/**
 * @typedef {object} View
 * @property {string[]} [show] the kinds that are shown
 * @property {number} [minConfidence]
 * @property {boolean} [plain] whether the text is shown without marks
 * @property {boolean} [speechOnly] whether what is only believed or wished is left out
 * @property {string} [panel]
 * @property {string | null} [selected] the id of a finding
 * @property {string[]} [hidden] what "hide this one" and "hide this rule" remember
 * @property {Correction[]} [corrections] in the order in which they were made
 * @property {Remark[]} [remarks] notes on marks and sentences, and what has become of claims
 * @property {PageStart[]} [pages] where each page of the file begins that the text came from
 */

export {};
