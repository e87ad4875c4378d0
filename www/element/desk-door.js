// @ts-check
//! Owns whether the reader may correct marks and write notes. What that takes is fetched when somebody may, or when a
//! text comes with corrections.

import { h } from "../look/node.js";

/** @import { DeskEvents, DeskParts } from "./desk-acts.js" */

export class DeskDoor {
	node = h("div", { class: "teach", part: "desk", role: "group", hidden: true });
	/** @type {DeskParts} */ #parts;
	/** @type {DeskEvents} */ #on;
	/** @type {InstanceType<typeof import("./desk.js").Desk> | undefined} */ #desk;

	/**
	 * @param {DeskParts} parts
	 * @param {DeskEvents} on
	 */
	constructor(parts, on) {
		this.#parts = parts;
		this.#on = on;
	}

	/** It, where the reader may correct, the text is the element's own, and it is here. */
	get open() {
		return this.#on.options().corrections && !this.#parts.reader.node.hidden ? this.#desk : undefined;
	}

	/** Fetches it; corrections that waited for it are applied. */
	async fetch() {
		if (this.#desk) return;
		const { Desk } = await import("./desk.js");
		if (this.#desk) return;
		this.#desk = new Desk(this.node, this.#parts, this.#on);
		if (!this.#parts.reading.corrections.length) return this.#desk.refresh();
		this.#parts.reading.revise();
		this.#on.draw();
		this.#on.changed();
	}

	/**
	 * Another text comes: what was said of the one before goes, unless it is the same article, edited.
	 * @param {string} text
	 */
	turn(text) {
		this.#desk?.turn(text);
	}

	refresh() {
		this.#desk?.refresh();
	}

	/** Takes back the last correction; says whether there was one. */
	undo() {
		return this.#desk?.undo() ?? false;
	}
}
