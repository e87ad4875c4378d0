// @ts-check
//! Owns closing the door once everything is loaded: from then on the browser itself refuses every connection.

/** Adds `connect-src 'none'` to the page's policy; a policy can be made stricter, never looser. */
export function lockDown() {
	if (import.meta.env?.DEV) return;
	const policy = document.createElement("meta");
	policy.httpEquiv = "Content-Security-Policy";
	policy.content = "connect-src 'none'";
	document.head.append(policy);
}
