// @ts-check
//! Owns refusing what is no wasm, before one is loaded.

import { chosen, isObject, isText } from "../engine/given.js";

/** @import { WasmSource } from "../engine/compile.js" */
/** @import { Wanted } from "../engine/given.js" */

/** @type {Readonly<Record<string, Wanted>>} */
const LOAD = Object.freeze({
	wasm: [
		"an address, a response, bytes, a module or a promise of one",
		(one) => isText(one) || isObject(one),
	],
});

/**
 * Makes a function that loads a wasm refuse what is none.
 * @template T
 * @param {(options: { wasm?: WasmSource | Promise<WasmSource> }) => Promise<T>} load
 */
export const loading =
	(load) =>
	/**
	 * Loads the wasm once.
	 * @param {{ wasm?: WasmSource | Promise<WasmSource> }} [options] where it is, when it is not beside the module
	 * @returns {Promise<T>}
	 * @throws {SaidSoError} `bad-argument`
	 */
	async (options) =>
		load(chosen(options, LOAD));
