// @ts-check
//! Owns what comes in: clipboard, dropped and opened files, as text and blocks; never style, never script.

import { SaidSoError } from "../engine/error.js";
import { foreignKind, foreignWords } from "../words/foreign.js";
import { decode, GUESSES } from "./encoding.js";
import { bulleted } from "./list.js";
import { articleOf } from "./plain-page.js";
import { asked, fromPage, fromPaste } from "./rich.js";

/** @import { Brought } from "./brought.js" */
/** @import { Foreign } from "../words/foreign.js" */
/** @import { Found } from "./found.js" */

/** Markup longer than this is taken as plain text, so that a paste is never a wait. */
const MUCH = 4_000_000;
/** Of many files so many are offered by name. */
const MANY = 12;
/** What is opened, by the endings that people know. */
const OPENED = ".txt, .md, .html, .docx, .odt, .pdf, .rtf, .srt, .vtt";
/** Of many files that cannot be read so many are named. */
const FEW = 5;

/** @type {Record<string, (text: string) => Found | Promise<Found>>} */
const TEXTS = {
	txt: (text) => fromText(text),
	md: async (text) => (await import("./markdown.js")).fromMarkdown(text),
	html: (text) => fromPage(text),
	srt: async (text) => (await import("./subtitles.js")).fromSubtitles(text),
};

/** @type {Record<string, (file: File) => Promise<Found>>} */
const FILES = {
	json: async (file) => (await import("./import.js")).fromJSON(await file.text()),
	docx: async (file) => (await import("./docx.js")).fromDocx(await file.arrayBuffer()),
	pdf: async (file) => (await import("./pdf.js")).fromPdf(await file.arrayBuffer()),
	odt: async (file) => (await import("./odt.js")).fromOdt(await file.arrayBuffer()),
	rtf: async (file) => {
		const { fromRtf, letters } = await import("./rtf.js");
		return fromRtf(letters(await file.arrayBuffer()));
	},
};

/** @type {Record<string, string>} */
const SAME = { markdown: "md", htm: "html", xhtml: "html", text: "txt", vtt: "srt" };

/**
 * What was pasted or dropped: files that can be read, rich text, plain text, in this order.
 * @param {Brought} brought
 * @returns {Promise<Found | null>}
 */
export async function fromData({ files, plain, rich }) {
	const isText = plain.trim() !== "" || rich.trim() !== "";
	if (files.some(kindOf) || (files.length > 0 && !isText)) return fromFiles(files);
	if (rich && rich.length < MUCH && !isAddress(plain)) {
		const found = await fromPaste(rich);
		if (found.text) return found;
	}
	return plain ? fromText(plain) : null;
}

/**
 * Every one of some files; the first that can be read is shown, the others are offered, and those that cannot are named.
 * @param {File[]} files
 * @returns {Promise<Found>}
 */
async function fromFiles(files) {
	/** @type {{ name: string, found: Found }[]} */
	const read = [];
	/** @type {Refused[]} */
	const refused = [];
	for (const file of files) {
		const { name } = file;
		const found = await fromFile(file).catch((error) => ({ text: "", ...faultOf(name, error) }));
		if (found.text.trim() && !found.fault) read.push({ name, found });
		else refused.push({ name, fault: "intake.blank", ...found });
	}
	if (read.length === 0) return { text: "", ...refusal(refused) };
	const first = among(read, 0);
	if (!refused.length) return first;
	const { fault: key, values } = refusal(refused);
	return { ...first, offers: [...(first.offers ?? []), { key, values, choices: [] }] };
}

/** A file that cannot be read, the key of why, or that in words, and of which kind those are.
 * @typedef {{ name: string, fault: string, kind?: Foreign }} Refused */

/**
 * What is told of files that cannot be read: of one why, of several their names and, once for each kind, what to do.
 * @param {Refused[]} refused
 */
function refusal(refused) {
	const [{ fault }] = refused;
	const kinds = refused.map(({ kind }) => kind);
	const advice = refused.filter(({ kind }, at) => kind && kinds.indexOf(kind) === at);
	const names = refused.slice(0, FEW).map(({ name }) => name);
	const values = {
		names: names.join(", ") + (names.length < refused.length ? ` … (${refused.length})` : ""),
		kinds: OPENED,
		advice: advice.map((one) => ` ${one.fault}`).join(""),
	};
	const isAlike = fault === "intake.blank" && refused.every((one) => one.fault === fault);
	return { fault: refused.length === 1 || isAlike ? fault : "intake.unread", values };
}

