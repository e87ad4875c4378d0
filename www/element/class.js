// @ts-check
//! Owns `<said-so>` as a class without side effects; `define.js` defines it. The attribute is the truth, the light DOM
//! is never changed, and the host's text stays readable whatever fails.

import { ready } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { seen } from "../engine/pace.js";
import { mustFit } from "../report/fit.js";
import { AttributeElement, NAMES } from "./attributes.js";
import { Painter } from "./highlight.js";
import { optionsOf } from "./options.js";
import { Placing } from "./placing.js";
import { kindsOf } from "./reading.js";
import { sheets } from "./sheet.js";
import { Stage } from "./stage.js";
import { States } from "./states.js";
import * as taken from "./taken.js";
import { Taking } from "./taking.js";
import { isComing } from "./target.js";
import { upgrade } from "./upgrade.js";

/** @import { Block } from "../report/block.js" */
/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Lexicon } from "../engine/engine.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Mode } from "./target.js" */
/** @import { View } from "../report/view.js" */
/** @import { Words } from "../words/entry.js" */

/**
 * Marks who says what in an article, what is hedged, and which claims stand without a source.
 * @tagname said-so
 * Its events, parts, variables and states stand in `custom-elements-manifest.config.js`.
 */
export class SaidSoElement extends AttributeElement {
	static observedAttributes = NAMES;

