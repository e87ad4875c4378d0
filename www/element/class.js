// @ts-check
//! Owns `<said-so>` as a class without side effects; `element.js` defines it. The attribute is the truth, the light DOM
//! is never changed, and the host's text stays readable whatever fails.

import { ready } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { seen } from "../engine/pace.js";
import { write } from "../export/export.js";
import { KINDS } from "../report/finding.js";
import { languageFor, sayIn } from "../words/words.js";
import { kindsOf } from "./reading.js";
import { sheets } from "./sheet.js";
import { Stage } from "./stage.js";

/** @import { Block } from "../report/block.js" */
/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Lexicon } from "../engine/engine.js" */
/** @import { Report } from "../pkg/saidso.js" */

const STATES = ["empty", "loading", "ready", "error", "truncated"];

// In Node there is nothing to extend, but importing must not throw.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * Marks who says what in an article, what is hedged, and which claims stand without a source.
 * @tagname said-so
 * @fires said-so-ready the engine is loaded
 * @fires said-so-report a report is shown; `detail.report`
 * @fires said-so-select the reader went to a finding; `detail.id` and `detail.finding`
 * @fires said-so-filter kinds were shown or hidden; `detail.shown`
 * @fires said-so-progress the share of a long text that is done; `detail.share`
 * @fires said-so-export a file was written; `detail.format`
 * @fires said-so-error something failed; `detail.error`
 */
export class SaidSoElement extends Base {
	static observedAttributes = [
		"mode",
		"for",
		"show",
		"min-confidence",
		"panel",
		"theme",
		"announce",
		"max-chars",
		"lang",
		"label",
	];

