// @ts-check
//! Owns links that hold an article: `#d=` and the text with its view as JSON, deflated, in base64url. The part after
//! the `#` is never sent to a server.

import * as v from "valibot";
import { SaidSoError } from "../engine/error.js";
import { cut, MAX_BYTES, MAX_CHARS, MAX_LINK } from "../engine/limit.js";
import { readUntrusted } from "../engine/untrusted.js";
import { ViewShape } from "../report/view-shape.js";

/** @typedef {import("../report/view.js").View} View */
/**
 * @typedef {object} Shared
 * @property {string} text empty where the bookmarklet has sent the page instead
 * @property {View} view
 * @property {boolean} truncated
 * @property {string} [markup] the page in which the article stands, of others and not to be trusted
 */

const PREFIX = "#d=";

/** The sum is missing in links of the bookmarklet, which are opened as soon as they are made. */
const Payload = v.object({
	v: v.literal(1),
	text: v.optional(v.string(), ""),
	markup: v.optional(v.string()),
	view: v.optional(ViewShape, {}),
	sum: v.optional(v.number()),
});

/**
 * Whether a fragment claims to hold an article; what is no string holds none.
 * @param {string} fragment
 */
export const isShare = (fragment) => typeof fragment === "string" && /^#d(?:=|%3d)/i.test(fragment);

/**
 * The fragment that holds a text and how it is looked at.
 * @param {string} text
 * @param {View} [view]
 * @returns {Promise<string>} with its leading `#`
 */
export async function encodeShare(text, view = {}) {
	if (text.length > MAX_CHARS) throw tooLong(text.length);
	const json = JSON.stringify({ v: 1, text, view, sum: checksum(text) });
	const deflated = await collect(
		through(new TextEncoder().encode(json), new CompressionStream("deflate-raw")),
	);
	const fragment = PREFIX + toBase64Url(deflated);
	if (fragment.length > MAX_LINK) throw tooLong(fragment.length);
	return fragment;
}

/**
 * What a fragment holds; rejects with `bad-share` when it is damaged or cut, with `too-long` when it holds too much.
 * @param {string} fragment with or without its leading `#`
 * @returns {Promise<Shared>}
 */
export async function decodeShare(fragment) {
	const [, data] = /^#?d(?:=|%3d)([\w-]+)[.,;:!?)>\]'"]*$/i.exec(unbroken(fragment)) ?? [];
	if (!data) throw new SaidSoError("bad-share", "the link holds no article");
	if (data.length > MAX_LINK) throw tooLong(data.length);
	const { text, view, markup } = await open(data);
	const shared = { text: cut(text), view, truncated: text.length > MAX_CHARS };
	return markup === undefined ? shared : { ...shared, markup };
}

/**
 * A fragment without the blanks that mail programs put into it.
 * @param {string} fragment
 */
const unbroken = (fragment) => fragment.replace(/%20|%0d|%0a|\s/gi, "");

/**
 * @param {string} data
 * @returns {Promise<v.InferOutput<typeof Payload>>}
 */
async function open(data) {
	try {
		const inflated = await collect(through(fromBase64Url(data), new DecompressionStream("deflate-raw")));
		const payload = readUntrusted(Payload, new TextDecoder("utf-8", { fatal: true }).decode(inflated));
		const intact = payload.sum === undefined || payload.sum === checksum(payload.text);
		if (intact) return payload;
	} catch (cause) {
		if (cause instanceof SaidSoError) throw cause;
		throw new SaidSoError("bad-share", "the link is damaged or cut", { cause });
	}
	throw new SaidSoError("bad-share", "the link is damaged: its checksum is wrong");
}

/** @param {number} length */
const tooLong = (length) => new SaidSoError("too-long", `too long for a link: ${length}`);

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} change
 */
const through = (bytes, change) => new Blob([bytes]).stream().pipeThrough(change);

/**
 * All bytes of a stream; gives up as soon as there are more than are ever read.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 */
async function collect(stream) {
	const reader = stream.getReader();
	const parts = [];
	let length = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		length += part.value.length;
		if (length > MAX_BYTES) {
			await reader.cancel().catch(() => {});
			throw tooLong(length);
		}
		parts.push(part.value);
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * FNV-1a over UTF-16 units: deflate alone may turn a changed link into other words without complaint.
 * @param {string} text
 */
function checksum(text) {
	let sum = 0x811c9dc5;
	for (let offset = 0; offset < text.length; offset++)
		sum = Math.imul(sum ^ text.charCodeAt(offset), 0x01000193);
	return sum >>> 0;
}

/** @param {Uint8Array} bytes */
function toBase64Url(bytes) {
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} data */
const fromBase64Url = (data) =>
	Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
