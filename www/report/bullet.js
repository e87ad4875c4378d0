// @ts-check
//! Owns the signs that a list item may bring along in its own words, so that it gets no second one.

const SIGN = /^\s*(?:[•·▪◦‣●○■–—*-]|\(?\d{1,3}[.)])[\s\u00a0]+/u;

/**
 * The sign that the words of a list item begin with, with the blanks after it.
 * @param {string} words
 */
export const bulletOf = (words) => SIGN.exec(words)?.[0] ?? "";
