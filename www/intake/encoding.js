// @ts-check
//! Owns turning the bytes of a text file into words: by its byte order mark, as UTF-8, as it declares itself, or by
//! the best guess, which is told to the reader as one.

/** Where a file of markup declares its encoding, in bytes. */
const HEAD = 4096;

/** What a file that says nothing may be written in, the likeliest first; its reader may choose another. */
export const GUESSES = Object.freeze(["windows-1252", "macintosh", "windows-1250", "windows-1251"]);

/** The signs that English is written with besides ASCII: where a guess is right there are more of them. */
const LIKELY = /[‘’“”–—…•£€éèêëáàâäçñöüï]/gu;

/** @typedef {{ text: string, encoding: string, isGuess: boolean }} Decoded */

/**
 * The words of a file; null where it holds none, as a picture does.
 * @param {ArrayBuffer} bytes
 * @param {{ isMarkup?: boolean, as?: string }} [options] whether it may declare its encoding, or the one to read it in
 * @returns {Decoded | null}
 */
export function decode(bytes, { isMarkup = false, as } = {}) {
	const read = (/** @type {string} */ encoding, isGuess = false) => ({
		text: new TextDecoder(encoding).decode(bytes),
		encoding,
		isGuess,
	});
	if (as) return read(as, true);
	const marked = markOf(new Uint8Array(bytes, 0, Math.min(3, bytes.byteLength)));
	if (marked) return read(marked);
	const declared = isMarkup ? declaredIn(bytes) : undefined;
	const text = strict(bytes, "utf-8");
	const isPlain = text !== null && text.length === bytes.byteLength;
	// Nothing but UTF-8 reads as UTF-8 by chance, whatever the page says of itself.
	if (text !== null && !text.includes("\0") && !(isPlain && declared))
		return { text, encoding: "utf-8", isGuess: false };
	if (declared && strict(bytes, declared) !== null) return read(declared);
	const wide = wideOf(new Uint8Array(bytes));
	if (wide) return read(wide);
	return new Uint8Array(bytes).includes(0) ? null : read(guess(bytes), true);
}

/** @param {Uint8Array} start */
function markOf([a, b, c]) {
	if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
	if (a === 0xff && b === 0xfe) return "utf-16le";
	if (a === 0xfe && b === 0xff) return "utf-16be";
}

/**
 * What the markup says of itself, where browsers know the name.
 * @param {ArrayBuffer} bytes
 */
function declaredIn(bytes) {
	const head = new TextDecoder("windows-1252").decode(bytes.slice(0, HEAD));
	const [, name] =
		/<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
		/^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i.exec(head) ??
		[];
	if (!name) return;
	try {
		const known = new TextDecoder(name).encoding;
		// Whoever could read this sentence is not in UTF-16: browsers take it for UTF-8, too.
		return known.startsWith("utf-16") ? "utf-8" : known;
	} catch {
		return;
	}
}

/**
 * @param {ArrayBuffer} bytes
 * @param {string} encoding
 */
function strict(bytes, encoding) {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/**
 * UTF-16 without a mark: every other byte of English is zero.
 * @param {Uint8Array} bytes
 */
function wideOf(bytes) {
	const zeros = [0, 0];
	for (const [at, byte] of bytes.subarray(0, HEAD).entries()) if (byte === 0) zeros[at % 2]++;
	const half = Math.min(HEAD, bytes.length) / 2;
	if (zeros[1] > half * 0.7 && zeros[0] < half * 0.1) return "utf-16le";
	if (zeros[0] > half * 0.7 && zeros[1] < half * 0.1) return "utf-16be";
}

/** @param {ArrayBuffer} bytes */
function guess(bytes) {
	const likely = (/** @type {string} */ encoding) =>
		new TextDecoder(encoding).decode(bytes).match(LIKELY)?.length ?? 0;
	return likely("macintosh") > likely("windows-1252") ? "macintosh" : "windows-1252";
}
