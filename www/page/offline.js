// @ts-check
//! Owns setting up the service worker, so that the page opens without a connection after one visit.

import { scriptUrl } from "../engine/trusted.js";

/** Registers it; where that is not allowed the page simply needs its connection. */
export async function keepOffline() {
	if (import.meta.env?.DEV || !("serviceWorker" in navigator)) return;
	const url = new URL("./sw.js", document.baseURI).href;
	await navigator.serviceWorker.register(scriptUrl(url)).catch(() => {});
}
