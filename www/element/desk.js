// @ts-check
//! Owns what the reader makes of an article: corrections and notes, each made, shown and taken back. The report that
//! everybody else reads is the corrected one, so that nobody else need know.

import { annotateSync } from "../engine/engine.js";
import { h } from "../look/node.js";
import { correct } from "../report/correct.js";
import { quote } from "../report/quote.js";
import { remarksOn } from "../report/remark.js";
import { isSameArticle } from "../report/same-article.js";
import { selectorOf } from "../report/selector.js";
import { deskIn } from "../words/desk.js";
import { AddButtons } from "./add-buttons.js";
import { Adding } from "./adding.js";
import { changes } from "./changes.js";
import style from "./desk.css?inline";
import { offer } from "./offer.js";
import { OwnWords } from "./own-words.js";
import { addSheet } from "./sheet.js";
import { told } from "./told.js";
import tools from "./tools.css?inline";

/** @import { Correction, HedgeKind, Mark, Remark, Status } from "../report/correction.js" */
/** @import { Selector, Span } from "../report/selector.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { Say } from "../words/words.js" */
/** @import { DeskEvents, DeskParts } from "./desk-acts.js" */
/** @import { Told } from "./own-words.js" */
/** @import { PanelView } from "./sources.js" */
/** @import { View } from "./why.js" */

export class Desk {
	/** @type {DeskParts} */ #parts;
	/** @type {DeskEvents} */ #on;
	/** @type {Adding} */ #adding;
	/** @type {AddButtons} */ #buttons;
	/** @type {OwnWords} */ #own;
	/** @type {(() => void) | null} */ #draft = null;

