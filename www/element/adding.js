// @ts-check
//! Owns adding marks by hand: the text can be selected by pointer and keyboard, and its words be said to be a statement
//! of somebody's, a claim, a hedge, or a part of a statement.

import { cutsPair } from "../engine/codepoint.js";
import { h } from "../look/node.js";
import { brief, quote } from "../report/quote.js";
import { selectorOf } from "../report/selector.js";
import { HEDGES } from "../words/kinds.js";
import { keepClear } from "./clearance.js";
import { whom } from "./whom.js";

/** @import { HedgeKind } from "../report/correction.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { DeskActs } from "./desk-acts.js" */
/** @import { Reader } from "./reader.js" */

const KINDS = Object.freeze(/** @type {const} */ (["quote", "claim", "hedge", "source", "cue", "content"]));
/** What stands round words and is none of them. */
const MARKS = /[\s\p{P}]/u;
/** So many statements nearest to the words are offered as theirs. */
const NEAR = 6;
/** Between the words that are selected and the tools, in pixels. */
const ROOM = 8;

export class Adding {
	/** @type {HTMLElement} */ #node;
	/** @type {Reader} */ #reader;
	/** @type {DeskActs} */ #desk;
	/** The words last selected: choosing what they are takes the focus away from them. @type {{ start: number, end: number } | null} */ #span =
		null;
	/** @type {ResizeObserver | undefined} */ #room;
	/** Called when its reader ends it, as the keyboard has to go somewhere. @type {() => void} */ #left;

	/**
	 * @param {HTMLElement} node
	 * @param {Reader} reader
	 * @param {DeskActs} desk
	 * @param {() => void} left
	 */
	constructor(node, reader, desk, left) {
		this.#node = node;
		this.#reader = reader;
		this.#desk = desk;
		this.#left = left;
	}

