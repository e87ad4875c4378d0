// @ts-check
//! Owns the attributes of `<said-so>`: a property for each, the values that each takes, and what is taken for a wrong one,
//! of which the console is told once.

import { shown } from "../engine/given.js";
import { KINDS } from "../report/finding.js";

// In Node there is nothing to extend, but importing must not throw.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** What stands in a fixed list, the first for what is missing or wrong. */
export const CHOICES = Object.freeze({
	panel: Object.freeze(/** @type {const} */ (["auto", "none"])),
	theme: Object.freeze(/** @type {const} */ (["auto", "light", "dark"])),
	announce: Object.freeze(/** @type {const} */ (["brief", "off", "full"])),
	print: Object.freeze(/** @type {const} */ (["none", "notes"])),
	corrections: Object.freeze(/** @type {const} */ (["none", "allow"])),
});

/** @typedef {typeof CHOICES} Choices */
/** @typedef {"mode" | "for" | "show" | "min-confidence" | "panel" | "theme" | "announce" | "max-chars" | "lang" | "label" | "print" | "corrections"} Name */

/** @type {readonly Name[]} */
export const NAMES = Object.freeze([
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
	"print",
	"corrections",
]);

/** What the console has been told. @type {Set<string>} */
const told = new Set();

/**
 * Tells the console once that an attribute makes no sense.
 * @param {string} name
 * @param {string} value
 * @param {string} instead
 */
export const warn = (name, value, instead) => tell(`<said-so ${name}="${value}"> makes no sense: ${instead}`);

/** Tells the console once. @param {string} words */
export function tell(words) {
	if (!told.has(words)) console.warn(words);
	told.add(words);
}

/**
 * The value of an attribute that stands in a list.
 * @template {keyof Choices} N
 * @param {Element} element
 * @param {N} name
 * @returns {Choices[N][number]}
 */
export function chosen(element, name) {
	const value = element.getAttribute(name);
	const [first, ...rest] = CHOICES[name];
	const known = [first, ...rest].find((one) => one === value);
	if (value && !known) warn(name, value, `it is ${rest.join(", ")}, or ${first} as now`);
	return /** @type {Choices[N][number]} */ (known ?? first);
}

/**
 * The value of an attribute that is a number; nothing where it is missing or out of bounds.
 * @param {Element} element
 * @param {Name} name
 * @param {{ from: number, to?: number }} bounds
 */
export function number(element, name, { from, to = Number.POSITIVE_INFINITY }) {
	const value = element.getAttribute(name);
	if (!value) return undefined;
	const read = Number(value);
	if (read >= from && read <= to) return read;
	warn(name, value, `it is a number from ${from}${to < Number.POSITIVE_INFINITY ? ` to ${to}` : ""}`);
}

/**
 * The kinds that the attribute `show` names; nothing where it is missing.
 * @param {Element} element
 */
export function kinds(element) {
	const value = element.getAttribute("show");
	const names = value?.split(/[\s,]+/u).filter(Boolean) ?? [];
	const unknown = names.filter((one) => ![...KINDS, "all", "none"].includes(/** @type {any} */ (one)));
	if (unknown.length) warn("show", unknown.join(" "), `the kinds are ${KINDS.join(", ")}, all and none`);
	return value;
}

/** The element's attributes as properties: each is the attribute itself, so that either may be set and read. */
export class AttributeElement extends Base {
	/** The id of the article, or a selector; as `for` of a label. @type {string} */
	get htmlFor() {
		return this.getAttribute("for") ?? "";
	}

	set htmlFor(name) {
		this.put("for", name);
	}

	/** The kinds that are marked, apart by spaces; `all`, `none`. @type {string} */
	get show() {
		return this.getAttribute("show") ?? "";
	}

	set show(list) {
		this.put("show", list);
	}

	/** How sure a mark must be, from 0 to 1. @type {number} */
	get minConfidence() {
		return number(this, "min-confidence", { from: 0, to: 1 }) ?? 0;
	}

	set minConfidence(least) {
		this.put("min-confidence", least);
	}

	/** Whether there is a list beside or under the article. @type {"auto" | "none"} */
	get panel() {
		return chosen(this, "panel");
	}

	set panel(which) {
		this.put("panel", which);
	}

	/** Light, dark, or as the reader's system. @type {"auto" | "light" | "dark"} */
	get theme() {
		return chosen(this, "theme");
	}

	set theme(which) {
		this.put("theme", which);
	}

	/** How much a screen reader says of a mark. @type {"brief" | "off" | "full"} */
	get announce() {
		return chosen(this, "announce");
	}

	set announce(which) {
		this.put("announce", which);
	}

	/** How many characters are read; as many as the core takes where it is missing. @type {number | null} */
	get maxChars() {
		return number(this, "max-chars", { from: 1 }) ?? null;
	}

	set maxChars(most) {
		this.put("max-chars", most);
	}

	/** What the element is called to screen readers. @type {string} */
	get label() {
		return this.getAttribute("label") ?? "";
	}

	set label(words) {
		this.put("label", words);
	}

	/** What is added to the article on paper. @type {"none" | "notes"} */
	get print() {
		return chosen(this, "print");
	}

	set print(what) {
		this.put("print", what);
	}

	/** Whether the reader may correct marks, add some and write notes; only where the text is the element's own. @type {"none" | "allow"} */
	get corrections() {
		return chosen(this, "corrections");
	}

	set corrections(which) {
		this.put("corrections", which);
	}

	/**
	 * Sets an attribute, or takes it away, as what cannot be one does.
	 * @protected
	 * @param {Name} name
	 * @param {unknown} value
	 */
	put(name, value) {
		const isWrong = /^(object|function|symbol)$/.test(typeof value);
		if (isWrong && value !== null) warn(name, shown(value), "it is words or a number, and missing as now");
		if (isWrong || value === undefined) this.removeAttribute(name);
		else this.setAttribute(name, String(value));
	}
}
