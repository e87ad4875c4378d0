// @ts-check
//! Owns writing HTML as text for files: whatever is put into a template is escaped, unless it is a template itself.
//! The page never uses it; it builds nodes.

/** HTML that is safe to join with other HTML. */
export class Markup {
	#html;

	/** @param {string} html */
	constructor(html) {
		this.#html = html;
	}

	toString() {
		return this.#html;
	}
}

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * A template whose values cannot become markup: `html\`<p>${words}</p>\``. Lists are joined.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {Markup}
 */
export const html = (strings, ...values) =>
	new Markup(String.raw({ raw: strings }, ...values.map((value) => escaped(value))));

/**
 * @param {unknown} value
 * @returns {string}
 */
function escaped(value) {
	if (value instanceof Markup) return value.toString();
	if (Array.isArray(value)) return value.map(escaped).join("");
	return String(value).replace(/[&<>"']/g, (letter) => ESCAPES[letter]);
}