	/**
	 * @param {HTMLElement} node where the buttons for adding marks stand
	 * @param {DeskParts} parts
	 * @param {DeskEvents} on
	 */
	constructor(node, parts, on) {
		this.#parts = parts;
		this.#on = on;
		this.#buttons = new AddButtons(parts, node, this);
		this.#adding = new Adding(node, parts.reader, this, () => this.#buttons.focus());
		this.#own = new OwnWords({
			say: () => this.say,
			lexicons: () => on.options().call.lexicons ?? [],
			relist: on.relist,
		});
		parts.reading.correct = (text, report, list) => correct(text, report, list, countWords);
		for (const sheet of [style, tools]) addSheet(node, sheet);
		parts.popover.node.addEventListener("toggle", (event) => {
			if (/** @type {ToggleEvent} */ (event).newState === "closed") this.#draft?.();
		});
	}

	/**
	 * What to do with a note that was begun, should the popover be closed over it; nothing once it is saved.
	 * @param {(() => void) | null} save
	 */
	draft(save) {
		this.#draft = save;
	}

	/** @returns {Say} */
	get say() {
		const { say, language } = this.#on.options();
		return deskIn(say, language);
	}

	get reading() {
		return this.#parts.reading;
	}

	/** The notes by the ids of what they stand on. */
	get notes() {
		const { text, report, remarks } = this.reading;
		return remarksOn(text, report, remarks);
	}

	/** What the lists say of a finding that there is a note on. @returns {(id: string) => HTMLElement | null} */
	noted() {
		const { notes, say } = this;
		return (id) => {
			const one = notes.get(id);
			return one
				? h("span", { class: "badge" }, say(one.status ? `desk.status.${one.status}` : "desk.note"))
				: null;
		};
	}

	/**
	 * What the popover offers under a mark.
	 * @param {Finding} finding
	 * @param {View} view
	 */
	offer(finding, view) {
		return this.reading.isTyped ? null : offer(finding, view, this);
	}

	/**
	 * Draws the tab of what was changed.
	 * @param {HTMLElement} body
	 * @param {PanelView} view
	 */
	list(body, view) {
		changes(body, view, this);
	}

	/** Shows how much was changed. */
	refresh() {
		const { corrections, remarks } = this.reading;
		const n = this.#on.options().corrections ? corrections.length + remarks.length : 0;
		this.#parts.panel.change(n ? this.say("desk.changes", { n }) : "");
		this.#buttons.show(this.#mayAdd);
	}

	/** Whether there are words that may be marked by hand. */
	get #mayAdd() {
		const { text, isTyped, report } = this.reading;
		return this.#on.options().corrections && text !== "" && !isTyped && report.engine.version !== "";
	}

	/**
	 * Another text comes: what was said of the one before goes, unless it is the same article, edited. Another article may
	 * hold the same words.
	 * @param {string} text
	 */
	turn(text) {
		const { reading } = this;
		if (text === reading.text) return;
		this.#adding.end();
		this.#own.forget();
		if (reading.isEdit || isSameArticle(reading.text, text)) return;
		reading.corrections = [];
		reading.remarks = [];
	}

	/**
	 * How a correction calls a mark.
	 * @param {Finding} finding
	 * @returns {Mark}
	 */
	markOf(finding) {
		const kind = kindOf(finding);
		return { kind: kind === "sentence" ? "claim" : kind, at: this.#placeOf(finding) };
	}

	/** @param {Finding} finding */
	#placeOf({ kind, start, end, pieces }) {
		if (kind === "claim") return selectorOf(this.reading.text, { start, end });
		const piece = pieces.find(({ role }) => role === "cue") ?? pieces.find(({ role }) => role !== "source");
		return selectorOf(this.reading.text, piece ?? pieces[0]);
	}

	/** @param {Correction} one */
	make(one) {
		const { reading } = this;
		const { corrections } = reading;
		reading.corrections = [...corrections, one];
		reading.revise();
		this.#show("desk.made", this.told(corrections.length), {
			id: reading.outcomes.at(-1)?.id,
			at: placesOf(one)[0],
		});
	}

	/**
	 * Takes one correction back; the others stay.
	 * @param {number} number
	 */
	takeBack(number) {
		const { reading } = this;
		const words = this.told(number);
		reading.corrections = reading.corrections.toSpliced(number, 1);
		this.#show("desk.undone", words);
	}

	/**
	 * One correction in a line.
	 * @param {number} number
	 */
	told(number) {
		const { corrections, outcomes, byId, text } = this.reading;
		const { id, was } = outcomes[number] ?? {};
		const { pieces = [] } = byId.get(id ?? "") ?? {};
		const said = pieces.filter(({ role }) => role === "content" || role === "claim");
		const words = was ? was.map((span) => quote(text, [span])).join(" ") : quote(text, said);
		return told(corrections[number], this.say, words);
	}

	/** Takes back what was changed last; says whether there was something. */
	undo() {
		const { corrections } = this.reading;
		if (this.#own.isLast(corrections.length)) {
			this.#undoOwn();
			return true;
		}
		if (corrections.length) this.takeBack(corrections.length - 1);
		return corrections.length > 0;
	}

	/** Takes all of them back. */
	undoAll() {
		this.reading.corrections = [];
		this.#show("desk.undone", this.say("desk.corrections"));
	}

	/**
	 * Writes a note on a mark or sentence; an empty one without a status is none.
	 * @param {Finding} finding
	 * @param {string} words
	 * @param {Status} status
	 */
	remark(finding, words, status) {
		this.#draft = null;
		const old = this.notes.get(finding.id);
		const one = { kind: kindOf(finding), at: this.#placeOf(finding), words: words.trim(), status };
		const kept = this.reading.remarks.filter((other) => other !== old);
		this.reading.remarks = one.words || status ? [...kept, one] : kept;
		this.#show("desk.noted", "", { id: finding.id, at: one.at });
	}

	/** @param {Remark} one */
	forget(one) {
		this.reading.remarks = this.reading.remarks.filter((other) => other !== one);
		this.#show("desk.undone", this.say("desk.note"));
	}

	/**
	 * Has the words of a place marked always, as a kind of hedge, or never, in every article.
	 * @param {Span} span
	 * @param {HedgeKind | "none"} kind
	 */
	async own(span, kind) {
		const { text, corrections } = this.reading;
		const isHere = this.#parts.popover.isOpen;
		const told = await this.#own.put(selectorOf(text, span), kind, corrections.length);
		const undo = { words: this.say("desk.undo"), act: () => this.#undoOwn(true) };
		if (told.isDone) this.#on.notify(this.say("own.every"), [undo]);
		this.#tell(told, isHere);
	}

	/** @param {boolean} [isHere] whether the keyboard was at something that goes with it */
	async #undoOwn(isHere = false) {
		const told = await this.#own.undo();
		if (told) this.#tell(told, isHere);
	}

	/**
	 * Says what has become of the reader's own words, and gives the keyboard back to the place.
	 * @param {Told} told
	 * @param {boolean} isHere
	 */
	#tell({ words, isDone, at }, isHere) {
		this.#parts.bar.mention(words);
		this.#adding.tell(words);
		if (isHere && isDone) this.#stay({ at });
	}

	/** Lets the reader mark words of the text. */
	add = () => {
		if (!this.#mayAdd) return;
		const { panel, popover } = this.#parts;
		popover.close();
		if (panel.isSheet) panel.expand(false);
		this.#adding.begin();
	};

	/** Draws everything as it was before words were selected. */
	draw() {
		this.#on.draw();
	}

	/**
	 * Shows what has changed, says so, and leaves the keyboard where it was.
	 * @param {string} key
	 * @param {string} [what]
	 * @param {{ id?: string | null, at?: Selector }} [place] the mark, or where it was
	 */
	#show(key, what = "", place = {}) {
		const { reading, popover, bar } = this.#parts;
		const isHere = popover.isOpen;
		popover.close();
		reading.revise();
		this.#on.draw();
		this.#on.changed();
		bar.mention(this.say(key, { what }));
		this.#adding.tell(this.say(key, { what }));
		if (isHere) this.#stay(place);
	}

	/**
	 * Gives the focus to the mark that was corrected, else to the next one.
	 * @param {{ id?: string | null, at?: Selector }} place
	 */
	#stay({ id, at }) {
		const { reading, reader } = this.#parts;
		const next = reading.marked.find(({ start, kind }) => at && start >= at.start && kind !== "sentence");
		const mark = reader.node.querySelector(`mark[data-id="${id ?? next?.id}"][tabindex]`);
		/** @type {HTMLElement | null} */ (mark)?.focus({ preventScroll: true });
	}
}

/** How many words the core counts, by the words. @type {Map<string, number>} */
const counted = new Map();

/** @param {string} words */
function countWords(words) {
	const known = counted.get(words) ?? count(words);
	if (counted.size > 5000) counted.clear();
	counted.set(words, known);
	return known;
}

/** @param {string} words */
function count(words) {
	try {
		return annotateSync(words).stats.words.total;
	} catch {
		// Where there is no engine, words are what stands between blanks.
		return words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
	}
}

/** @param {Finding} finding */
const kindOf = ({ kind }) => (kind === "unnamed" ? "attribution" : kind);

/**
 * Where in the text a correction is about.
 * @param {Correction} one
 * @returns {Selector[]}
 */
function placesOf(one) {
	if (one.act === "credit") return one.marks.map(({ at }) => at);
	if (one.act === "remove") return [one.mark.at];
	const places = "at" in one ? [one.at] : [one.source.at];
	return places.filter((at) => at !== null);
}
