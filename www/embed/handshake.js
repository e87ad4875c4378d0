// @ts-check
//! Owns how a site and its embed meet: the frame says hello, the site checks that the hello came from its own frame
//! and hands over one end of a channel. Everything else goes through the channel (`rpc.js`).

/** The name of this protocol. */
export const PROTOCOL = "saidso/1";

/**
 * The site's side: offers a fresh channel to a frame whenever it says hello, so also after it was loaded anew.
 * @param {EventTarget} window the site's own
 * @param {() => unknown} frameWindow the window inside the frame
 * @param {(port: MessagePort) => void} meet
 * @returns {() => void} ends it
 */
export function offerPort(window, frameWindow, meet) {
	const hear = (/** @type {Event} */ event) => {
		const { source, data } = /** @type {MessageEvent} */ (event);
		if (!source || source !== frameWindow() || !isOurs(data, "hello")) return;
		const { port1, port2 } = new MessageChannel();
		meet(port1);
		// A sandboxed frame has an opaque origin, which cannot be named; the port goes to the window just checked.
		/** @type {Window} */ (source).postMessage({ protocol: PROTOCOL, type: "port" }, "*", [port2]);
	};
	window.addEventListener("message", hear);
	return () => window.removeEventListener("message", hear);
}

/**
 * The frame's side: says hello and takes the first port that its parent hands over.
 * @param {EventTarget} window the frame's own
 * @param {Pick<Window, "postMessage">} parent
 * @returns {Promise<MessagePort>}
 */
export const takePort = (window, parent) =>
	new Promise((resolve) => {
		const hear = (/** @type {Event} */ event) => {
			const { source, data, ports } = /** @type {MessageEvent} */ (event);
			if (source !== parent || !isOurs(data, "port") || ports.length !== 1) return;
			window.removeEventListener("message", hear);
			resolve(ports[0]);
		};
		window.addEventListener("message", hear);
		parent.postMessage({ protocol: PROTOCOL, type: "hello" }, "*");
	});

/**
 * @param {any} data
 * @param {string} type
 */
const isOurs = (data, type) => data?.protocol === PROTOCOL && data.type === type;
