// @ts-check
//! Owns the site's side of an embed: a sandboxed frame, and calls that go through its channel. For sites whose policy
//! refuses WebAssembly, or that want saidso kept apart from their own page.

import { aborted, SaidSoError } from "../engine/error.js";
import { chosen, isText, must } from "../engine/given.js";
import { offerPort } from "./handshake.js";
import { MOST } from "./parts.js";
import { createPeer } from "./rpc.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Pack } from "../engine/lexicon.js" */
/** @import { Wanted } from "../engine/given.js" */
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

const isCount = (/** @type {unknown} */ one) => Number.isInteger(one) && Number(one) > 0;
/** @type {Wanted} */
const WORDS = ["a string", isText];

/** @param {string[]} names @returns {Wanted} */
const oneOf = (...names) => [names.join(" or "), (one) => names.includes(one)];

/** What the settings of a frame may be. @type {Record<string, Wanted>} */
const SETTINGS = {
	mode: oneOf("paste", "text"),
	show: WORDS,
	minConfidence: ["a number from 0 to 1", (one) => typeof one === "number" && one >= 0 && one <= 1],
	panel: WORDS,
	announce: WORDS,
	maxChars: ["a whole number from 1", isCount],
	lang: WORDS,
	label: WORDS,
};

const THEME = oneOf("auto", "light", "dark");

/** @type {Record<string, Wanted>} */
const OPTIONS = {
	src: ["the address of embed.html", (one) => one && (isText(one) || one instanceof URL)],
	title: WORDS,
	settings: ["an object", (one) => chosen(one, SETTINGS)],
	theme: THEME,
	patience: ["a number of milliseconds", (one) => typeof one === "number" && one >= 0],
};

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
		const { src, title = "saidso", settings, theme, patience = 30_000 } = chosen(options, OPTIONS);
		super();
		must("the place of an embed is an element of a page", place, (one) => one.ownerDocument.defaultView);
		must("the option src is the address of embed.html", src, () => src);
		this.#settings = chosen(settings, SETTINGS);
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
		must("a text is a string", text, isText);
		return /** @type {Report} */ (await this.#ask("annotate", { text }));
	}

	/**
	 * Changes what is shown; what is not named stays as it is.
	 * @param {Settings} settings
	 */
	async setOptions(settings) {
		const given = chosen(settings, SETTINGS);
		this.#settings = { ...this.#settings, ...given };
		await this.#ask("setOptions", given);
	}

	/**
	 * Goes to a finding by its id; whether there is one.
	 * @param {string} id
	 * @returns {Promise<boolean>}
	 */
	async select(id) {
		must("an id is a string", id, isText);
		return (await this.#ask("select", { id })) === true;
	}

	/**
	 * The site's own text with its marks in one of the formats of `export.js`.
	 * @param {string} format
	 * @returns {Promise<string>}
	 */
	async export(format) {
		must("a format is a string", format, isText);
		return String(await this.#ask("export", { format }));
	}

	/**
	 * Marks words of the site's own too; a list that fails its own tests rejects with `bad-lexicon`.
	 * @param {Pack[]} packs as for `loadLexicon`
	 */
	async setLexicons(packs) {
		must("word lists are a list of what loadLexicon takes", packs, (all) => {
			return Array.isArray(all) && JSON.stringify(all);
		});
		await this.#ask("setLexicons", { packs });
		this.#packs = packs;
	}

	/** @param {Theme} theme */
	async setTheme(theme) {
		must(`a theme is ${THEME[0]}`, theme, THEME[1]);
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
