// @ts-check
//! Owns how much is taken in from outside, so that a link or a file cannot fill the reader's memory.

import { cutsPair } from "./codepoint.js";

/** Inflated data is read up to here. */
export const MAX_BYTES = 8 * 1024 * 1024;

/** Saved reports are read up to here, in UTF-16 units; the longest text that is read fits with all its marks. */
export const MAX_FILE = 32 * 1024 * 1024;

/** Texts are read up to here, in UTF-16 units; the core stops at the same length. */
export const MAX_CHARS = 2_000_000;

/** Fragments are made and read up to here; Safari refuses addresses of 80,000 characters. */
export const MAX_LINK = 64_000;

/** So many entries a word list may have. */
export const MAX_ENTRIES = 2_000;

/** Messages between a site and its embed are sent and read up to here. */
export const MAX_MESSAGE = 4 * 1024 * 1024;

/**
 * As much of a text as is read; whole, where it is short enough.
 * @param {string} text
 */
export const cut = (text) => text.slice(0, cutsPair(text, MAX_CHARS) ? MAX_CHARS - 1 : MAX_CHARS);
