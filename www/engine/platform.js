// @ts-check
//! Owns the names of what a browser or Node brings along: the platform's own type where a program's `lib` or `types` have
//! it, and else what little is asked of it, so that the package's types need neither the DOM nor Node.

/**
 * @template {string} Name of a class of the platform
 * @template Else
 * @typedef {typeof globalThis extends { [name in Name]: { prototype: infer Own } } ? Own : Else} Platform
 */
/**
 * @typedef {object} BareSignal
 * @property {boolean} aborted
 * @property {unknown} [reason]
 * @property {(type: "abort", listener: () => void, options?: { once?: boolean }) => void} addEventListener
 * @property {(type: "abort", listener: () => void) => void} removeEventListener
 */
/** @typedef {Platform<"AbortSignal", BareSignal>} Signal that of an `AbortController` */
/** @typedef {Platform<"Element", { readonly nodeType: number, readonly textContent: string | null }>} PageElement */
/** @typedef {Platform<"Range", { readonly startOffset: number, readonly endOffset: number }>} PageRange */
/** @typedef {Platform<"Text", { readonly data: string }>} PageText */
/** @typedef {Platform<"URL", { readonly href: string }>} Address */
/** @typedef {Platform<"Response", { readonly url: string, arrayBuffer(): Promise<ArrayBuffer> }>} WebResponse */
/** @typedef {Platform<"Worker", { terminate(): void }>} WebWorker */
/** @typedef {typeof globalThis extends { WebAssembly: { Module: { prototype: infer Own } } } ? Own : object} WasmModule */

export {};
