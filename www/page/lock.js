// @ts-check
//! Owns closing the door: once everything is loaded the browser itself refuses every connection, at the latest before
//! the first word of a reader's own is here. Until then there is nothing but the sample.

/** How long a crawler that asks for robots.txt from within the page has, in milliseconds; readers touch it sooner. */
const GRACE = 15_000;
const SIGNS = ["pointerdown", "keydown", "paste", "dragenter", "beforeinput"];

let isLoaded = false;
let isTouched = false;
let isClosed = false;

/** Closes the door with the reader's first touch or key, as soon as nothing still loads. */
export function watch() {
	for (const sign of SIGNS) addEventListener(sign, touched, { capture: true });
}

/** Notes that there is, or may soon be, a text of the reader's own. */
export function touched() {
	isTouched = true;
	close();
}

/** Notes that nothing more has to be fetched: whoever only looks on has the door closed as well, a little later. */
export function loaded() {
	isLoaded = true;
	close();
	setTimeout(touched, GRACE);
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
