// @ts-check
//! Owns the words of the interface in `de`.

/** @type {import("./words.js").Words} */
export const de = {};
