// @ts-check
//! Owns the list of the reader's own words and word lists: what is always marked or never, each to be removed, export and
//! import.

import { packOf } from "../engine/lexicon.js";
import { withoutEntry } from "../engine/own-list.js";
import { toLines } from "../engine/word-lines.js";
import { h } from "../look/node.js";
import { deskIn } from "../words/desk.js";
import { dialog } from "./dialog.js";
import { download } from "./download.js";
import "./shelf.css";
import { inWords, withFile } from "./word-list.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Lexicon, OwnEntry } from "../engine/engine.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {{ reader: SaidSoElement, say: Say, changed(): unknown, lists: HTMLElement, told: HTMLElement }} Words */

/**
 * @param {SaidSoElement} reader
 * @param {Say} pageSay
 * @param {string} language
 * @param {() => unknown} changed called when there are other words
 */
export function wordDialog(reader, pageSay, language, changed) {
	const say = deskIn(pageSay, language);
	const lists = h("div", {});
	const told = h("div", { "aria-live": "polite" });
	const words = { reader, say, changed, lists, told };
	const about = h("p", { class: "about" }, say("own.about"));
	const open = h(
		"p",
		{},
		button(say("own.open"), () => choose(words)),
	);
	const node = dialog(say("own.title"), say, h("div", { class: "shelf" }, about, open, told, lists));
	node.addEventListener("dragover", (event) => event.preventDefault());
	node.addEventListener("drop", (event) => {
		event.preventDefault();
		event.stopPropagation();
		take(event.dataTransfer?.files[0], words);
	});
	draw(words);
}

/** @param {Words} words */
function draw(words) {
	const { reader, say, lists } = words;
	const none = h("p", {}, say("own.empty"));
	lists.replaceChildren(
		...(reader.lexicons.length ? reader.lexicons.map((list) => section(list, words)) : [none]),
	);
}

/**
 * @param {Lexicon} list
 * @param {Words} words
 */
function section(list, words) {
	const { say } = words;
	const drop = () => put(withoutList(words.reader.lexicons, list), list.name, words);
	return h(
		"section",
		{ "aria-label": list.name },
		h("h3", {}, list.name),
		h("ul", {}, ...list.entries.map((entry) => line(entry, words))),
		h(
			"p",
			{ class: "exports" },
			button(say("own.json"), () => download(json(list), "application/json", fileOf(list, "json"))),
			button(say("own.text"), () => download(toLines(list), "text/plain", fileOf(list, "txt"))),
			button(say("own.removeList"), drop),
		),
	);
}

/**
 * @param {OwnEntry} entry
 * @param {Words} words
 */
function line(entry, words) {
	const { say, reader } = words;
	const kind = say(entry.kind === "none" ? "own.kind.none" : `hedge.${entry.kind}`);
	const remove = button(say("own.remove"), () =>
		put(withoutEntry(reader.lexicons, entry), `“${entry.words}”`, words),
	);
	remove.setAttribute("aria-label", say("own.removeOne", { words: entry.words }));
	return h("li", {}, h("span", { class: "open" }, h("b", {}, entry.words), " ", h("span", {}, kind)), remove);
}

/**
 * Uses other lists, says what was removed, and offers it back.
 * @param {Lexicon[]} lexicons
 * @param {string} removed
 * @param {Words} words
 */
async function put(lexicons, removed, words) {
	const { reader, say, told } = words;
	const before = reader.lexicons;
	await use(lexicons, words);
	const undo = button(say("desk.undo"), async () => {
		await use(before, words);
		told.replaceChildren(h("p", {}, say("desk.undone", { what: say("own.removed", { words: removed }) })));
		/** @type {HTMLElement | null} */ (words.lists.querySelector("button"))?.focus();
	});
	told.replaceChildren(h("p", {}, say("own.removed", { words: removed }), " ", undo));
	undo.focus();
}

/**
 * Annotates with other lists, and shows them.
 * @param {readonly Lexicon[]} lexicons
 * @param {Words} words
 */
async function use(lexicons, words) {
	const { reader, changed } = words;
	reader.lexicons = lexicons;
	draw(words);
	if (reader.value) await reader.whenReady().catch(() => {});
	changed();
}

/** @param {Words} words */
function choose(words) {
	const choice = h("input", { type: "file", accept: ".json,.txt" });
	choice.addEventListener("change", () => take(choice.files?.[0], words));
	choice.click();
}

/**
 * Uses the list of a file too, or says what is wrong with it.
 * @param {File | undefined} file
 * @param {Words} words
 */
async function take(file, words) {
	const { reader, say, told } = words;
	if (!file) return;
	try {
		const { lexicons, name, n } = await withFile(reader.lexicons, file, say("own.name"));
		await use(lexicons, words);
		told.replaceChildren(h("p", {}, say("lexicon.added", { name, n })));
	} catch (error) {
		told.replaceChildren(h("p", { role: "alert" }, inWords(error, say)));
	}
}

/**
 * @param {readonly Lexicon[]} lexicons
 * @param {Lexicon} list
 */
const withoutList = (lexicons, list) => lexicons.filter((one) => one !== list);

/** @param {Lexicon} list */
const json = (list) => `${JSON.stringify(packOf(list), null, "\t")}\n`;

/**
 * @param {Lexicon} list
 * @param {string} extension
 */
const fileOf = ({ name }, extension) =>
	`${
		name
			.match(/[\p{L}\p{N}]+/gu)
			?.join("-")
			.toLowerCase() ?? "words"
	}.${extension}`;

/**
 * @param {string} name
 * @param {() => unknown} act
 */
function button(name, act) {
	const node = h("button", { type: "button" }, name);
	node.addEventListener("click", act);
	return node;
}
