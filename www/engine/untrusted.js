// @ts-check
//! Owns reading JSON that somebody else may have made: forbidden keys are refused, every field is checked, and
//! what is handed on is a fresh object with the known fields only.

import * as v from "valibot";

/** Keys that could reach the prototype of another object. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses and checks; throws an ordinary `Error` that names the first bad field.
 * @template {v.GenericSchema} S
 * @param {S} shape
 * @param {string} json
 * @returns {v.InferOutput<S>}
 */
export function readUntrusted(shape, json) {
	const result = v.safeParse(shape, JSON.parse(json, refuse), { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new Error(`${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
}

/**
 * @param {string} key
 * @param {unknown} value
 */
function refuse(key, value) {
	if (FORBIDDEN.has(key)) throw new Error(`the key ${key} is refused`);
	return value;
}
