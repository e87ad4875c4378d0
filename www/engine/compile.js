// @ts-check
//! Owns turning what a caller hands over into a compiled module, in a page, a worker and Node, and saying why it failed.

import { SaidSoError } from "./error.js";

/** @import { Address, WasmModule, WebResponse } from "./platform.js" */
/** @typedef {Address | string | WebResponse | ArrayBufferView | ArrayBuffer | WasmModule} WasmSource */

/**
 * @param {WasmSource} wasm
 * @returns {Promise<WasmModule>}
 */
export async function compile(wasm) {
	if (wasm instanceof WebAssembly.Module) return wasm;
	if (wasm instanceof Response) return compileResponse(wasm);
	if (typeof wasm !== "string" && !(wasm instanceof URL))
		return WebAssembly.compile(/** @type {BufferSource} */ (wasm));
	// Not relative to this module: bundlers take `new URL(…, import.meta.url)` for a file of the package.
	const url = new URL(wasm, globalThis.document?.baseURI ?? globalThis.location?.href);
	if (url.protocol !== "file:") return compileResponse(await fetch(url));
	const files = globalThis.process.getBuiltinModule("node:fs");
	return WebAssembly.compile(files.readFileSync(url));
}

/**
 * Compiles while the bytes come, where the server names their type; many do not, and it says nothing of the bytes.
 * @param {Response} response
 */
async function compileResponse(response) {
	if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
	const isNamed = response.headers.get("Content-Type")?.toLowerCase() === "application/wasm";
	if (isNamed && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
	return WebAssembly.compile(await response.arrayBuffer());
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
 * A policy that refuses, a file that does not compile and a failed download are told apart, because the reader can do
 * something else about each.
 * @param {unknown} cause
 */
function failure(cause) {
	if (!isAllowed())
		return new SaidSoError("wasm-blocked", "this page's policy does not allow WebAssembly", { cause });
	return cause instanceof WebAssembly.CompileError
		? new SaidSoError("wasm-compile", "the engine's wasm does not compile", { cause })
		: new SaidSoError("wasm-load", "the engine could not be loaded", { cause });
}

/** `\0asm`, version 1: the shortest module there is. */
const NOTHING = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether anything at all may be compiled here; browsers word a refusal each in their own way. */
export function isAllowed() {
	try {
		return new WebAssembly.Module(NOTHING) !== null;
	} catch {
		return false;
	}
}
