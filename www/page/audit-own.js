// @ts-check
//! Owns what an editor adds to the tables of an audit by hand: columns of their own, and who is whom.

import { h } from "../look/node.js";

/** @import { Apart, Joined } from "../audit/join.js" */
/** @import { Cells } from "../audit/own.js" */
/** @import { Audit, Own } from "../audit/saved.js" */
/** @import { Say } from "../words/words.js" */
/** @import { Step } from "./audit-hand.js" */
/**
 * @typedef {object} ByHand
 * @property {Say} say
 * @property {(step: Step) => void} did notes what was done, and draws all of it anew
 * @property {(words: string) => void} undid draws all of it anew, as something was taken back
 */

/** Names that no file is opened with. */
const REFUSED = /^(?:__proto__|constructor|prototype)$/;

/**
 * A field in a column of one's own; where two values met in it, both stand there until the editor has chosen.
 * @param {Cells} cells
 * @param {Joined} one
 * @param {string} column
 * @param {Say} say
 */
export function cell(cells, one, column, say) {
	const field = h("input", {
		type: "text",
		maxlength: 400,
		"aria-label": say("audit.cell", { column, name: one.name }),
	});
	field.value = cells.get(one.key, column);
	const both = h("small", {}, say("audit.cell.both"));
	field.addEventListener("input", () => {
		cells.set(one.key, column, field.value.trim());
		both.remove();
	});
	return cells.all(one.key, column).length > 1 ? h("span", { class: "both" }, field, both) : field;
}

/**
 * Adds a column of one's own.
 * @param {Audit} audit
 * @param {ByHand} view
 */
export function column({ own }, { say, did }) {
	const name = h("input", {
		type: "text",
		maxlength: 60,
		required: true,
		"aria-label": say("audit.column"),
		placeholder: say("audit.column.name"),
		title: say("audit.column.note"),
	});
	const form = h("form", {}, name, h("button", {}, say("audit.column")));
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		const words = name.value.trim();
		if (!words || own.columns.includes(words) || REFUSED.test(words)) return name.focus();
		own.columns.push(words);
		did({
			words: say("audit.column.added", { column: words }),
			back: (now) => ({
				...now,
				own: { ...now.own, columns: now.own.columns.filter((one) => one !== words) },
			}),
		});
	});
	return form;
}

/**
 * Whom a last name or an initial means, to be said by hand.
 * @param {Apart} one
 * @param {Audit} audit
 * @param {ByHand} view
 */
export function choice({ key, name, maybe }, { own }, { say, did }) {
	const options = maybe.map((other) => h("option", { value: other.key }, other.name));
	const select = h(
		"select",
		{ "aria-label": say("audit.is", { name }) },
		h("option", { value: "" }, say("audit.is.open")),
		...options,
	);
	select.addEventListener("change", () => {
		const other = maybe.find((one) => one.key === select.value);
		if (!other) return;
		own.joins[key] = other.key;
		const words = say("audit.joined", { name: nameIn(key), other: other.name });
		did({ words, back: (now) => ({ ...now, own: apart(now.own, key) }) });
	});
	return select;
}

/**
 * What was said so by hand, each to be taken back.
 * @param {Audit} audit
 * @param {Joined[]} sources
 * @param {ByHand} view
 */
export function joinedByHand({ own }, sources, { say, undid }) {
	const names = new Map(sources.map((one) => [one.key, one.name]));
	const line = (/** @type {[string, string]} */ [key, other]) => {
		const words = say("audit.joined", {
			name: nameIn(key),
			other: names.get(other) ?? other,
		});
		const undo = h(
			"button",
			{ type: "button", "aria-label": say("desk.undoOne", { what: words }) },
			say("desk.undo"),
		);
		undo.addEventListener("click", () => {
			delete own.joins[key];
			undid(words);
		});
		return h("li", {}, words, " ", undo);
	};
	const all = Object.entries(own.joins);
	return all.length ? [h("ul", { class: "joins" }, ...all.map(line))] : [];
}

/** @param {string} key */
const nameIn = (key) => key.slice(key.indexOf(":") + 1);

/**
 * @param {Own} own
 * @param {string} key of whom nobody said by hand any more who that is
 * @returns {Own}
 */
function apart(own, key) {
	const { [key]: _, ...joins } = own.joins;
	return { ...own, joins };
}
