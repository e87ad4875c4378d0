// @ts-check
//! Owns the ways into adding a mark: a button in the bar, and one beside words that are selected.

import { h } from "../look/node.js";

/** @import { DeskActs, DeskParts } from "./desk-acts.js" */

/** How long a selection must rest before something is offered for it, in milliseconds. */
const REST = 200;

export class AddButtons {
	/** @type {DeskParts} */ #parts;
	/** @type {DeskActs} */ #desk;
	#button = h("button", { type: "button", class: "add", part: "button", hidden: true });
	#offer = h("button", { type: "button", class: "offer", part: "button", hidden: true });
	#isOn = false;
	/** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

	/**
	 * @param {DeskParts} parts
	 * @param {HTMLElement} node where the tools for adding stand
	 * @param {DeskActs} desk
	 */
	constructor(parts, node, desk) {
		this.#parts = parts;
		this.#desk = desk;
		parts.bar.node.querySelector(".legend")?.append(this.#button);
		node.after(this.#offer);
		for (const button of [this.#button, this.#offer])
			button.addEventListener("click", () => {
				this.#offer.hidden = true;
				desk.add();
			});
		// What is pressed takes nothing away from the selection.
		this.#offer.addEventListener("pointerdown", (event) => event.preventDefault());
		document.addEventListener("keydown", (event) => this.#leave(event), true);
		document.addEventListener("selectionchange", () => {
			clearTimeout(this.#timer);
			if (this.#isOn) this.#timer = setTimeout(() => this.#place(), REST);
		});
	}

	/** Takes the offer away; the words stay selected. @param {KeyboardEvent} event */
	#leave(event) {
		if (event.key !== "Escape" || this.#offer.hidden) return;
		event.preventDefault();
		event.stopPropagation();
		clearTimeout(this.#timer);
		if (this.#offer.matches(":focus")) this.focus();
		this.#offer.hidden = true;
	}

	/** Gives the keyboard to the button in the bar. */
	focus() {
		this.#button.focus();
	}

	/** @param {boolean} on whether there is something to be marked */
	show(on) {
		this.#isOn = on;
		this.#button.hidden = !on;
		const words = this.#desk.say("desk.add");
		for (const button of [this.#button, this.#offer])
			if (button.textContent !== words) button.textContent = words;
		if (!on) this.#offer.hidden = true;
	}

	/** Puts the offer under the end of the words that are selected, where there are some. */
	#place() {
		const { reader } = this.#parts;
		const span = this.#isOn && !reader.isEditing ? reader.selection() : null;
		const range =
			span &&
			this.#desk.reading.text.slice(span.start, span.end).trim() &&
			reader.range(span.start, span.end);
		this.#offer.hidden = !range;
		if (!range) return;
		const stage = /** @type {HTMLElement} */ (this.#offer.parentElement).getBoundingClientRect();
		const { left, bottom } = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
		const right = stage.width - this.#offer.offsetWidth;
		this.#offer.style.insetBlockStart = `${bottom - stage.top + 6}px`;
		this.#offer.style.left = `${Math.max(0, Math.min(left - stage.left, right))}px`;
	}
}
