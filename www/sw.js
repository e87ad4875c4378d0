// @ts-check
//! Owns working offline: keeps the page's own files from the first visit on and answers from them. The build writes the
//! list of files and a version into it.

/** @type {string[]} */
const FILES = [];
const VERSION = "0";

const worker = /** @type {any} */ (self);
const cached = `saidso-${VERSION}`;

worker.addEventListener("install", (/** @type {any} */ event) => {
	event.waitUntil(caches.open(cached).then((cache) => cache.addAll(FILES)));
	worker.skipWaiting();
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
	event.waitUntil(forget().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
	const url = new URL(event.request.url);
	if (event.request.method !== "GET" || url.origin !== location.origin) return;
	event.respondWith(answer(event.request));
});

async function forget() {
	for (const name of await caches.keys())
		if (name.startsWith("saidso-") && name !== cached) await caches.delete(name);
}

/** @param {Request} request */
async function answer(request) {
	const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
	return kept ?? fetch(request);
}
