// @ts-check
//! Owns setting up the service worker, so that the page opens without a connection after one visit, and asking it for what
//! opens a PDF.

import { scriptUrl } from "../engine/trusted.js";

/** So long a worker may take to say what it has, in milliseconds. */
const PATIENCE = 5_000;

/** Registers it; where that is not allowed the page simply needs its connection. */
export async function keepOffline() {
	if (import.meta.env?.DEV || !("serviceWorker" in navigator)) return;
	const url = new URL("./sw.js", document.baseURI).href;
	await navigator.serviceWorker.register(scriptUrl(url)).catch(() => {});
}

/** Has the rest kept too, where the reader does not pay for every byte. */
export function keepRest() {
	/** @type {{ saveData?: boolean } | undefined} */
	const connection = /** @type {any} */ (navigator).connection;
	if (!connection?.saveData) isWhole();
}

/**
 * Whether everything is kept, also what opens a PDF; what is missing is fetched, where there is a connection.
 * @returns {Promise<boolean>}
 */
export async function isWhole() {
	if (import.meta.env?.DEV || !navigator.serviceWorker?.controller) {
		const known = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
		if (!known) return false;
	}
	const { active } = await navigator.serviceWorker.ready;
	return new Promise((settle) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => settle(data === true);
		setTimeout(() => settle(false), PATIENCE);
		active?.postMessage("rest", [port2]);
	});
}
