// @ts-check
//! Owns the words of the interface in `fr`.

/** @type {import("./words.js").Words} */
export const fr = {};