	/** @type {Stage} */ #stage;
	/** @type {Taking} */ #taking;
	#states = new States(this.attachInternals().states);
	/** @type {Words} */ #i18n = {};
	/** @type {readonly Lexicon[]} */ #lexicons = Object.freeze([]);
	/** @type {Promise<Report>} */ #work = Promise.reject(
		new SaidSoError("aborted", "nothing to annotate yet"),
	);
	/** @type {Element | null} */ #forElement = null;
	#placing = new Placing(this, {
		connect: (target) => this.#stage.connect(target, this.#options()),
		disconnect: () => this.#stage.disconnect(),
		follow: () => this.#do(this.#stage.follow()).catch(() => {}),
		shadows: () => this.#stage.host?.shadows ?? [],
		wait: () => this.#states.enter("empty"),
	});

	constructor() {
		super();
		this.#work.catch(() => {});
		const root = this.attachShadow({ mode: "open", delegatesFocus: false });
		root.adoptedStyleSheets = sheets(document);
		this.#stage = new Stage(root, {
			state: (name, isTruncated) => this.#states.enter(name, isTruncated),
			send: (name, detail) => this.#send(name, detail),
			toggle: (kind) => this.toggle(kind),
			found: (found) => this.#taking.take(found),
			edited: (found, replaced) => this.#taking.edited(found, replaced),
			relist: (lexicons) => Object.assign(this, { lexicons }).#work.catch(() => {}),
		});
		this.#taking = new Taking({
			reading: this.#stage.reading,
			annotate: (text, { blocks }) => this.#do(this.#stage.annotate(text, blocks)),
			open: (text, report) => this.#stage.adopt(text, report),
			look: (view) => Object.assign(this, { view }),
			lexicons: () => this.#lexicons,
			tell: (key, values, actions) => this.notify(this.#options().say(key, values), { code: key, actions }),
			say: (key, values) => this.#options().say(key, values),
		});
	}

	connectedCallback() {
		upgrade(this);
		this.#load().catch(() => {});
		if (isComing(this))
			this.ownerDocument.addEventListener("DOMContentLoaded", () => this.#placing.move(), { once: true });
		this.#placing.begin();
	}

	/** The words come first: where a text is under way, it asks for the engine once it has been seen. */
	async #load() {
		await seen();
		await this.#work.catch(() => {});
		await ready();
		this.#send("ready", {});
	}

	disconnectedCallback() {
		this.#placing.end();
	}

	/** `moveBefore` keeps the report and what was selected. */
	connectedMoveCallback() {
		this.#placing.move();
	}

	/** A document takes only sheets of its own. */
	adoptedCallback() {
		/** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = sheets(this.ownerDocument);
	}

	/**
	 * @param {string} name
	 * @param {string | null} before
	 * @param {string | null} now
	 */
	attributeChangedCallback(name, before, now) {
		if (before === now) return;
		if (name === "mode" || name === "for") this.#placing.turn();
		else if (this.#placing.isPlaced) this.#stage.set(this.#options());
		if (name === "max-chars" && this.#placing.isPlaced) this.#again();
	}

	/** `around` what stands inside or `for` names; what readers `paste`; a `text` of the site's. @type {"around" | "paste" | "text"} */
	get mode() {
		return this.#placing.mode;
	}

	set mode(mode) {
		this.put("mode", mode);
	}

	/** The article, where it has no id for `for` to name. @type {Element | null} */
	get forElement() {
		return this.#forElement;
	}

	set forElement(article) {
		this.#forElement = taken.article(article);
		this.#placing.turn();
	}

	/** The text in hand. Setting it annotates it. @type {string} */
	get value() {
		return this.#stage.reading.text;
	}

	set value(text) {
		this.annotate(taken.property("value", text) ?? "").catch(() => {});
	}

	/** The report in hand, with what the reader corrected. Setting one shows it over the present value. @type {Report} */
	get report() {
		return this.#stage.reading.report;
	}

	set report(report) {
		this.open(this.value, report);
	}

	/** The report as the engine made it, before the reader's corrections. @type {Report} */
	get found() {
		return this.#stage.reading.found;
	}

	/** The finding the reader is at. @type {Finding | null} */
	get selected() {
		return this.#stage.reading.selected;
	}

	/** Whether an article of the page can be painted; else there is only the list. @type {boolean} */
	get highlightsSupported() {
		return Painter.isSupported;
	}

	/** Where the text comes from: an address, or the name of a file; nothing where nobody knows. @type {string} */
	get origin() {
		return this.#stage.reading.origin ?? "";
	}

	/** Whether the text is shown without its marks. @type {boolean} */
	get plain() {
		return this.#stage.reading.plain;
	}

	set plain(plain) {
		this.#stage.setPlain(taken.property("plain", plain) ?? false);
	}

	/** What the reader made of the text: kinds, what is hidden, corrections. It can be kept, and set over the same text again. @type {View} */
	get view() {
		return this.#stage.reading.view;
	}

	set view(view) {
		taken.view(view);
		this.#stage.reading.look(view);
		if (view.show) this.setAttribute("show", view.show.join(" ") || "none");
		if (view.minConfidence) this.setAttribute("min-confidence", String(view.minConfidence));
		this.#stage.set(this.#options());
	}

	/** A site's own wording, by the keys of `words/en.js`. @type {Words} */
	get i18n() {
		return this.#i18n;
	}

	set i18n(words) {
		this.#i18n = { ...taken.property("i18n", words) };
		this.#stage.set(this.#options());
	}

	/** Word lists of the user's own, as `loadLexicon` gives them; the last may be of their own making (`own`). Setting them annotates anew. @type {readonly Lexicon[]} */
	get lexicons() {
		return this.#lexicons;
	}

	set lexicons(lexicons) {
		this.#lexicons = Object.freeze([...taken.lexicons(lexicons)]);
		this.#stage.set(this.#options());
		this.#again();
	}

	/** Annotates what is in hand with other options. */
	#again() {
		const { mode, value, report } = this;
		const isCut = report.warnings.some(({ code }) => code === "truncated");
		if (mode === "around") this.annotate().catch(() => {});
		else if (value) this.#do(this.#stage.annotate(value, isCut ? undefined : report.blocks));
	}

	/**
	 * Annotates a text, or again what is in hand; resolves with the report.
	 * @param {string} [text]
	 * @param {{ blocks?: Block[], example?: boolean, lent?: boolean }} [options] its blocks, where they are known; whether it
	 * is only an example, which `undo` and `restore` never bring back; whether it is lent, as `open` has it
	 * @returns {Promise<Report>}
	 */
	annotate(text, options) {
		try {
			const { example, blocks, lent } = taken.reading(text, options);
			if (text !== undefined) this.#taking.replace(lent, example ? text : "");
			return this.#do(this.#stage.annotate(text, blocks));
		} catch (error) {
			return Promise.reject(error);
		}
	}

	/** Notes what is under way, and tells what goes wrong with it. @param {Promise<Report>} work */
	#do(work) {
		this.#work = work;
		work.catch((error) => this.#fail(error));
		return work;
	}

	/**
	 * Takes what somebody pasted, dropped or chose, as the paste box does: text, rich text or a file. For a page that
	 * takes them anywhere.
	 * @param {DataTransfer | File} data
	 * @returns {Promise<void>} settles when it is shown, or the reader has been told why not
	 */
	async take(data) {
		return this.#stage.paste.take(data);
	}

	/**
	 * Shows a text with a report made earlier or elsewhere; what is no report on that text is refused.
	 * @param {string} text
	 * @param {Report} report
	 * @param {{ lent?: boolean }} [options] whether the page can show it again itself: of several in a row, what was before them is brought back
	 * @throws {SaidSoError} `bad-argument`, with the field that is wrong
	 */
	open(text, report, options) {
		mustFit(text, report);
		this.#taking.replace(taken.opening(options).lent);
		this.#stage.adopt(text, report);
	}

	/** Takes back the last correction; where there is none, brings back the article that another has replaced. @returns {boolean} whether there was one */
	undo() {
		return this.#stage.desk.undo() || this.restore();
	}

	/** Brings back the article that another has replaced. @returns {boolean} whether there was one */
	restore() {
		return this.#taking.undo();
	}

	/** Waits until what is under way has settled. */
	async whenReady() {
		await this.#work;
		return this;
	}

	/** Goes to the next mark. */
	next() {
		return this.#stage.pointing.go(1);
	}

	/** Goes to the mark before. */
	previous() {
		return this.#stage.pointing.go(-1);
	}

	/** Goes to a finding by its id, such as `a3`. @param {string} id */
	select(id) {
		return this.#stage.pointing.select(taken.words(id, "an id"));
	}

	/** Gives the focus back to the line of the panel that the reader came from. */
	back() {
		this.#stage.pointing.back();
	}

	/**
	 * Shows or hides a kind of mark.
	 * @param {Kind} kind
	 * @param {boolean} [force]
	 */
	toggle(kind, force) {
		taken.kind(kind, force);
		const shown = kindsOf(this.getAttribute("show"));
		shown[(force ?? !shown.has(kind)) ? "add" : "delete"](kind);
		this.setAttribute("show", [...shown].join(" ") || "none");
		this.#send("filter", { shown: [...shown] });
	}

	/**
	 * The findings in one of the formats of `export.js`.
	 * @param {string} format
	 * @returns {Promise<string>}
	 */
	async export(format) {
		const work = { ...this.#stage.reading.work, language: this.#options().language };
		const text = await (await import("../export/export.js")).write(format, work);
		this.#send("export", { format });
		return text;
	}

	/** Shows or hides the panel; where that is a sheet at the bottom, opens or closes it. */
	togglePanel() {
		this.#stage.togglePanel();
	}

	/** Lets the reader add marks by selecting words, where they may correct. */
	addMarks() {
		this.#stage.desk.open?.add();
	}

	/** Lets the reader mark the text first, then see what both found. */
	teach() {
		return this.#stage.teach();
	}

	/**
	 * Tells the reader something above the article. It can be dismissed, and goes with the next text.
	 * @param {string} words
	 * @param {{ code?: string, tone?: "note" | "alert", actions?: { words: string, act(): unknown }[] }} [options] a name
	 * that replaces an earlier notice of the same name; an `alert` is spoken at once; what can be done, on buttons
	 */
	notify(words, options) {
		this.#stage.notices.show(taken.notice(words, options));
	}

	/** Takes a notice away. @param {string} code */
	dismiss(code) {
		this.#stage.notices.hide(taken.words(code, "a code"));
	}

	/**
	 * Focuses the field to paste into, where there is one.
	 * @param {FocusOptions} [options]
	 */
	focus(options) {
		if (this.mode === "paste") this.#stage.paste.focus(taken.focusing(options));
		else super.focus(taken.focusing(options));
	}

	/** Empties the element. */
	clear() {
		this.#taking.keep();
		this.#stage.clear();
		this.#states.enter("empty");
	}

	#options() {
		const own = { lexicons: this.#lexicons, i18n: this.#i18n };
		return optionsOf(this, own, () => this.#stage.set(this.#options()));
	}

	/** @param {string} name @param {unknown} detail */
	#send(name, detail) {
		this.dispatchEvent(new CustomEvent(`said-so-${name}`, { detail, bubbles: true, composed: true }));
	}

	/** @param {unknown} error */
	#fail(error) {
		if (error instanceof SaidSoError && error.code === "aborted") return;
		this.#states.enter("error");
		this.#stage.fail(error);
		this.#send("error", { error });
	}
}
