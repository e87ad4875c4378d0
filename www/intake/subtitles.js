// @ts-check
//! Owns reading .srt and .vtt: the words of each speaker run on, and the time at which they begin stands before them.

/** @import { Block } from "../report/block.js" */
/** @import { Found } from "./found.js" */
/** @typedef {{ start: number, end: number, speaker: string, words: string, isTurn: boolean }} Caption times in seconds */
/** @typedef {{ start: number, end: number, speaker: string, words: string }} Turn */

const TIME = /(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})/;
const TIMES = new RegExp(`${TIME.source}\\s*-->\\s*${TIME.source}`);
/** A name in capitals before a colon, as in `MARA OKOYE: Good evening.` */
const CAPITALS = /^(?:-\s*)?(\p{Lu}[\p{Lu}\p{N} .’'-]{1,40}):\s+/u;
/** A pause this long, in seconds, begins a new paragraph. */
const PAUSE = 4;
/** A paragraph longer than this ends with its sentence. */
const LONG = 400;
/** @type {Record<string, string>} */
const SIGNS = { amp: "&", lt: "<", gt: ">", nbsp: " ", lrm: "", rlm: "" };

/**
 * @param {string} text
 * @returns {Found}
 */
export function fromSubtitles(text) {
	const captions = text
		.replace(/^\uFEFF/, "")
		.replace(/\r\n?/g, "\n")
		.split(/\n[ \t]*\n+/)
		.flatMap(captionIn);
	let out = "";
	/** @type {Block[]} */
	const blocks = [];
	const add = (/** @type {string} */ words, /** @type {Block["kind"]} */ kind) => {
		if (out) out += "\n";
		blocks.push({ start: out.length, end: out.length + words.length, kind });
		out += words;
	};
	for (const { start, speaker, words } of turns(captions)) {
		add(clock(start), "caption");
		add(speaker ? `${speaker}: ${words}` : words, "paragraph");
	}
	return { text: out, blocks };
}

/**
 * @param {string} part
 * @returns {Caption[]}
 */
function captionIn(part) {
	const lines = part.split("\n");
	const at = lines.findIndex((line) => TIMES.test(line));
	const times = TIMES.exec(lines[at] ?? "");
	if (!times) return [];
	const raw = lines.slice(at + 1).join("\n");
	const [, voice = ""] = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(raw) ?? [];
	const bare = raw
		.replace(/<[^>]*>|\{\\[^}]*\}/g, "")
		.replace(/&(\w+);/g, (whole, name) => SIGNS[name] ?? whole);
	const isTurn = /^\s*[-–—]\s*\S/u.test(bare);
	const [head = "", name = ""] = CAPITALS.exec(bare) ?? [];
	const words = bare
		.slice(head.length)
		.replace(/^\s*[-–—]\s*/u, "")
		.replace(/\s+/g, " ")
		.trim();
	const caption = { start: seconds(times.slice(1, 5)), end: seconds(times.slice(5, 9)), words, isTurn };
	return words ? [{ ...caption, speaker: (voice || titled(name)).trim() }] : [];
}

/**
 * Captions that run on as one paragraph.
 * @param {Caption[]} captions
 * @returns {Turn[]}
 */
function turns(captions) {
	/** @type {Turn[]} */
	const out = [];
	for (const one of captions) {
		const last = out.at(-1);
		const isEnd = last && last.words.length > LONG && /[.!?][”"’']?$/u.test(last.words);
		const isNew = one.isTurn || (one.speaker && one.speaker !== last?.speaker);
		if (!last || isEnd || isNew || one.start - last.end > PAUSE) out.push({ ...one });
		else Object.assign(last, { words: `${last.words} ${one.words}`, end: one.end });
	}
	return out;
}

/**
 * `MARA OKOYE` as `Mara Okoye`.
 * @param {string} name
 */
const titled = (name) =>
	name.toLowerCase().replace(/(^|[\s.’'-])(\p{L})/gu, (_, before, first) => before + first.toUpperCase());

/** @param {string[]} parts */
const seconds = ([hours = "0", minutes, rest, thousandths]) =>
	Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + Number(thousandths) / 1000;

/** @param {number} time */
function clock(time) {
	const two = (/** @type {number} */ value) => String(Math.floor(value)).padStart(2, "0");
	return `${two(time / 3600)}:${two((time / 60) % 60)}:${two(time % 60)}`;
}
