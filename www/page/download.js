// @ts-check
//! Owns handing a file over to the reader.

import { h } from "../look/node.js";

/**
 * @param {string} written
 * @param {string} type
 * @param {string} name
 */
export function download(written, type, name) {
	const url = URL.createObjectURL(new Blob([written], { type: `${type};charset=utf-8` }));
	h("a", { href: url, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
