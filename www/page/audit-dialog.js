// @ts-check
//! Owns the source audit on the page: files in, progress, what was added and how to take it back, the tables, files out.

import { added, withdrawn } from "../audit/collection.js";
import { toSaved } from "../audit/saved.js";
import { toCSV, toHTML, toJSONL } from "../audit/written.js";
import { ready } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { brought } from "../intake/brought.js";
import { h } from "../look/node.js";
import { deskIn } from "../words/desk.js";
import "./audit.css";
import { faultWords } from "./audit-fault.js";
import {
	forgetStep,
	inHand,
	isGone,
	lastStep,
	noteSaved,
	noteStep,
	openArticle,
	putInHand,
	stepBack,
	swap,
	takeAway,
} from "./audit-hand.js";
import { collect, nothing } from "./audit-read.js";
import { comeBack, tables } from "./audit-view.js";
import { dialog } from "./dialog.js";
import { download } from "./download.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Collection } from "../audit/collection.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {{ reader: SaidSoElement, say: Say, language: string, node: HTMLDialogElement, result: HTMLElement, told: HTMLElement, from?: string }} Desk */

/**
 * @param {SaidSoElement} reader
 * @param {Say} pageSay
 * @param {string} language
 * @param {readonly File[]} [files] to begin with
 * @param {string} [from] the button that its reader comes back to
 */
export function auditDialog(reader, pageSay, language, files = [], from) {
	const say = deskIn(pageSay, language);
	const choice = h("input", { type: "file", multiple: true, hidden: true });
	const open = h("button", { type: "button", class: "primary" }, say("audit.files"));
	const result = h("div", { class: "audit" });
	const told = h("div", { class: "audit", role: "status" });
	const node = dialog(
		say("audit.title"),
		say,
		h("p", {}, say("audit.note")),
		h("p", {}, open, choice),
		told,
		result,
	);
	/** @type {Desk} */
	const desk = { reader, say, language, node, result, told, from };
	node.classList.add("wide");
	open.addEventListener("click", () => choice.click());
	choice.addEventListener("change", () => {
		begin([...(choice.files ?? [])], desk);
		choice.value = "";
	});
	node.addEventListener("paste", (event) => {
		const isField = /** @type {HTMLElement} */ (event.target).matches("input");
		if (isField || !event.clipboardData) return;
		const given = brought(event.clipboardData);
		const files = given.files.length ? given.files : pasted(given.plain);
		if (!files.length) return;
		event.preventDefault();
		event.stopPropagation();
		begin(files, desk);
	});
	node.addEventListener("dragover", (event) => event.preventDefault());
	node.addEventListener("drop", (event) => {
		event.preventDefault();
		event.stopPropagation();
		begin([...(event.dataTransfer?.files ?? [])], desk);
	});
	node.addEventListener("keydown", (event) => {
		const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyZ";
		if (!isUndo || /** @type {HTMLElement} */ (event.target).matches("input")) return;
		event.preventDefault();
		undo(desk);
	});
	if (files.length) begin(files, desk);
	else draw(desk);
	desk.from = undefined;
	if (from) comeBack(node, from);
}

/** What stands alone on a line between pasted articles. */
const BETWEEN = /^[ \t]*(?:-{3,}|\*{3,}|={3,})[ \t]*$/m;

/**
 * Several articles pasted at once, apart by lines of dashes.
 * @param {string} words
 */
const pasted = (words) =>
	words
		.split(BETWEEN)
		.filter((part) => part.trim())
		.map((part, at) => new File([part.trim()], `${at + 1}.txt`));

/**
 * Adds what some files hold to the audit in hand.
 * @param {readonly File[]} files
 * @param {Desk} desk
 */
async function begin(files, desk) {
	if (!files.length) return;
	const { reader, say, node, result, told } = desk;
	const ending = new AbortController();
	const bar = h("progress", { max: 1, value: 0, "aria-label": say("status.loading") });
	const count = h("span", { role: "status" }, say("status.loading"));
	const cancel = h("button", { type: "button" }, say("status.cancel"));
	cancel.addEventListener("click", () => ending.abort());
	node.addEventListener("close", () => ending.abort(), { once: true });
	result.replaceChildren(h("p", { class: "progress" }, bar, count, cancel));
	told.replaceChildren();
	/** @type {HTMLElement | undefined} */
	let words;
	try {
		// The core says who is who, also of an audit that was saved.
		await ready();
		const { lexicons } = reader;
		words = put(await collect(files, { lexicons, signal: ending.signal, progress }), files, desk);
	} catch (error) {
		const code = error instanceof SaidSoError ? error.code : "engine-crash";
		words = h("p", { role: "alert" }, say(`error.${code}`));
	}
	draw(desk, words);

	/** @param {number} n @param {number} all */
	function progress(n, all) {
		bar.max = all;
		bar.value = n;
		// A screen reader is not told of each.
		if (n === all || n % Math.ceil(all / 20) === 0) count.textContent = say("audit.progress", { n, all });
	}
}

