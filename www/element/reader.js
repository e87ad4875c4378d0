// @ts-check
//! Owns reading and editing in the component's own article: what is lit, where the keyboard stands, what was
//! pointed at. Drawing is in `article.js`, the words in the element.

import { h } from "../look/node.js";
import { lines } from "../report/block.js";
import { ArticleView } from "./article.js";

/** @import { Finding, Piece } from "../report/finding.js" */
/** @import { Block } from "../report/block.js" */
/**
 * @typedef {object} ReaderEvents
 * @property {(findings: Finding[], anchor: HTMLElement, back: HTMLElement | null) => void} point something was opened
 * @property {(finding: Finding) => void} reach the keyboard came to it
 * @property {() => void} edit the text was changed
 * @property {() => void} leave somebody has typed enough
 * @property {(finding: Finding) => string} describe what is said of it
 */

export class Reader {
	node = h("div", { class: "article", part: "article", role: "article", dir: "auto" });
	/** @type {ArticleView} */ #view;
	/** @type {ReaderEvents} */ #on;
	/** @type {Finding[]} */ #shown = [];
	/** @type {Map<string, Finding> | null} */ #known = null;
	/** @type {"off" | "brief" | "full"} */ announce = "brief";
	/** @type {HTMLElement | null} */ #stop = null;
	/** @type {string[]} */ #lit = [];

