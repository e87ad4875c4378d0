// @ts-check
//! Owns on which page of its file some words stand, where the text came with pages: each page is kept by where it begins,
//! and stays with its words when the text is edited.

import { first } from "./first.js";

/** @typedef {{ page: number, start: number }} PageStart a page, from 1, and where in the text it begins, in UTF-16 */
/** @typedef {{ words: string, places: number[] }} Letters a text without blanks, and where in it each unit stood */

/** So many letters in a row tell a place. */
const TELLING = 16;
/** So many letters on, the next are tried. */
const STEP = 4;
/** So far into a page they are looked for. */
const FAR = 600;

/**
 * The page on which an offset stands; nothing where there are no pages.
 * @param {readonly PageStart[] | undefined} pages in text order
 * @param {number} offset
 * @returns {number | null}
 */
export function pageAt(pages, offset) {
	if (!pages?.length) return null;
	const next = first(pages, ({ start }) => start > offset);
	return pages[Math.max(0, next - 1)].page;
}

/**
 * Where the pages begin in a text that was edited. What was written between two pages stands on the first; a page whose
 * first words are gone begins where the next of its words are found.
 * @param {readonly PageStart[]} pages
 * @param {string} before
 * @param {string} after
 * @returns {PageStart[]}
 */
export function movedPages(pages, before, after) {
	if (pages.length === 0 || before === after) return [...pages];
	const [old, now] = [letters(before), letters(after)];
	const starts = pages.map(({ start }) => first(old.places, (place) => place >= start));
	const moved = movedStarts(starts, old.words, now.words);
	return pages.map(({ page }, number) => ({ page, start: now.places[moved[number]] ?? after.length }));
}

/**
 * The same by letters: what stands before and behind all that changed moves along, the rest is looked for.
 * @param {number[]} starts
 * @param {string} old
 * @param {string} now
 */
function movedStarts(starts, old, now) {
	const head = sameStart(old, now);
	const tail = sameEnd(old, now, head);
	const end = now.length - tail;
	let least = head;
	const found = starts.map((start, number) => {
		if (start < head) return start;
		if (start >= old.length - tail) return start - old.length + now.length;
		const next = starts[number + 1] ?? old.length;
		const place = sought(old.slice(start, next), now, { least, end });
		if (place !== null) least = place;
		// What is left of it stands behind all that changed.
		return place ?? (next > old.length - tail ? end : null);
	});
	return found.map((place, number) => place ?? found.slice(number).find((one) => one !== null) ?? end);
}

/**
 * Where the letters of a page begin between two places, told by the first of them that are still there.
 * @param {string} page
 * @param {string} now
 * @param {{ least: number, end: number }} between
 * @returns {number | null}
 */
function sought(page, now, { least, end }) {
	for (let at = 0; at < Math.min(FAR, page.length); at += STEP) {
		const place = now.indexOf(page.slice(at, at + TELLING), least);
		if (place >= 0 && place <= end) return Math.max(least, place - at);
	}
	return null;
}

/** @param {string} text @returns {Letters} */
function letters(text) {
	const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
	return { words: text.replace(/\s+/g, ""), places };
}

/**
 * @param {string} a
 * @param {string} b
 */
function sameStart(a, b) {
	let at = 0;
	while (at < a.length && at < b.length && a[at] === b[at]) at++;
	return at;
}

/**
 * @param {string} a
 * @param {string} b
 * @param {number} head what is the same at the start
 */
function sameEnd(a, b, head) {
	const most = Math.min(a.length, b.length) - head;
	let n = 0;
	while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
	return n;
}