	begin() {
		const { say, reading } = this.#desk;
		const span = this.#reader.selection();
		this.#span = span && trimmed(reading.text, span);
		if (!this.#node.hidden) return this.tell();
		const stage = /** @type {HTMLElement} */ (this.#node.parentElement);
		// The last of all, so that it can stay at the bottom of the screen.
		stage.append(this.#node);
		this.#node.hidden = false;
		stage.classList.add("adding");
		stage.addEventListener("keydown", this.#leave);
		this.#room = keepClear(this.#node, stage);
		this.#node.setAttribute("aria-label", say("desk.add"));
		this.#draw();
		this.#reader.caret("select", say("desk.add.label"));
		document.addEventListener("selectionchange", this.#select);
		this.#node.scrollIntoView({ block: "nearest" });
		this.#uncover();
	}

	/** Scrolls the words that are selected out from under the tools. */
	#uncover() {
		if (!this.#span) return;
		const words = this.#reader.range(this.#span.start, this.#span.end)?.getBoundingClientRect();
		const under = (words?.bottom ?? 0) + ROOM - this.#node.getBoundingClientRect().top;
		if (words && under > 0) scrollBy({ top: Math.min(under, words.top - ROOM) });
	}

	end() {
		if (this.#node.hidden) return;
		document.removeEventListener("selectionchange", this.#select);
		this.#room?.disconnect();
		this.#node.hidden = true;
		this.#node.parentElement?.classList.remove("adding");
		this.#node.parentElement?.removeEventListener("keydown", this.#leave);
		this.#node.replaceChildren();
		this.#reader.caret(null);
	}

	/** Ends it by the reader's own hand. */
	#done() {
		this.end();
		this.#left();
	}

	/** @param {KeyboardEvent} event */
	#leave = (event) => {
		if (event.key !== "Escape" || event.defaultPrevented) return;
		event.preventDefault();
		event.stopPropagation();
		this.#done();
	};

	#select = () => {
		const span = this.#reader.selection();
		if (!span) return;
		this.#span = trimmed(this.#desk.reading.text, span);
		this.tell();
	};

	/** @param {string} [what] that was done; else which words are selected */
	tell(what) {
		const { say, reading } = this.#desk;
		const words = what
			? what
			: this.#span
				? `“${brief(quote(reading.text, [this.#span]), 90)}”`
				: say("desk.add.none");
		const line = this.#node.querySelector(".picked");
		if (line && line.textContent !== words) line.textContent = words;
	}

	#draw() {
		const { say } = this.#desk;
		const kind = h("select", {}, ...KINDS.map((one) => h("option", { value: one }, say(`desk.add.${one}`))));
		const more = h("span", { class: "more" });
		let made = this.#fields(kind.value);
		const show = () => {
			made = this.#fields(kind.value);
			more.replaceChildren(...made.nodes);
		};
		kind.addEventListener("change", () => {
			show();
			this.#uncover();
		});
		show();
		const done = h("button", { type: "button" }, say("desk.add.done"));
		done.addEventListener("click", () => this.#done());
		const form = h(
			"form",
			{ class: "choices" },
			h("label", {}, `${say("desk.add.as")} `, kind),
			more,
			h("button", { class: "primary" }, say("desk.add.mark")),
			done,
		);
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			if (this.#span) made.act(this.#span);
			else this.#reader.node.focus({ preventScroll: true });
		});
		const picked = h("p", { class: "picked", role: "status" });
		this.#node.replaceChildren(h("p", { class: "how" }, say("desk.add.how")), picked, form);
		this.tell();
	}

	/**
	 * What has to be known besides the words.
	 * @param {string} kind
	 * @returns {{ nodes: HTMLElement[], act(span: { start: number, end: number }): void }}
	 */
	#fields(kind) {
		const desk = this.#desk;
		const { say, reading } = desk;
		const at = (/** @type {{ start: number, end: number }} */ span) => selectorOf(reading.text, span);
		if (kind === "claim") return { nodes: [], act: (span) => desk.make({ act: "claim", at: at(span) }) };
		if (kind === "hedge") {
			const choice = h(
				"select",
				{ "aria-label": say("desk.kind") },
				...HEDGES.map((one) => h("option", { value: one }, say(`hedge.${one}`))),
			);
			const act = (/** @type {{ start: number, end: number }} */ span) =>
				desk.make({ act: "hedge", at: at(span), kind: /** @type {HedgeKind} */ (choice.value) });
			return { nodes: [choice, ...this.#ownWords(() => /** @type {HedgeKind} */ (choice.value))], act };
		}
		if (kind === "quote") {
			const { nodes, who } = whom(reading, say, { label: `${say("desk.who")} ` });
			const act = (/** @type {{ start: number, end: number }} */ span) => {
				const to = who();
				if (to === undefined) {
					this.tell(say("desk.add.whom"));
					// Where a name is to be written the keyboard is in its field.
					const choice = nodes[0].querySelector("select");
					if (!choice?.value) choice?.focus();
				} else desk.make({ act: "quote", at: at(span), to });
			};
			return { nodes, act };
		}
		return this.#partOf(/** @type {"source" | "cue" | "content"} */ (kind));
	}

	/**
	 * The same words may be marked everywhere, or nowhere.
	 * @param {() => HedgeKind} kind
	 */
	#ownWords(kind) {
		const button = (/** @type {string} */ key, /** @type {() => HedgeKind | "none"} */ as) => {
			const node = h("button", { type: "button" }, this.#desk.say(key));
			node.addEventListener("click", () => {
				const span = this.#span && trimmed(this.#desk.reading.text, this.#span, MARKS);
				if (span) this.#desk.own(span, as());
				else this.#reader.node.focus({ preventScroll: true });
			});
			return node;
		};
		return [button("own.always.these", kind), button("own.never.these", () => "none")];
	}

	/**
	 * A part of a statement, of one of those nearest to the words.
	 * @param {"source" | "cue" | "content"} role
	 */
	#partOf(role) {
		const desk = this.#desk;
		const { say, reading } = desk;
		const near = this.#near();
		const line = (/** @type {Finding} */ { item }) => {
			const { contents, cue } = reading.report.attributions[item];
			return brief(quote(reading.text, contents.length ? contents : [cue]), 48);
		};
		const choice = h("select", {}, ...near.map((one) => h("option", { value: one.id }, line(one))));
		return {
			nodes: [h("label", {}, `${say("desk.add.of")} `, choice)],
			act: (/** @type {{ start: number, end: number }} */ span) => {
				const finding = reading.byId.get(choice.value);
				const at = selectorOf(reading.text, span);
				if (finding) desk.make({ act: "part", mark: desk.markOf(finding), role, at });
				else this.tell(say("desk.add.nothing"));
			},
		};
	}

	#near() {
		const at = this.#span?.start ?? 0;
		const away = (/** @type {Finding} */ { start, end }) => Math.max(start - at, at - end, 0);
		return this.#desk.reading.all
			.filter(({ kind }) => kind === "attribution" || kind === "unnamed")
			.sort((a, b) => away(a) - away(b))
			.slice(0, NEAR);
	}
}

/**
 * The words without blanks at their ends, or without other signs, and no half characters.
 * @param {string} text
 * @param {{ start: number, end: number }} span
 * @param {RegExp} [signs]
 */
function trimmed(text, { start, end }, signs = /\s/) {
	while (start < end && (signs.test(text[start]) || cutsPair(text, start))) start++;
	while (end > start && (signs.test(text[end - 1]) || cutsPair(text, end))) end--;
	return start < end ? { start, end } : null;
}
