// @ts-check
//! Owns the list of what is kept on the device: the switch, search, opening, deleting one or all, export and import.

import { SaidSoError } from "../engine/error.js";
import { h } from "../look/node.js";
import { deskIn } from "../words/desk.js";
import { dialog } from "./dialog.js";
import { download } from "./download.js";
import "./shelf.css";
import { offerBack, wanted } from "./notice.js";
import { clear, get, list, put, remove, search, turnOff, turnOn } from "./shelf.js";
import { takeIn, toLines } from "./shelf-file.js";
import { isShelved } from "./shelf-switch.js";
import { forgotten, unshelve } from "./shelving.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */
/** @import { Head } from "./shelf.js" */
/** @typedef {{ reader: SaidSoElement, say: Say, language: string, changed(): unknown, node: HTMLDialogElement, told: HTMLElement, body: HTMLElement }} Shelf */

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
	await draw({ reader, say, language, changed, node, told, body });
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
	shelf.told.replaceChildren();
	forgotten();
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
		shelf.told.replaceChildren();
		forgotten();
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
			button("shelf.import", () => choose(shelf, asked)),
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
	if (head.changes) about.push(say("shelf.changes", { n: head.changes }));
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
		await draw(shelf);
		const undo = h("button", { type: "button" }, say("desk.undo"));
		undo.addEventListener("click", async () => {
			if (json && isShelved()) await put(head, json);
			shelf.told.replaceChildren();
			await draw(shelf);
			/** @type {HTMLElement | null} */ (node.querySelector("input[type=search]"))?.focus();
		});
		shelf.told.replaceChildren(h("p", {}, say("shelf.deleted", { title: head.title }), " ", undo));
		undo.focus();
	});
	return h("li", {}, open, drop);
}

/**
 * Takes in what was exported here, or saved reports.
 * @param {Shelf} shelf
 * @param {HTMLElement} asked
 */
function choose(shelf, asked) {
	const { say, told } = shelf;
	const choice = h("input", { type: "file", accept: ".jsonl,.json", multiple: true });
	choice.addEventListener("change", async () => {
		let n = 0;
		let same = 0;
		try {
			for (const file of choice.files ?? [])
				for (const json of (await file.text()).split("\n")) {
					if (!json.trim()) continue;
					if (await takeIn(json)) n++;
					else same++;
				}
			await draw(shelf);
			const words = [
				n || !same ? say("shelf.imported", { n }) : "",
				same ? say("shelf.same", { n: same }) : "",
			];
			told.replaceChildren(h("p", {}, words.filter(Boolean).join(" ")));
		} catch (error) {
			if (!(error instanceof SaidSoError)) throw error;
			asked.replaceChildren(h("p", { role: "alert" }, say("shelf.bad")));
		}
	});
	choice.click();
}
