// @ts-check
//! Owns what comes in: clipboard, dropped and opened files, as text and blocks; never style, never script.

import { SaidSoError } from "../engine/error.js";
import { fromHtml, fromPage } from "./rich.js";

/** @import { Block } from "../report/block.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** @typedef {{ text: string, blocks?: Block[], report?: Report, view?: View }} Found */

/** Markup longer than this is taken as plain text, so that a paste is never a wait. */
const MUCH = 1_000_000;

/** @type {Record<string, (file: File) => Promise<Found>>} */
const READERS = {
	txt: async (file) => fromText(await file.text()),
	md: async (file) => (await import("./markdown.js")).fromMarkdown(await file.text()),
	markdown: async (file) => (await import("./markdown.js")).fromMarkdown(await file.text()),
	html: async (file) => fromPage(await file.text()),
	htm: async (file) => fromPage(await file.text()),
	json: async (file) => (await import("./import.js")).fromJSON(await file.text()),
	docx: async (file) => (await import("./docx.js")).fromDocx(await file.arrayBuffer()),
};

/**
 * What was pasted or dropped: a file, rich text, plain text, in this order.
 * @param {DataTransfer} data
 * @returns {Promise<Found | null>}
 */
export async function fromData(data) {
	const [file] = data.files;
	if (file) return fromFile(file);
	const plain = data.getData("text/plain");
	const rich = data.getData("text/html");
	if (rich && rich.length < MUCH) {
		const found = await fromHtml(rich);
		if (found.text) return found;
	}
	return plain ? fromText(plain) : null;
}

/**
 * @param {File} file
 * @returns {Promise<Found>}
 */
export async function fromFile(file) {
	const extension = file.name.toLowerCase().split(".").at(-1) ?? "";
	const read = READERS[extension] ?? (file.type === "text/plain" ? READERS.txt : undefined);
	if (!read || !Object.hasOwn(READERS, extension || "txt")) throw unsupported(file);
	try {
		return await read(file);
	} catch (cause) {
		throw cause instanceof SaidSoError ? cause : unsupported(file, cause);
	}
}

/** @param {string} text @returns {Found} */
const fromText = (text) => ({ text: text.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "") });

/**
 * @param {File} file
 * @param {unknown} [cause]
 */
const unsupported = (file, cause) =>
	new SaidSoError("unsupported-file", `cannot read ${file.name}`, { cause });
