// @ts-check
//! Owns the list of what is kept on the device: the switch, search, opening, deleting one or all, export and import.

import { h } from "../look/node.js";
import { deskIn } from "../words/desk.js";
import { dialog } from "./dialog.js";
import { download } from "./download.js";
import "./shelf.css";
import { madeWords } from "./made.js";
import { offerBack, wanted } from "./notice.js";
import { clear, get, list, put, remove, search, turnOff, turnOn } from "./shelf.js";
import { toLines } from "./shelf-file.js";
import { takeInFiles } from "./shelf-import.js";
import { isShelved } from "./shelf-switch.js";
import { forgotten, unshelve } from "./shelving.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */
/** @import { Head } from "./shelf.js" */
/** @typedef {{ reader: SaidSoElement, say: Say, language: string, changed(): unknown, node: HTMLDialogElement, told: HTMLElement, body: HTMLElement }} Shelf */

/** What was deleted one by one since the page was opened, the last first, until it is brought back.
 * @type {{ head: Head, json: string }[]} */
let deleted = [];

/**
 * @param {SaidSoElement} reader
 * @param {Say} pageSay
 * @param {string} language
 * @param {() => unknown} changed called when it was switched on or off
 */
export async function shelfDialog(reader, pageSay, language, changed) {
	const say = deskIn(pageSay, language);
	const body = h("div", { class: "shelf" });
	const told = h("div", { class: "shelf", role: "status" });
	const node = dialog(say("shelf.title"), say, told, body);
	const shelf = { reader, say, language, changed, node, told, body };
	await draw(shelf);
	offer(shelf);
}

/**
 * Offers to bring back what was deleted.
 * @param {Shelf} shelf
 * @param {string[]} [words] to be said besides
 */
function offer(shelf, words = []) {
	const { say, told, node } = shelf;
	const line = (/** @type {{ head: Head, json: string }} */ one) => {
		const what = say("shelf.deleted", { title: one.head.title });
		const undo = h(
			"button",
			{ type: "button", "aria-label": say("desk.undoOne", { what }) },
			say("desk.undo"),
		);
		undo.addEventListener("click", async () => {
			await put(one.head, one.json);
			deleted = deleted.filter((other) => other !== one);
			await draw(shelf);
			offer(shelf);
			/** @type {HTMLElement | null} */ (node.querySelector("input[type=search]"))?.focus();
		});
		return h("p", {}, what, " ", undo);
	};
	told.replaceChildren(...words.map((one) => h("p", {}, one)), ...deleted.map(line));
}

/** Forgets what was deleted too. @param {Shelf} shelf */
function forgetAll(shelf) {
	deleted = [];
	shelf.told.replaceChildren();
	forgotten();
}

/** @param {Shelf} shelf */
async function draw(shelf) {
	const { say, body } = shelf;
	const on = isShelved();
	const heads = on ? await list() : [];
	const box = h("input", { type: "checkbox", checked: on });
	const asked = h("div", { "aria-live": "polite" });
	box.addEventListener("change", async () => {
		if (box.checked) return switchOn(shelf, asked);
		box.checked = true;
		sure(asked, say("shelf.sure", { n: heads.length }), say("shelf.stop"), say, () => switchOff(shelf));
	});
	body.replaceChildren(
		h("p", { class: "choice" }, h("label", {}, box, ` ${say("shelf.switch")}`)),
		asked,
		h("p", { class: "about" }, say(on ? "shelf.on" : "shelf.off")),
		...(on ? kept(heads, shelf, asked) : []),
	);
}

/**
 * @param {Shelf} shelf
 * @param {HTMLElement} asked
 */
async function switchOn(shelf, asked) {
	try {
		await turnOn();
		await shelf.changed();
		await draw(shelf);
	} catch {
		asked.textContent = shelf.say("shelf.refused");
	}
}

/** @param {Shelf} shelf */
async function switchOff(shelf) {
	await turnOff();
	forgetAll(shelf);
	await shelf.changed();
	await draw(shelf);
}

