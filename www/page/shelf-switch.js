// @ts-check
//! Owns whether the reader has switched on keeping on this device; a page where it is off fetches and opens no store.

const NAME = "saidso.shelf";

export function isShelved() {
	try {
		return localStorage.getItem(NAME) === "on";
	} catch {
		return false;
	}
}

/** @param {boolean} on Throws where the browser allows no store. */
export function switchShelf(on) {
	if (on) localStorage.setItem(NAME, "on");
	else localStorage.removeItem(NAME);
}
