// @ts-check
//! Owns the words of the interface in `es`.

/** @type {import("./words.js").Words} */
export const es = {};
