// @ts-check
//! Owns the two places where a string may reach the parser or a script URL: our own worker files, and pasted markup
//! that is parsed in a document which runs nothing and loads nothing.

/** @typedef {{ createHTML(text: string): string, createScriptURL(text: string): string }} Policy */

const own = new Set();

/** @type {Policy} */
const plain = { createHTML: (text) => text, createScriptURL: (text) => text };

/** @type {Policy | undefined} */
let policy;

function rules() {
	const types = /** @type {any} */ (globalThis).trustedTypes;
	policy ??= types?.createPolicy("saidso", {
		createHTML: (/** @type {string} */ text) => text,
		createScriptURL: (/** @type {string} */ url) => {
			if (!own.has(url)) throw new TypeError(`not one of our scripts: ${url}`);
			return url;
		},
	});
	return policy ?? plain;
}

/**
 * A URL of one of our own scripts, for `new Worker` and the service worker.
 * @param {string} url as the bundler wrote it into this package
 */
export function scriptUrl(url) {
	own.add(url);
	return rules().createScriptURL(url);
}

/**
 * Markup as a document without a window: no script runs in it, no picture loads.
 * @param {string} markup
 */
export const inert = (markup) => new DOMParser().parseFromString(rules().createHTML(markup), "text/html");

/**
 * The same for XML.
 * @param {string} markup
 */
export const inertXml = (markup) =>
	new DOMParser().parseFromString(rules().createHTML(markup), "application/xml");