/**
 * @param {string} name
 * @param {unknown} error
 * @returns {Omit<Refused, "name">}
 */
function faultOf(name, error) {
	const { message, cause } = /** @type {Error} */ (error);
	if (/** @type {SaidSoError} */ (error).code === "too-long") return { fault: "error.too-long" };
	if (message.includes("pictures of pages")) return foreign(name, "scan");
	if (message.includes("report")) return foreign(name, "report");
	// A bundle may leave out what reads the file (`xtask/one-file.js`).
	const isKnown = cause instanceof Error && !cause.message.includes("is not in this file");
	return isKnown ? foreign(name, "damaged") : { fault: "intake.unread" };
}

/**
 * What to do with a file of some kind is said in whole words, which the element does not hold.
 * @param {string} name
 * @param {Foreign} kind
 */
const foreign = (name, kind) => ({ fault: foreignWords(name, kind), kind });

/**
 * @param {{ name: string, found: Found }[]} read
 * @param {number} at
 * @returns {Found}
 */
function among(read, at) {
	const { name, found } = read[at];
	if (read.length === 1) return found;
	const others = [...read.keys()].filter((one) => one !== at).slice(0, MANY);
	const choices = others.map((one) => ({
		key: "intake.open",
		values: { name: read[one].name },
		take: async () => among(read, one),
	}));
	const offer = { key: "intake.files", values: { n: read.length, name }, choices };
	return { ...found, offers: [...(found.offers ?? []), offer] };
}

/**
 * @param {File} file
 * @param {string} [encoding] to read it in, where the reader knows better
 * @returns {Promise<Found>}
 */
export async function fromFile(file, encoding) {
	const kind = kindOf(file);
	const other = foreignKind(file.name);
	if (!kind && other) return { text: "", ...foreign(file.name, other) };
	if (!kind) throw unsupported(file);
	try {
		const found = FILES[kind] ? await FILES[kind](file) : await decoded(file, kind, encoding);
		return { ...found, origin: found.origin ?? file.name };
	} catch (cause) {
		throw cause instanceof SaidSoError ? cause : unsupported(file, cause);
	}
}

/**
 * @param {File} file
 * @param {string} kind
 * @param {string} [as]
 * @returns {Promise<Found>}
 */
async function decoded(file, kind, as) {
	const read = decode(await file.arrayBuffer(), { isMarkup: kind === "html", as });
	if (!read) throw unsupported(file);
	const found = await TEXTS[kind](read.text);
	if (!read.isGuess) return found;
	const choices = GUESSES.filter((name) => name !== read.encoding).map((name) => ({
		key: "intake.encoding.as",
		values: { name },
		take: () => fromFile(file, name),
	}));
	const offer = { key: "intake.encoding", values: { name: read.encoding }, choices };
	return { ...found, offers: [...(found.offers ?? []), offer] };
}

/**
 * What a file is read as; nothing where it cannot be.
 * @param {File} file
 */
function kindOf({ name, type }) {
	const extension = name.toLowerCase().split(".").at(-1) ?? "";
	const kind = Object.hasOwn(SAME, extension) ? SAME[extension] : extension;
	if (Object.hasOwn(TEXTS, kind) || Object.hasOwn(FILES, kind)) return kind;
	return { "text/plain": "txt", "text/html": "html" }[type];
}

/** @param {string} text @returns {Found} */
export function fromText(text) {
	const words = bulleted(text.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, ""));
	if (isAddress(words)) return { text: words, fault: "error.only-address" };
	const article = articleOf(words);
	return article ? asked({ text: words }, { text: article }) : { text: words };
}

/**
 * Whether a text is nothing but an address of the web.
 * @param {string} text
 */
const isAddress = (text) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(text.trim());

/**
 * @param {File} file
 * @param {unknown} [cause]
 */
const unsupported = (file, cause) =>
	new SaidSoError("unsupported-file", `cannot read ${file.name}`, { cause });
