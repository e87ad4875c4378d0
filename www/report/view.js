// @ts-check
//! Owns what a reader has chosen to see: kinds, filters, the selection, what is hidden. It travels in share links and
//! saved reports; `view-shape.js` checks it there.

/**
 * @typedef {object} View
 * @property {string[]} [show] the kinds that are shown
 * @property {number} [minConfidence]
 * @property {boolean} [plain] whether the text is shown without marks
 * @property {boolean} [speechOnly] whether what is only believed or wished is left out
 * @property {string} [panel]
 * @property {string | null} [selected] the id of a finding
 * @property {string[]} [hidden] what "hide this one" and "hide this rule" remember
 */

export {};
