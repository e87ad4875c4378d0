// @ts-check
//! Owns turning what a caller hands over into a compiled module, in a page, a worker and Node, and saying why it failed.

import { SaidSoError } from "./error.js";

/** @typedef {URL | string | Response | BufferSource | WebAssembly.Module} WasmSource */

/**
 * @param {WasmSource} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(wasm) {
	if (wasm instanceof WebAssembly.Module) return wasm;
	if (wasm instanceof Response) return WebAssembly.compileStreaming(wasm);
	if (typeof wasm !== "string" && !(wasm instanceof URL)) return WebAssembly.compile(wasm);
	const url = new URL(wasm, import.meta.url);
	if (url.protocol !== "file:") return WebAssembly.compileStreaming(fetch(url));
	const files = globalThis.process.getBuiltinModule("node:fs");
	return WebAssembly.compile(files.readFileSync(url));
}

/**
 * Loads once; later calls wait for the first. A failed load may be tried again.
 * @template T
 * @param {(wasm: WasmSource | undefined) => Promise<T>} load
 * @returns {(options?: { wasm?: WasmSource | Promise<WasmSource> }) => Promise<T>} to call with where the wasm is, when it
 * is not beside the module
 */
export function once(load) {
	/** @type {Promise<T> | undefined} */
	let loading;
	return (options = {}) => {
		loading ??= Promise.resolve(options.wasm)
			.then(load)
			.catch((cause) => {
				loading = undefined;
				throw failure(cause);
			});
		return loading;
	};
}

/**
 * A refused policy is told apart from a failed download, because the reader can do something else about it.
 * @param {unknown} cause
 */
function failure(cause) {
	const blocked =
		cause instanceof WebAssembly.CompileError || /Content Security Policy|unsafe-eval/i.test(`${cause}`);
	return blocked
		? new SaidSoError("wasm-blocked", "this page's policy does not allow WebAssembly", { cause })
		: new SaidSoError("wasm-load", "the engine could not be loaded", { cause });
}
