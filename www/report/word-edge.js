// @ts-check
//! Owns telling whether an offset stands inside a word; good for edges, never for cutting text into words.

/**
 * @param {string} text
 * @param {number} offset
 */
export const cutsWord = (text, offset) => /^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(offset - 1, offset + 1));
