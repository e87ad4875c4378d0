// @ts-check
//! Owns working offline: keeps the page's own files from the first visit on and answers from them. What opens a PDF is as
//! much as all the rest, so that it is kept once the page rests, or when it is first needed. The build writes the lists of
//! files and a version into it.

/** @type {string[]} */
const FILES = [];
/** @type {string[]} */
const LATER = [];
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

// The page asks for the rest, and is told whether all of it is here.
worker.addEventListener("message", (/** @type {any} */ event) => {
	event.waitUntil(keepRest().then((isWhole) => event.ports[0]?.postMessage(isWhole)));
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
	if (kept) return kept;
	const fetched = await fetch(request);
	const isRest = LATER.some((name) => request.url === new URL(name, location.href).href);
	if (isRest && fetched.ok) await (await caches.open(cached)).put(request, fetched.clone());
	return fetched;
}

/** Keeps what is not kept yet; says whether all of it is. */
async function keepRest() {
	try {
		const cache = await caches.open(cached);
		const kept = await Promise.all(LATER.map((name) => cache.match(name)));
		await cache.addAll(LATER.filter((_, at) => !kept[at]));
		return true;
	} catch {
		return false;
	}
}
