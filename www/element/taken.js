// @ts-check
//! Owns what the element's methods and properties take besides attributes. A method refuses anything else; a property for
//! which something can stand counts as missing, and the console is told once.

import { chosen, isObject, isText, LEXICONS, must } from "../engine/given.js";
import { KINDS } from "../report/finding.js";
import { tell } from "./attributes.js";

/** @import { Lexicon } from "../engine/engine.js" */
/** @import { Wanted } from "../engine/given.js" */
/** @import { Notice } from "./notices.js" */

const isSwitch = (/** @type {unknown} */ one) => typeof one === "boolean";
/** @type {Wanted} */
const SWITCH = ["true or false", isSwitch];
/** @type {Wanted} */
const WORDS = ["a string", isText];

/** What `annotate` may be told besides the text. @type {Record<string, Wanted>} */
const READ = {
	blocks: [
		"a list of blocks with start, end and kind",
		(all) => Array.isArray(all) && all.every((one) => one.start <= one.end && isText(one.kind)),
	],
	example: SWITCH,
	lent: SWITCH,
};

/** What `notify` may be told besides the words. @type {Record<string, Wanted>} */
const NOTICE = {
	code: WORDS,
	tone: ["note or alert", (one) => one === "note" || one === "alert"],
	actions: [
		"a list of words and act",
		(all) => all.every((/** @type {any} */ one) => isText(one.words) && typeof one.act === "function"),
	],
};

/** What `focus` takes. @type {Record<string, Wanted>} */
const FOCUS = { preventScroll: SWITCH, focusVisible: SWITCH };

/** The parts of a view that are lists. */
const LISTS = ["show", "hidden", "corrections", "remarks", "pages"];

/** What properties take. @type {Record<string, Wanted>} */
const PROPERTIES = {
	value: ["a string, or empty as now", isText],
	plain: ["true, or false as now", isSwitch],
	i18n: [
		"an object of words by their keys, or none as now",
		(all) => isObject(all) && Object.values(all).every((one) => isText(one) || isText(one.other)),
	],
};

/**
 * What a property is set to; nothing where that is missing or makes no sense.
 * @param {keyof typeof PROPERTIES} name
 * @param {any} value
 */
export function property(name, value) {
	const [what, test] = PROPERTIES[name];
	try {
		if (value !== undefined && value !== null) must(`it is ${what}`, value, test);
		return value ?? undefined;
	} catch (error) {
		tell(`the property ${name} of <said-so> makes no sense: ${/** @type {Error} */ (error).message}`);
	}
}

/**
 * @param {string | undefined} text
 * @param {unknown} options
 */
export function reading(text, options) {
	if (text !== undefined) words(text, "a text");
	return chosen(options, READ);
}

/**
 * @param {string} text
 * @param {unknown} options
 * @returns {Notice}
 */
export const notice = (text, options) => ({
	words: text,
	code: words(text, "a notice"),
	...chosen(options, NOTICE),
});

/** @param {unknown} options */
export const opening = (options) => chosen(options, { lent: SWITCH });

/** @param {unknown} options */
export const focusing = (options) => chosen(options, FOCUS);

/**
 * @param {string} value
 * @param {string} what it is
 */
export function words(value, what) {
	must(`${what} is a string`, value, isText);
	return value;
}

/**
 * @param {unknown} kind
 * @param {unknown} force
 */
export function kind(kind, force) {
	must(`a kind is one of ${KINDS.join(", ")}`, kind, (one) => KINDS.includes(one));
	must("force is true or false", force ?? true, isSwitch);
}

/** @param {unknown} view */
export const view = (view) =>
	must(
		"a view is what the view of an element gives",
		view,
		(one) => isObject(one) && LISTS.every((name) => Array.isArray(one[name] ?? [])),
	);

/** @param {readonly Lexicon[]} lexicons */
export function lexicons(lexicons) {
	must(`lexicons are ${LEXICONS[0]}`, lexicons, LEXICONS[1]);
	return lexicons;
}

/** @param {Element | null | undefined} article */
export function article(article = null) {
	must("an article is an element or null", article, (one) => one === null || one.nodeType === 1);
	return article;
}
