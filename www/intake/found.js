// @ts-check
//! Owns the shape of what was read, with what its reader is told of it and may choose instead.

/** @import { Block } from "../report/block.js" */
/** @import { PageStart } from "../report/pages.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/**
 * @typedef {object} Found
 * @property {string} text
 * @property {Block[]} [blocks]
 * @property {PageStart[]} [pages] where each of its pages begins, where it has some
 * @property {Report} [report] where it was saved with one
 * @property {View} [view]
 * @property {string} [origin] where it comes from: an address, else the name of a file
 * @property {import("./meta.js").PageMeta} [meta] what a page says of it
 * @property {string} [fault] the key of what is wrong with it, or that in words; then there is nothing to show
 * @property {Values} [values] what stands in those words
 * @property {Offer[]} [offers] what the reader is told about how it was read, and may choose instead
 */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {{ key: string, values?: Values, choices: Choice[] }} Offer */
/** @typedef {{ key: string, values?: Values, take(): Promise<Found> }} Choice */

export {};
