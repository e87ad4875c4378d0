// @ts-check
//! Owns finding the sentence that an offset falls in.

import { first } from "./first.js";

/** @import { Report } from "../pkg/saidso.js" */

/**
 * The number of the last sentence that begins at or before the offset; -1 before the first.
 * @param {Report["sentences"]} sentences in text order
 * @param {number} offset
 */
export const sentenceAt = (sentences, offset) => first(sentences, ({ start }) => start > offset) - 1;
