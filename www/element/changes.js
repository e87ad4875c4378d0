// @ts-check
//! Owns the tab of what the reader has changed: every correction with its undo, every note.

import { h } from "../look/node.js";
import { find } from "../report/selector.js";
import { inside } from "./told.js";

/** @import { Remark } from "../report/correction.js" */
/** @import { DeskActs } from "./desk-acts.js" */
/** @import { PanelView } from "./sources.js" */

/**
 * Draws it anew; the keyboard stays in it.
 * @param {HTMLElement} body
 * @param {PanelView} view
 * @param {DeskActs} desk
 */
export function changes(body, view, desk) {
	const { say, reading } = desk;
	const hadFocus = body.querySelector(":focus") !== null;
	const corrections = reading.corrections.map((_, number) => correction(number, view, desk));
	const ids = new Map([...desk.notes].map(([id, one]) => [one, id]));
	const notes = reading.remarks.map((one) => remark(one, ids.get(one), view, desk));
	body.replaceChildren(
		...(corrections.length
			? [
					h("h2", {}, say("desk.n.corrections", { n: corrections.length })),
					h("ol", { class: "made" }, ...corrections),
				]
			: []),
		...(corrections.length > 1 ? [button(say("desk.undoAll"), () => desk.undoAll())] : []),
		...(notes.length
			? [h("h2", {}, say("desk.n.notes", { n: notes.length })), h("ol", { class: "made" }, ...notes)]
			: []),
	);
	if (hadFocus) body.focus({ preventScroll: true });
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} [label]
 */
function button(words, act, label) {
	const node = h("button", { type: "button", "aria-label": label }, words);
	node.addEventListener("click", act);
	return node;
}

/**
 * What leads to a mark, or only tells of it where there is none.
 * @param {string | null | undefined} id
 * @param {(string | HTMLElement | false)[]} words
 * @param {PanelView} view
 */
function way(id, words, view) {
	if (!id) return h("span", { class: "go" }, ...words);
	const node = h("button", { type: "button", class: "go", "data-id": id }, ...words);
	node.addEventListener("click", () => view.pick(id, node));
	return node;
}

/**
 * @param {number} number
 * @param {PanelView} view
 * @param {DeskActs} desk
 */
function correction(number, view, desk) {
	const { say, reading } = desk;
	const words = desk.told(number);
	const { fits, id } = reading.outcomes[number] ?? { fits: false, id: null };
	const lost = !fits && h("em", {}, ` – ${say("desk.lost")}`);
	const undo = button(say("desk.undo"), () => desk.takeBack(number), say("desk.undoOne", { what: words }));
	return h("li", {}, way(id, [words, lost], view), undo);
}

/**
 * @param {Remark} one
 * @param {string | undefined} id
 * @param {PanelView} view
 * @param {DeskActs} desk
 */
function remark(one, id, view, desk) {
	const { say, reading } = desk;
	const about = `“${inside(one.at.exact)}”`;
	const status = one.status && h("span", { class: "badge" }, say(`desk.status.${one.status}`));
	const lost = !find(reading.text, one.at) && h("em", {}, ` – ${say("desk.lost")}`);
	const words = [h("span", { class: "words" }, about, lost), status || "", status ? " " : "", one.words];
	const remove = button(say("desk.delete"), () => desk.forget(one), say("desk.deleteOne", { what: about }));
	return h("li", {}, way(id, words, view), remove);
}
