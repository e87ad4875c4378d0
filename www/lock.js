// @ts-check
//! Owns closing the door: once everything is loaded and before the first word of a reader's own is here, the browser
//! itself refuses every connection. Until then there is nothing but the sample, and a crawler may ask for robots.txt.

const SIGNS = ["pointerdown", "keydown", "paste", "dragenter", "beforeinput"];

let isLoaded = false;
let isTouched = false;
let isClosed = false;

/** Closes the door with the reader's first touch or key, unless it has to wait for what still loads. */
export function watch() {
	for (const sign of SIGNS) addEventListener(sign, touched, { capture: true });
}

/** Notes that there is, or may soon be, a text of the reader's own. */
export function touched() {
	isTouched = true;
	close();
}

/** Notes that nothing more has to be fetched. */
export function loaded() {
	isLoaded = true;
	close();
}

/** Adds `connect-src 'none'` to the page's policy; a policy can be made stricter, never looser. */
function close() {
	if (import.meta.env?.DEV || isClosed || !isLoaded || !isTouched) return;
	isClosed = true;
	const policy = document.createElement("meta");
	policy.httpEquiv = "Content-Security-Policy";
	policy.content = "connect-src 'none'";
	document.head.append(policy);
}