/**
 * Asks once more, beside what was pressed.
 * @param {HTMLElement} place
 * @param {string} words
 * @param {string} go
 * @param {Say} say
 * @param {() => unknown} act
 */
function sure(place, words, go, say, act) {
	const yes = h("button", { type: "button" }, go);
	const no = h("button", { type: "button" }, say("status.cancel"));
	yes.addEventListener("click", act);
	no.addEventListener("click", () => place.replaceChildren());
	place.replaceChildren(h("p", { class: "sure" }, words, " ", yes, " ", no));
	no.focus();
}

/**
 * @param {Head[]} heads
 * @param {Shelf} shelf
 * @param {HTMLElement} asked
 */
function kept(heads, shelf, asked) {
	const { say } = shelf;
	const field = h("input", {
		type: "search",
		"aria-label": say("shelf.search"),
		placeholder: say("shelf.search"),
	});
	const items = h("ul", {});
	const show = async () => {
		const words = field.value.trim();
		const ids = words ? await search(words) : null;
		if (words !== field.value.trim()) return;
		const found = heads.filter(
			({ id, title }) => !ids || ids.has(id) || title.toLocaleLowerCase().includes(words.toLocaleLowerCase()),
		);
		const none = h("li", {}, say(heads.length ? "shelf.unfound" : "shelf.none"));
		items.replaceChildren(...(found.length ? found.map((one) => line(one, shelf)) : [none]));
	};
	field.addEventListener("input", show);
	show();
	const button = (/** @type {string} */ key, /** @type {() => unknown} */ act) => {
		const made = h("button", { type: "button" }, say(key));
		made.addEventListener("click", act);
		return made;
	};
	const empty = async () => {
		await clear();
		forgetAll(shelf);
		await draw(shelf);
	};
	const day = new Date().toISOString().slice(0, 10);
	return [
		h("p", {}, field),
		items,
		h(
			"p",
			{ class: "exports" },
			heads.length > 0 &&
				button("shelf.export", async () =>
					download(await toLines(), "application/jsonl", `saidso-${day}.jsonl`),
				),
			button("shelf.import", () => choose(shelf)),
			heads.length > 0 &&
				button("shelf.deleteAll", () =>
					sure(asked, say("shelf.sureAll", { n: heads.length }), say("shelf.deleteAll"), say, empty),
				),
		),
	];
}

/**
 * @param {Head} head
 * @param {Shelf} shelf
 */
function line(head, shelf) {
	const { say, language, reader, node } = shelf;
	const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(head.at);
	const about = [day, say("status.sources", { n: head.sources })];
	const { changes, notes = 0 } = head;
	about.push(...madeWords(changes - notes, notes, say));
	const open = h(
		"button",
		{ type: "button", class: "open" },
		h("b", {}, head.title || "…"),
		" ",
		h("span", {}, about.join(" · ")),
	);
	open.addEventListener("click", async () => {
		const before = wanted(reader);
		if (!(await unshelve(reader, head.id))) return;
		node.close();
		offerBack(reader, say, before);
	});
	const drop = h(
		"button",
		{ type: "button", "aria-label": say("shelf.deleteOne", { title: head.title }) },
		say("shelf.delete"),
	);
	drop.addEventListener("click", async () => {
		const json = await get(head.id);
		await remove(head.id);
		forgotten(head.id);
		if (json) deleted = [{ head, json }, ...deleted];
		await draw(shelf);
		offer(shelf);
		shelf.told.querySelector("button")?.focus();
	});
	return h("li", {}, open, drop);
}

/** Takes in what was exported here, or saved reports. @param {Shelf} shelf */
function choose(shelf) {
	const choice = h("input", { type: "file", accept: ".jsonl,.json", multiple: true });
	choice.addEventListener("change", async () => {
		const told = await takeInFiles([...(choice.files ?? [])], shelf.say);
		await draw(shelf);
		offer(shelf, told);
	});
	choice.click();
}