	/** @param {ReaderEvents} on */
	constructor(on) {
		this.#on = on;
		this.#view = new ArticleView(this.node, (piece, first) => this.#attributes(piece, first));
		this.node.addEventListener("pointerover", (event) => this.#hover(event));
		this.node.addEventListener("pointerleave", () => this.light([]));
		this.node.addEventListener("focusin", (event) => this.#focus(event));
		this.node.addEventListener("focusout", () => this.light([]));
		this.node.addEventListener("click", (event) => this.#click(event));
		this.node.addEventListener("keydown", (event) => this.#key(event));
		this.node.addEventListener("input", () => this.#on.edit());
		this.node.addEventListener("beforeinput", (event) => {
			if (this.node.ariaReadOnly === "true") event.preventDefault();
		});
	}

	/**
	 * @param {string} text
	 * @param {Block[]} [blocks]
	 * @param {(share: number) => void} [progress]
	 */
	show(text, blocks = lines(text), progress) {
		this.#shown = [];
		this.#known = null;
		return this.#view.show(text, blocks, progress);
	}

	/**
	 * @param {Finding[]} findings what is shown, in text order
	 * @param {Block[]} [blocks]
	 */
	mark(findings, blocks) {
		this.#shown = findings;
		this.#known = null;
		this.#lit = [];
		this.#view.mark(findings, blocks);
		this.#stop = this.node.querySelector("mark[tabindex]");
		if (this.#stop) this.#stop.tabIndex = 0;
	}

	/**
	 * Draws every mark.
	 * @returns {Finding[]} those with a stop, in the order of the text
	 */
	complete() {
		this.#view.complete();
		const stops = /** @type {HTMLElement[]} */ ([...this.node.querySelectorAll("mark[tabindex]")]);
		return stops.flatMap((stop) => this.#byId.get(String(stop.dataset.id)) ?? []);
	}

	/** What is shown, by its id; made when first asked for. */
	get #byId() {
		this.#known ??= new Map(this.#shown.map((finding) => [finding.id, finding]));
		return this.#known;
	}

	/** The words the reader has selected in the article. @returns {{ start: number, end: number } | null} */
	selection() {
		const range = this.#selected();
		if (!range || range.collapsed) return null;
		const start = this.#view.offsetOf(range.startContainer, range.startOffset);
		const end = this.#view.offsetOf(range.endContainer, range.endOffset);
		return start >= 0 && end > start ? { start, end } : null;
	}

	/**
	 * Lights source, cue and content of some findings together.
	 * @param {string[]} ids
	 */
	light(ids) {
		if (ids.join() === this.#lit.join()) return;
		for (const mark of this.node.querySelectorAll("mark.lit")) mark.classList.remove("lit");
		for (const id of ids)
			for (const mark of this.node.querySelectorAll(`mark[data-id="${CSS.escape(id)}"]`))
				mark.classList.add("lit");
		this.#lit = ids;
	}

	/**
	 * Brings a finding into view; with `focus`, the keyboard too.
	 * @param {Finding} finding
	 * @param {{ focus?: boolean }} [options]
	 * @returns {HTMLElement | null} where the popover may open
	 */
	reveal(finding, { focus = false } = {}) {
		const marks = this.#view.marksOf(finding);
		const stop = marks.find((mark) => mark.hasAttribute("tabindex")) ?? marks[0] ?? null;
		if (!stop) return null;
		if (stop.closest(".furniture")) this.unfold();
		stop.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
		if (focus) stop.focus({ preventScroll: true });
		this.light([finding.id]);
		return stop;
	}

	/**
	 * A range over the words, whether or not they are marked.
	 * @param {number} start
	 * @param {number} end
	 */
	range(start, end) {
		return this.#view.range(start, end);
	}

	/**
	 * @param {Node} node
	 * @param {number} offset
	 */
	offsetOf(node, offset) {
		return this.#view.offsetOf(node, offset);
	}

	/**
	 * Gives the text a caret: to type, or only to select words by keyboard. While typing, marks give way to highlights,
	 * which leave caret and undo alone.
	 * @param {"write" | "select" | null} use
	 * @param {string} [label]
	 */
	caret(use, label = "") {
		const { node } = this;
		for (const name of ["contenteditable", "aria-multiline", "aria-readonly", "aria-label"])
			node.removeAttribute(name);
		node.setAttribute("role", use ? "textbox" : "article");
		if (!use) return;
		node.setAttribute("contenteditable", "plaintext-only");
		node.setAttribute("aria-multiline", "true");
		if (use === "select") node.setAttribute("aria-readonly", "true");
		node.setAttribute("aria-label", label);
		node.focus({ preventScroll: use === "select" });
	}

	#selected() {
		const root = /** @type {ShadowRoot} */ (this.node.getRootNode());
		return getSelection()?.getComposedRanges({ shadowRoots: [root] })[0];
	}

	/** What is annotated while somebody types: the whole text, or of a long one the part they type in. */
	get typedIn() {
		if (!this.isLong) return this.node;
		const at = this.#selected()?.startContainer;
		const element = at instanceof Element ? at : at?.parentElement;
		return element?.closest(".leaf") ?? null;
	}

	/** The lines of the page it came from, which are folded away. */
	get folded() {
		return [...this.node.querySelectorAll(".furniture")].map((line) => line.textContent ?? "");
	}

	/** Shows them. */
	unfold() {
		this.node.classList.add("unfolded");
	}

	get isLong() {
		return this.node.classList.contains("long");
	}

	get isEditing() {
		return this.node.hasAttribute("contenteditable");
	}

	/**
	 * @param {Piece} piece
	 * @param {boolean} first
	 * @returns {Record<string, unknown>}
	 */
	#attributes(piece, first) {
		const { finding, role } = piece;
		/** @type {Record<string, unknown>} */
		const attributes = {};
		if (this.announce === "full" && role !== "content" && role !== "sentence")
			attributes["data-say"] = this.#on.describe(finding);
		if (first && role !== "sentence") {
			attributes.tabindex = -1;
			if (this.announce !== "off") attributes["aria-description"] = this.#on.describe(finding);
		}
		return attributes;
	}

	/** @param {Event} event */
	#hover(event) {
		const mark = markAt(event.target);
		this.light(mark ? [String(mark.dataset.id)] : []);
	}

	/** @param {FocusEvent} event */
	#focus(event) {
		const mark = markAt(event.target);
		const finding = mark && this.#byId.get(String(mark.dataset.id));
		if (!finding) return;
		if (this.#stop && this.#stop !== mark) this.#stop.tabIndex = -1;
		mark.tabIndex = 0;
		this.#stop = mark;
		this.light([finding.id]);
		this.#on.reach(finding);
	}

	/** @param {MouseEvent} event */
	#click(event) {
		const mark = markAt(event.target);
		if (!mark || this.isEditing || hasSelection()) return;
		this.#open(mark);
	}

	/** @param {HTMLElement} mark */
	#open(mark) {
		/** @type {Finding[]} */
		const found = [];
		for (let at = markAt(mark); at; at = markAt(at.parentElement)) {
			const finding = this.#byId.get(String(at.dataset.id));
			if (finding && !found.includes(finding)) found.push(finding);
		}
		const back = mark.tabIndex >= 0 || mark.hasAttribute("tabindex") ? mark : this.#stop;
		if (found.length) this.#on.point(found, mark, back);
	}

	/** @param {KeyboardEvent} event */
	#key(event) {
		if (event.key === "Escape" && this.isEditing && this.node.ariaReadOnly !== "true")
			return this.#on.leave();
		const mark = markAt(event.target);
		if (!mark || this.isEditing || event.altKey || event.ctrlKey || event.metaKey) return;
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
		if (event.key === "Enter" || event.key === " ") this.#open(mark);
		else if (step) this.#step(mark, step);
		else return;
		event.preventDefault();
	}

	/**
	 * @param {HTMLElement} from
	 * @param {number} step
	 */
	#step(from, step) {
		const stops = /** @type {HTMLElement[]} */ ([...this.node.querySelectorAll("mark[tabindex]")]);
		stops[stops.indexOf(from) + step]?.focus();
	}
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
const markAt = (target) => (target instanceof Element ? target.closest("mark[data-id]") : null);

const hasSelection = () => getSelection()?.type === "Range";

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
