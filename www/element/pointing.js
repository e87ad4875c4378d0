// @ts-check
//! Owns going to a finding and telling of it: from the panel to the text, from the text to the popover, and back.

import { acts } from "./acts.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Editing } from "./editing.js" */
/** @import { HostArticle } from "./host.js" */
/** @import { Panel } from "./panel.js" */
/** @import { Popover } from "./popover.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Reading } from "./reading.js" */
/** @import { View } from "./why.js" */
/** @typedef {{ reading: Reading, reader: Reader, panel: Panel, popover: Popover }} Parts */
/**
 * @typedef {object} PointingEvents
 * @property {() => HostArticle | Editing | null} painted who shows the text where there are no marks in it
 * @property {() => View} view
 * @property {() => void} draw shows what has changed
 * @property {(finding: Finding) => void} show makes sure that it is marked
 * @property {(finding: Finding) => void} chosen the reader is at another finding
 */

export class Pointing {
	/** @type {Parts} */ #parts;
	/** @type {PointingEvents} */ #on;
	/** Where in the panel the reader came from. @type {HTMLElement | null} */ #from = null;

	/**
	 * @param {Parts} parts
	 * @param {PointingEvents} on
	 */
	constructor(parts, on) {
		this.#parts = parts;
		this.#on = on;
	}

	/**
	 * @param {number} step
	 * @returns {boolean} whether there was somewhere to go
	 */
	go(step) {
		const finding = this.#parts.reading.next(step);
		if (finding) this.#goTo(finding);
		return finding !== null;
	}

	/**
	 * Goes to a finding; its kind is shown where it was not.
	 * @param {string} id
	 * @returns {boolean} whether there is such a finding
	 */
	select(id) {
		const finding = this.#parts.reading.byId.get(id);
		if (!finding) return false;
		this.#on.show(finding);
		this.#goTo(finding);
		return true;
	}

	/**
	 * The same from a line of the panel, which as a sheet makes room.
	 * @param {string} id
	 * @param {HTMLElement} from
	 */
	pick(id, from) {
		const { panel } = this.#parts;
		this.#from = from;
		if (panel.isSheet) panel.expand(false);
		this.select(id);
	}

	/** Back to where the reader came from in the panel. */
	back() {
		this.#from?.focus();
	}

	/** @param {Finding} finding */
	choose(finding) {
		const { reading, panel } = this.#parts;
		if (reading.selected === finding) return;
		reading.selected = finding;
		panel.point(finding.id);
		this.#on.chosen(finding);
	}

	/**
	 * @param {Finding[]} findings
	 * @param {Element | Range} anchor
	 * @param {HTMLElement | null} back
	 */
	open(findings, anchor, back) {
		const { view, draw } = this.#on;
		this.choose(findings[0]);
		this.#parts.popover.open(anchor, findings, view(), acts({ ...this.#parts, view, draw }), back);
	}

	/** @param {Finding} finding */
	#goTo(finding) {
		const painted = this.#on.painted();
		this.choose(finding);
		if (!painted) this.#parts.reader.reveal(finding, { focus: true });
		const range = painted?.reveal(finding);
		if (range) this.open([finding], range, this.#from);
	}
}
