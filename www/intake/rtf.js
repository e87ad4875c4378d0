// @ts-check
//! Owns reading .rtf: its words and paragraphs; fonts, colours, pictures, notes and all else are left out.

/** @import { Found } from "./found.js" */
/** @typedef {{ isSkipped: boolean, after: number }} State whether a group is no text, and how many signs stand in for a letter */

const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)/gi;

/** Groups that hold no words of the text. */
const SKIPPED =
	/^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|footnote|annotation|themedata|datastore|latentstyles|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|fldinst|nonshppict|bkmkstart|bkmkend)$/;

/** Words that are signs. @type {Record<string, string>} */
const SIGNS = {
	par: "\n",
	sect: "\n",
	page: "\n",
	row: "\n",
	line: " ",
	tab: "\t",
	cell: "\t",
	emdash: "—",
	endash: "–",
	lquote: "‘",
	rquote: "’",
	ldblquote: "“",
	rdblquote: "”",
	bullet: "•",
	"~": "\u00a0",
	_: "‑",
	"-": "",
	"\\": "\\",
	"{": "{",
	"}": "}",
	"\n": "\n",
};

/**
 * @param {string} rtf with one letter for each byte of the file
 * @returns {Found}
 */
export function fromRtf(rtf) {
	/** @type {State[]} */
	const stack = [{ isSkipped: false, after: 1 }];
	let decoder = new TextDecoder("windows-1252");
	let out = "";
	let skip = 0;
	const write = (/** @type {string} */ words) => {
		if (!stack[stack.length - 1].isSkipped) out += words;
	};
	for (const [, word, number, byte, sign, brace, plain] of rtf.matchAll(TOKEN)) {
		const state = stack[stack.length - 1];
		if (brace === "{") stack.push({ ...state });
		else if (brace) stack.length > 1 && stack.pop();
		else if (byte) skip > 0 ? skip-- : write(decoder.decode(Uint8Array.of(Number.parseInt(byte, 16))));
		else if (sign === "*" || SKIPPED.test(word ?? "")) state.isSkipped = true;
		else if (word === "ansicpg") decoder = decoderFor(Number(number)) ?? decoder;
		else if (word === "uc") state.after = Number(number);
		else if (word === "u") {
			write(String.fromCharCode((Number(number) + 0x10000) % 0x10000));
			skip = state.after;
		} else if (word ?? sign) write(SIGNS[word ?? sign] ?? "");
		else if (plain) {
			const words = plain.replace(/[\r\n]/g, "");
			write(words.slice(skip));
			skip = Math.max(0, skip - words.length);
		}
	}
	const lines = out.split("\n").map((line) => line.replace(/[ \t]+/g, " ").trim());
	return { text: lines.filter(Boolean).join("\n\n") };
}

/** @param {number} page of codes, as Windows counts them */
function decoderFor(page) {
	try {
		return new TextDecoder(page === 10000 ? "macintosh" : `windows-${page}`);
	} catch {
		return undefined;
	}
}

/**
 * The bytes of a file as letters of the same numbers.
 * @param {ArrayBuffer} bytes
 */
export const letters = (bytes) => new TextDecoder("latin1").decode(bytes);
