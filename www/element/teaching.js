// @ts-check
//! Owns marking by hand: the reader marks first, then sees what both found, only they, or only saidso.

import { h } from "../look/node.js";
import { addSheet } from "./sheet.js";
import style from "./tools.css?inline";

/** @import { Finding, Piece, Role } from "../report/finding.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {"both" | "you" | "saidso"} Side */

/** @type {readonly Exclude<Role, "sentence">[]} */
const ROLES = ["source", "cue", "content", "claim", "hedge"];
/** How much of the shorter one two marks share when they are the same. */
const SAME = 0.5;

export class Teaching {
	/** @type {HTMLElement} */ #node;
	/** @type {Reader} */ #reader;
	/** @type {() => void} */ #ended;
	/** @type {Finding[]} */ #mine = [];
	/** @type {Finding[]} */ #theirs = [];
	/** @type {Say} */ #say = (key) => key;
	#result = h("p", { role: "status" });

	/**
	 * @param {HTMLElement} node where its buttons stand; hidden while nobody marks
	 * @param {Reader} reader
	 * @param {() => void} ended
	 */
	constructor(node, reader, ended) {
		this.#node = node;
		addSheet(node, style);
		this.#reader = reader;
		this.#ended = ended;
	}

	/**
	 * Hides all marks and waits for the reader's own.
	 * @param {Finding[]} theirs what saidso found
	 * @param {Say} say
	 */
	begin(theirs, say) {
		this.#say = say;
		this.#theirs = theirs;
		this.#mine = [];
		this.#node.hidden = false;
		this.#node.setAttribute("aria-label", say("teach.title"));
		this.#result.textContent = say("status.teaching");
		const reveal = this.#button("teach.reveal", () => this.#reveal());
		reveal.className = "primary";
		this.#node.replaceChildren(
			this.#result,
			h(
				"p",
				{ class: "choices" },
				h("span", {}, say("teach.mark")),
				...ROLES.map((role) => this.#roleButton(role)),
				this.#button("teach.remove", () => this.#remove()),
				h(
					"span",
					{ class: "choices last" },
					reveal,
					this.#button("teach.stop", () => this.end()),
				),
			),
		);
		this.#reader.mark([]);
		this.#reader.caret("select", say("status.teaching"));
	}

	end() {
		this.#node.hidden = true;
		this.#reader.caret(null);
		this.#ended();
	}

	/**
	 * A button that leaves the selection in the text alone.
	 * @param {string} key
	 * @param {() => void} act
	 */
	#button(key, act) {
		const button = h("button", { type: "button" }, this.#say(key));
		button.addEventListener("pointerdown", (event) => event.preventDefault());
		button.addEventListener("click", act);
		return button;
	}

	/** @param {Exclude<Role, "sentence">} role */
	#roleButton(role) {
		const button = this.#button(`teach.${role}`, () => this.#add(role));
		button.prepend(h("span", { class: `swatch ${role}`, "aria-hidden": "true" }, "abc"));
		return button;
	}

	/** @param {Exclude<Role, "sentence">} role */
	#add(role) {
		const span = this.#reader.selection();
		if (!span) return;
		this.#mine = [...this.#mine, made(role, span.start, span.end, this.#mine.length)].sort(
			(a, b) => a.start - b.start,
		);
		this.#reader.mark(this.#mine);
	}

	#remove() {
		const span = this.#reader.selection();
		const touches = (/** @type {Finding} */ one) =>
			span !== null && one.start < span.end && one.end > span.start;
		this.#mine = this.#mine.filter((one) => !touches(one));
		this.#reader.mark(this.#mine);
	}

	#reveal() {
		const theirs = this.#theirs.flatMap(({ pieces }) => pieces).filter(({ role }) => role !== "sentence");
		const mine = this.#mine.map(({ pieces }) => pieces[0]);
		const both = mine.filter((one) => theirs.some((other) => isSame(one, other)));
		const you = mine.filter((one) => !both.includes(one));
		const saidso = theirs.filter((one) => !mine.some((other) => isSame(one, other)));
		const sides = { both, you, saidso };
		const counts = { both: both.length, you: you.length, saidso: saidso.length };
		this.#result.textContent = this.#say("teach.result", counts);
		const side = (/** @type {Side} */ name) => this.#button(`teach.${name}`, () => this.#show(sides[name]));
		const choices = h(
			"p",
			{ class: "choices" },
			side("both"),
			side("you"),
			side("saidso"),
			this.#button("teach.stop", () => this.end()),
		);
		this.#node.replaceChildren(this.#result, choices);
		this.#show(saidso.concat(mine));
	}

	/** @param {Piece[]} pieces */
	#show(pieces) {
		const whole = new Map(pieces.map((piece) => [piece.finding, /** @type {Piece[]} */ ([])]));
		for (const piece of pieces) whole.get(piece.finding)?.push(piece);
		const list = [...whole].map(([finding, some]) => ({ ...finding, pieces: some }));
		this.#reader.mark(list.sort((a, b) => a.start - b.start));
	}
}

/**
 * @param {Exclude<Role, "sentence">} role
 * @param {number} start
 * @param {number} end
 * @param {number} item
 * @returns {Finding}
 */
function made(role, start, end, item) {
	const kind = role === "claim" || role === "hedge" ? role : "attribution";
	/** @type {Finding} */
	const one = {
		id: `y${item}`,
		kind,
		item,
		start,
		end,
		pieces: [],
		confidence: 1,
		source: null,
		reasons: [],
		rule: "you",
	};
	one.pieces = [{ start, end, role, finding: one }];
	return one;
}

/**
 * @param {Piece} one
 * @param {Piece} other
 */
function isSame(one, other) {
	const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
	const shorter = Math.min(one.end - one.start, other.end - other.start);
	return one.role === other.role && shared >= SAME * shorter;
}
