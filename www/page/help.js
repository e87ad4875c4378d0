// @ts-check
//! Owns the help sheet: what the marks mean, the keys, and what saidso cannot do.

import { h } from "../look/node.js";
import { dialog } from "./dialog.js";

/** @import { Say } from "../words/words.js" */

const CTRL = /Mac|iP/.test(globalThis.navigator?.platform ?? "") ? "⌘" : "Ctrl";

/** @type {[string, string][]} */
const KEYS = [
	["F8 · Shift+F8", "next"],
	["Enter", "enter"],
	["Esc", "esc"],
	[`${CTRL}+Shift+H`, "plain"],
	[`${CTRL}+Shift+M`, "panel"],
	["Alt+1 … 5", "kinds"],
	["Alt+M", "add"],
	["?", "help"],
];

/** @param {Say} say */
export function help(say) {
	const mark = (/** @type {string} */ name) => {
		const sample = h("span", { class: `sample ${name}` }, say(`help.${name}.sample`));
		return [h("dt", {}, sample), h("dd", {}, say(`help.${name}`))];
	};
	const key = (/** @type {[string, string]} */ [keys, name]) => [
		h("dt", {}, ...keys.split(" · ").flatMap((one, n) => [n ? " " : null, h("kbd", {}, one)])),
		h("dd", {}, say(`help.key.${name}`)),
	];
	const marks = ["source", "unnamed", "cue", "content", "claim", "hedge"].flatMap(mark);
	return dialog(
		say("help.title"),
		say,
		h("h3", {}, say("help.marks")),
		h("dl", { class: "samples" }, ...marks),
		h("h3", {}, say("help.keys")),
		h("dl", { class: "keys" }, ...KEYS.flatMap(key)),
		h("h3", {}, say("help.desk")),
		h("p", {}, say("help.desk.text")),
		h("h3", {}, say("help.limits")),
		h("p", {}, say("help.limits.text")),
	);
}
