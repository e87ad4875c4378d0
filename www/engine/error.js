// @ts-check
//! Owns the one error type that callers of saidso meet; leaves the words shown to readers to the page.

/**
 * A stable code for programs; the message beside it is for people.
 * @typedef {"wasm-blocked" | "wasm-load" | "wasm-compile" | "too-long" | "aborted" | "engine-crash" | "bad-argument"
 *   | "bad-lexicon" | "bad-share" | "unsupported-file"} ErrorCode
 */

/** @import { Signal } from "./platform.js" */

/** @type {ReadonlySet<string>} */
const CODES = new Set([
	"wasm-blocked",
	"wasm-load",
	"wasm-compile",
	"too-long",
	"aborted",
	"engine-crash",
	"bad-argument",
	"bad-lexicon",
	"bad-share",
	"unsupported-file",
]);

/**
 * Whether a value, for example out of a message, is one of our codes.
 * @param {unknown} value
 * @returns {value is ErrorCode}
 */
export const isErrorCode = (value) => typeof value === "string" && CODES.has(value);

/** What every failing call of saidso rejects with. */
export class SaidSoError extends Error {
	/** @type {ErrorCode} */
	code;

	/**
	 * @param {ErrorCode} code
	 * @param {string} message lower case, names the offending value, no full stop
	 * @param {ErrorOptions} [options] the error underneath, as `cause`
	 */
	constructor(code, message, options) {
		super(message, options);
		this.name = "SaidSoError";
		this.code = code;
	}
}

/**
 * The error of a call with what it cannot take.
 * @param {string} message
 * @param {unknown} [cause]
 */
export const wrong = (message, cause) => new SaidSoError("bad-argument", message, { cause });

/**
 * The error of a call that was called off, whatever reason the signal carries.
 * @param {Signal} [signal]
 */
export const aborted = (signal) =>
	new SaidSoError("aborted", "the call was called off", { cause: signal?.reason });