/**
 * Puts what was read into the audit; what was there stays, and what was added can be taken back.
 * @param {Collection[]} more
 * @param {readonly File[]} files
 * @param {Desk} desk
 * @returns {HTMLElement | undefined} what is to be said beside that
 */
function put(more, files, desk) {
	const { say } = desk;
	const before = inHand();
	if (more.every(({ records }) => !records.length)) {
		const faults = more.flatMap((one) => one.faults);
		const words = faults.length ? faultList(faults, desk) : h("p", {}, say("audit.none"));
		return h("div", { role: "alert" }, words);
	}
	let now = before ?? nothing();
	let [n, same] = [0, 0];
	for (const one of more) {
		const step = added(now, one);
		now = step.now;
		n += step.added;
		same += step.same;
	}
	putInHand(now);
	if (!before) return same ? h("p", {}, say("audit.same", { n: same })) : undefined;
	const [{ name }] = files;
	const which = files.length > 1 ? `${name} …` : name;
	const told = [n || !same ? say("audit.added", { n }) : "", same ? say("audit.same", { n: same }) : ""];
	const words = `${which}: ${told.filter(Boolean).join(" ")}`;
	noteStep({ words, back: (audit) => withdrawn(audit, before, now) });
}

/** Takes the audit off the page; it can be brought back. @param {Desk} desk */
function empty(desk) {
	takeAway();
	draw(desk);
}

/** Takes back what was done last, and says what that was. @param {Desk} desk */
function undo(desk) {
	const step = stepBack();
	if (step) draw(desk, h("p", {}, desk.say("desk.undone", { what: step.words })));
}

/**
 * Says what was done last, with the way back; or else offers the audit that was taken off the page.
 * @param {Desk} desk
 * @param {HTMLElement} [more] to be said besides
 */
function tell(desk, more) {
	const { say, told, node } = desk;
	const line = (/** @type {string} */ words, /** @type {string} */ key, /** @type {() => void} */ act) => {
		const label = key === "desk.undo" ? say("desk.undoOne", { what: words }) : undefined;
		const back = h("button", { type: "button", "aria-label": label }, say(key));
		back.addEventListener("click", () => {
			act();
			const next = told.querySelector("button") ?? node.querySelector("button.primary");
			/** @type {HTMLElement | null} */ (next)?.focus();
		});
		return h("p", { class: "told" }, words, " ", back);
	};
	const bringBack = () => {
		swap();
		draw(desk);
	};
	const step = lastStep();
	const way = step
		? line(step.words, "desk.undo", () => undo(desk))
		: isGone() && line(say("audit.gone"), "undo.back", bringBack);
	told.replaceChildren(...[more, way].filter((one) => one instanceof HTMLElement));
}

/**
 * Shows the audit in hand.
 * @param {Desk} desk
 * @param {HTMLElement} [words] what is to be said of it
 */
function draw(desk, words) {
	const { say, language, node, result, reader } = desk;
	const done = inHand();
	tell(desk, words);
	if (!done) return result.replaceChildren();
	const { faults, isCut } = done;
	const name = new Date().toISOString().slice(0, 10);
	const button = (/** @type {string} */ key, /** @type {() => unknown} */ act) => {
		const made = h("button", { type: "button" }, say(`audit.${key}`));
		made.addEventListener("click", act);
		return made;
	};
	const file = (
		/** @type {string} */ key,
		/** @type {string} */ ending,
		/** @type {() => string} */ write,
		type = "text/plain",
	) => button(key, () => download(write(), type, `sources-${name}.${ending}`));
	const save = () => {
		noteSaved();
		return toSaved(done);
	};
	result.replaceChildren(
		isCut ? h("p", { role: "status" }, say("audit.cancelled")) : "",
		faults.length
			? h(
					"details",
					{ class: "faults" },
					h("summary", {}, say("audit.faults", { n: faults.length })),
					faultList(faults, desk),
				)
			: "",
		h(
			"p",
			{ class: "exports" },
			file("csv", "csv", () => toCSV(done), "text/csv"),
			file("jsonl", "jsonl", () => toJSONL(done), "application/jsonl"),
			file("html", "html", () => toHTML(done, { say, language }), "text/html"),
			file("save", "audit.json", save, "application/json"),
			button("new", () => empty(desk)),
		),
		...tables(done, {
			say,
			language,
			from: desk.from,
			way: (record) =>
				done.articles[record]
					? (start, from) => {
							node.close();
							openArticle(record, start, desk, () => auditDialog(reader, say, language, [], from));
						}
					: null,
			did: (step) => {
				noteStep(step);
				draw(desk);
			},
			undid: (words) => {
				forgetStep(words);
				draw(desk);
			},
		}),
	);
}

/**
 * The files that could not be read, each with why and what to do.
 * @param {Collection["faults"]} faults
 * @param {Desk} desk
 */
const faultList = (faults, { say, language }) =>
	h(
		"ul",
		{},
		...faults.map((one) => h("li", {}, h("b", {}, one.name), ` – ${faultWords(one, say, language)}`)),
	);
