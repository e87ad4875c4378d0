// @ts-check
//! Owns the far side of `remote.js`: annotates in a worker and sends the report in parts small enough that
//! receiving one never holds up the page.

import { annotateSync, ready } from "./engine.js";
import { SaidSoError } from "./error.js";

const SIZE = 400;

self.addEventListener("message", async ({ data }) => {
	const { id, text, options, module } = data;
	try {
		await ready({ wasm: module });
		if (id === undefined) return self.postMessage({ started: true });
		send(id, annotateSync(text, options));
	} catch (error) {
		const code = error instanceof SaidSoError ? error.code : "engine-crash";
		self.postMessage({ id, error: { code, message: String(error) } });
	}
});

/**
 * @param {number} id
 * @param {import("../pkg/saidso.js").Report} report
 */
function send(id, report) {
	const { blocks, sentences, sources, attributions, hedges, claims, ...head } = report;
	self.postMessage({ id, head });
	for (const [list, items] of Object.entries({ blocks, sentences, sources, attributions, hedges, claims }))
		for (let at = 0; at < items.length; at += SIZE)
			self.postMessage({ id, list, items: items.slice(at, at + SIZE) });
	self.postMessage({ id, done: true });
}
