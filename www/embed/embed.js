// @ts-check
//! Owns the site's side of an embed: a sandboxed frame, and calls that go through its channel. For sites whose policy
//! refuses WebAssembly, or that want saidso kept apart from their own page.

import { aborted, SaidSoError, wrong } from "../engine/error.js";
import { offerPort } from "./handshake.js";
import { MOST } from "./parts.js";
import { createPeer } from "./rpc.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Pack } from "../engine/lexicon.js" */
/** @import { Method, Peer } from "./rpc.js" */
/** @typedef {{ mode?: "paste" | "text", show?: string, minConfidence?: number, panel?: string, announce?: string, maxChars?: number, lang?: string, label?: string }} Settings */
/** @typedef {"auto" | "light" | "dark"} Theme */
/**
 * @typedef {object} EmbedOptions
 * @property {string} src the address of `embed.html`
 * @property {string} [title] what screen readers call the frame
 * @property {Settings} [settings] with `mode: "text"` there is no box to paste into: it only shows what the site hands in
 * @property {Theme} [theme]
 * @property {number} [patience] how many milliseconds a frame may take to say hello
 */

/** What the frame may do: nothing of the site's own, and no form, no top navigation. */
const SANDBOX = "allow-scripts allow-downloads allow-popups";
const EVENTS = ["ready", "resize", "report", "select", "error"];
/** A frame that asks for more than this is not followed. */
const MAX_HEIGHT = 100_000;

/**
 * An embed in a page. It sends `ready`, `resize`, `report`, `select` and `error` events; what the reader pastes into
 * it stays in it.
 */
export class Embed extends EventTarget {
	/** @type {Peer | undefined} */ #peer;
	/** @type {((peer?: Peer) => void)[]} */ #waiting = [];
	/** @type {() => void} */ #unlisten;
	/** @type {Settings} */ #settings;
	/** @type {Theme | undefined} */ #theme;
	/** @type {Pack[]} */ #packs = [];
	#patience;
	#isOver = false;

	/**
	 * @param {Element} place where the frame is put
	 * @param {EmbedOptions} options
	 * @throws {SaidSoError} `bad-argument`
	 */
	constructor(place, options) {
		const { src, title = "saidso", settings = {}, theme, patience = 30_000 } = options ?? {};
		super();
		if (!place?.ownerDocument || !src)
			throw wrong("an embed needs an element to stand in, and the src of its frame");
		this.#settings = settings;
		this.#theme = theme;
		this.#patience = patience;
		const document = place.ownerDocument;
		this.frame = document.createElement("iframe");
		const attributes = {
			sandbox: SANDBOX,
			title,
			src,
			width: "100%",
			height: "480",
			frameborder: "0",
			referrerpolicy: "no-referrer",
		};
		for (const [name, value] of Object.entries(attributes)) this.frame.setAttribute(name, value);
		const window = /** @type {Window} */ (document.defaultView);
		this.#unlisten = offerPort(
			window,
			() => this.frame.contentWindow,
			(port) => this.#meet(port),
		);
		place.append(this.frame);
	}

	/**
	 * Shows a text of the site and annotates it.
	 * @param {string} text
	 * @returns {Promise<Report>}
	 */
	async annotate(text) {
		return /** @type {Report} */ (await this.#ask("annotate", { text }));
	}

	/**
	 * Changes what is shown; what is not named stays as it is.
	 * @param {Settings} settings
	 */
	async setOptions(settings) {
		this.#settings = { ...this.#settings, ...settings };
		await this.#ask("setOptions", settings);
	}

	/**
	 * Goes to a finding by its id; whether there is one.
	 * @param {string} id
	 * @returns {Promise<boolean>}
	 */
	async select(id) {
		return (await this.#ask("select", { id })) === true;
	}

	/**
	 * The site's own text with its marks in one of the formats of `export.js`.
	 * @param {string} format
	 * @returns {Promise<string>}
	 */
	async export(format) {
		return String(await this.#ask("export", { format }));
	}

	/**
	 * Marks words of the site's own too; a list that fails its own tests rejects with `bad-lexicon`.
	 * @param {Pack[]} packs as for `loadLexicon`
	 */
	async setLexicons(packs) {
		this.#packs = packs;
		await this.#ask("setLexicons", { packs });
	}

	/** @param {Theme} theme */
	async setTheme(theme) {
		this.#theme = theme;
		await this.#ask("setTheme", { theme });
	}

	/** Waits until the frame has said hello. */
	async whenReady() {
		await this.#ready();
		return this;
	}

	/** Takes the frame away; every call under way or to come rejects with `aborted`. */
	dispose() {
		if (this.#isOver) return;
		this.#peer?.notify("dispose");
		this.#peer?.close();
		this.#unlisten();
		this.#isOver = true;
		for (const give of this.#waiting.splice(0)) give();
		this.frame.remove();
	}

	/**
	 * @param {string} method
	 * @param {object} params
	 */
	async #ask(method, params) {
		return (await this.#ready()).request(method, params);
	}

	/** @returns {Promise<Peer>} */
	#ready() {
		if (this.#isOver) return Promise.reject(aborted());
		if (this.#peer) return Promise.resolve(this.#peer);
		return new Promise((resolve, reject) => {
			const silent = () => reject(new SaidSoError("wasm-load", "the embed did not answer"));
			const timer = setTimeout(silent, this.#patience);
			this.#waiting.push((peer) => {
				clearTimeout(timer);
				if (peer) resolve(peer);
				else reject(aborted());
			});
		});
	}

	/** @param {MessagePort} port */
	#meet(port) {
		this.#peer?.close();
		const hear = (/** @type {string} */ name) => (/** @type {unknown} */ detail) => this.#hear(name, detail);
		/** @type {Record<string, Method>} */
		const methods = Object.fromEntries(EVENTS.map((name) => [name, hear(name)]));
		const peer = createPeer(port, methods, { takes: MOST });
		this.#peer = peer;
		if (Object.keys(this.#settings).length) peer.request("setOptions", this.#settings).catch(() => {});
		if (this.#theme) peer.request("setTheme", { theme: this.#theme }).catch(() => {});
		if (this.#packs.length) peer.request("setLexicons", { packs: this.#packs }).catch(() => {});
		for (const give of this.#waiting.splice(0)) give(peer);
	}

	/**
	 * @param {string} name
	 * @param {any} detail
	 */
	#hear(name, detail) {
		const height = Math.ceil(Number(detail?.height));
		if (name === "resize" && height > 0 && height <= MAX_HEIGHT)
			this.frame.setAttribute("height", `${height}`);
		this.dispatchEvent(new CustomEvent(name, { detail }));
	}
}