	/** @type {Stage} */ #stage;
	#states = this.attachInternals().states;
	/** @type {Record<string, import("../words/entry.js").Entry>} */ #i18n = {};
	/** @type {readonly Lexicon[]} */ #lexicons = Object.freeze([]);
	/** @type {Promise<Report>} */ #work = Promise.reject(
		new SaidSoError("aborted", "nothing to annotate yet"),
	);
	#isPlaced = false;

	constructor() {
		super();
		this.#work.catch(() => {});
		const root = this.attachShadow({ mode: "open", delegatesFocus: false });
		root.adoptedStyleSheets = sheets();
		this.#stage = new Stage(root, {
			state: (name, isTruncated) => this.#enter(name, isTruncated),
			send: (name, detail) => this.#send(name, detail),
			toggle: (kind) => this.toggle(kind),
			found: (found) => this.#take(found),
		});
	}

	connectedCallback() {
		this.#isPlaced = true;
		// The words come first: where a text is under way, it asks for the engine once it has been seen.
		seen()
			.then(() => this.#work.catch(() => {}))
			.then(() => ready())
			.then(
				() => this.#send("ready", {}),
				() => {},
			);
		this.#stage.connect(this.mode, this.#options());
		if (this.mode === "paste") this.#enter("empty");
		else queueMicrotask(() => this.annotate().catch(() => {}));
	}

	disconnectedCallback() {
		this.#isPlaced = false;
		this.#stage.disconnect();
	}

	/** @param {string} name */
	attributeChangedCallback(name) {
		if (!this.#isPlaced) return;
		if (name === "mode" || name === "for") {
			this.#stage.disconnect();
			this.connectedCallback();
		} else this.#stage.set(this.#options());
	}

	/** How the article gets here: `around` what stands inside, `for` another element, or `paste`. */
	get mode() {
		const wanted = this.getAttribute("mode");
		if (wanted === "paste" || wanted === "around") return wanted;
		return this.hasAttribute("for") || this.firstElementChild ? "around" : "paste";
	}

	set mode(mode) {
		this.setAttribute("mode", mode);
	}

	/** The text in hand. Setting it annotates it. */
	get value() {
		return this.#stage.reading.text;
	}

	set value(text) {
		this.annotate(String(text)).catch(() => {});
	}

	/** The report in hand. Setting one shows it over the present value, without running the engine. */
	get report() {
		return this.#stage.reading.report;
	}

	set report(report) {
		this.#stage.adopt(this.value, report);
	}

	/** The finding the reader is at. @returns {Finding | null} */
	get selected() {
		return this.#stage.reading.selected;
	}

	/** A site's own wording, by the keys of `words/en.js`. */
	get i18n() {
		return this.#i18n;
	}

	set i18n(words) {
		this.#i18n = { ...words };
		this.#stage.set(this.#options());
	}

	/** Word lists of the user's own, as `loadLexicon` gives them. Setting them annotates anew. */
	get lexicons() {
		return this.#lexicons;
	}

	set lexicons(lexicons) {
		this.use(lexicons).catch(() => {});
	}

	/** What the exports take. */
	get work() {
		const { text, report, hiddenIds, view } = this.#stage.reading;
		return { text, report, view, hidden: hiddenIds, language: this.#options().language };
	}

	/** What the page builds on: see `stage.js`. */
	get stage() {
		return this.#stage;
	}

	/**
	 * Annotates a text, or again what is in hand; resolves with the report.
	 * @param {string} [text]
	 * @param {{ blocks?: Block[] }} [options] its blocks, where they are known
	 * @returns {Promise<Report>}
	 */
	annotate(text, options) {
		this.#work = this.#stage.annotate(text, options?.blocks);
		this.#work.catch((error) => this.#fail(error));
		return this.#work;
	}

	/**
	 * Annotates anew with word lists of the user's own.
	 * @param {readonly Lexicon[]} lexicons
	 */
	async use(lexicons) {
		this.#lexicons = Object.freeze([...lexicons]);
		this.#stage.set(this.#options());
		if (this.mode !== "paste") await this.annotate();
		else if (this.value) await this.annotate(this.value, { blocks: this.report.blocks });
	}

	/**
	 * Shows a text with a report made earlier or elsewhere.
	 * @param {string} text
	 * @param {Report} report
	 */
	open(text, report) {
		this.#stage.adopt(text, report);
	}

	/**
	 * Shows what somebody else chose to see: kinds, plain text, what is hidden.
	 * @param {import("../report/view.js").View} view
	 */
	look(view) {
		this.#stage.reading.look(view);
		if (view.show) this.setAttribute("show", view.show.join(" ") || "none");
		if (view.minConfidence) this.setAttribute("min-confidence", String(view.minConfidence));
		this.#stage.set(this.#options());
	}

	/** Waits until what is under way has settled. */
	async whenReady() {
		await this.#work;
		return this;
	}

	/** Goes to the next mark. */
	next() {
		return this.#stage.go(1);
	}

	/** Goes to the mark before. */
	previous() {
		return this.#stage.go(-1);
	}

	/**
	 * Goes to a finding by its id, such as `a3`.
	 * @param {string} id
	 */
	select(id) {
		return this.#stage.select(id);
	}

	/**
	 * Shows or hides a kind of mark.
	 * @param {Kind} kind
	 * @param {boolean} [force]
	 */
	toggle(kind, force) {
		const shown = kindsOf(this.getAttribute("show"));
		if (!KINDS.includes(kind)) return;
		if (force ?? !shown.has(kind)) shown.add(kind);
		else shown.delete(kind);
		this.setAttribute("show", [...shown].join(" ") || "none");
		this.#send("filter", { shown: [...shown] });
	}

	/**
	 * The findings in one of the formats of `export.js`.
	 * @param {string} format
	 * @returns {Promise<string>}
	 */
	async export(format) {
		const text = await write(format, this.work);
		this.#send("export", { format });
		return text;
	}

	/** Empties the element. */
	clear() {
		this.#stage.clear();
		this.#enter("empty");
	}

	/** @param {import("../intake/intake.js").Found} found */
	async #take({ text, blocks, report, view }) {
		if (report) this.open(text, report);
		else await this.annotate(text, { blocks }).catch(() => {});
		if (view) this.look(view);
	}

	/** @returns {import("./options.js").Options} */
	#options() {
		const number = (/** @type {string} */ name) => Number.parseFloat(this.getAttribute(name) ?? "");
		const language = languageFor([
			this.lang,
			this.closest("[lang]")?.getAttribute("lang") ?? "",
			navigator.language,
		]);
		const announce = this.getAttribute("announce");
		const theme = this.getAttribute("theme");
		const least = number("min-confidence");
		const most = number("max-chars");
		return {
			shown: kindsOf(this.getAttribute("show")),
			minConfidence: least >= 0 && least <= 1 ? least : 0,
			call: { lexicons: this.#lexicons, maxChars: most >= 1 ? Math.floor(most) : undefined },
			panel: this.getAttribute("panel") !== "none",
			theme: theme === "light" || theme === "dark" ? theme : "auto",
			announce: announce === "off" || announce === "full" ? announce : "brief",
			label: this.getAttribute("label") ?? "",
			target: this.#target(),
			language,
			say: sayIn(language, this.#i18n),
		};
	}

	/** @returns {Element | null} */
	#target() {
		const id = this.getAttribute("for");
		if (id) return /** @type {Document | ShadowRoot} */ (this.getRootNode()).getElementById(id);
		return this.mode === "around" ? this : null;
	}

	/**
	 * @param {string} state
	 * @param {boolean} [isTruncated]
	 */
	#enter(state, isTruncated = false) {
		for (const name of STATES) this.#states.delete(name);
		this.#states.add(state);
		if (isTruncated) this.#states.add("truncated");
	}

	/**
	 * @param {string} name
	 * @param {unknown} detail
	 */
	#send(name, detail) {
		this.dispatchEvent(new CustomEvent(`said-so-${name}`, { detail, bubbles: true, composed: true }));
	}

	/** @param {unknown} error */
	#fail(error) {
		if (error instanceof SaidSoError && error.code === "aborted") return;
		this.#enter("error");
		this.#stage.fail(error);
		this.#send("error", { error });
	}
}
