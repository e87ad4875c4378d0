// @ts-check
//! Owns what a reader brings in their own hands: it is shown, they are told how it was read and what they may choose
//! instead, and the article that it replaced can be brought back.

/** @import { Choice, Found, Offer } from "../intake/found.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** @import { Action } from "./notices.js" */
/** @import { Reading } from "./reading.js" */
/** @typedef {{ text: string, report: Report, view: View, origin: string | undefined, lexicons: unknown }} Past */
/**
 * @typedef {object} TakingEvents
 * @property {Reading} reading what is on the screen
 * @property {(text: string, options: { blocks?: Found["blocks"] }) => Promise<unknown>} annotate
 * @property {(text: string, report: Report) => void} open
 * @property {(view: View) => unknown} look
 * @property {() => unknown} lexicons the word lists in use
 * @property {(key: string, values?: Record<string, string | number>, actions?: Action[]) => void} tell
 * @property {(key: string, values?: Record<string, string | number>) => string} say
 */

export class Taking {
	/** @type {TakingEvents} */ #on;
	/** @type {Past | null} */ #before = null;
	/** An example of the site's own, which nobody wants back. */
	#example = "";

	/** @param {TakingEvents} on */
	constructor(on) {
		this.#on = on;
	}

	/**
	 * Another text comes from the site, of which nothing is known besides.
	 * @param {string} [example] the text, where nobody will want it back
	 */
	replace(example) {
		this.keep();
		this.#on.reading.forget();
		this.#example = example || this.#example;
	}

	/**
	 * Shows what was brought.
	 * @param {Found} found
	 */
	take(found) {
		this.keep();
		return this.#show({ ...found, origin: found.origin ?? "" }, false);
	}

	/**
	 * Shows an article, or the same one otherwise: edited, or in another of the ways to read it.
	 * @param {Found} found
	 * @param {boolean} [isEdit]
	 */
	async #show({ text, blocks, pages = [], report, view, origin, offers = [] }, isEdit = true) {
		const { reading, annotate, open, look } = this.#on;
		Object.assign(reading, { origin, pages, isEdit });
		if (report) open(text, report);
		else await annotate(text, { blocks }).catch(() => {});
		if (view) look(view);
		// Another text may have come while this one was read.
		if (reading.text !== text) return;
		for (const offer of offers) this.#offer(offer);
		this.#offerBack();
	}

	/**
	 * Shows what the reader made of the article by editing it.
	 * @param {Found} found
	 */
	edited(found) {
		const { origin, pages } = this.#on.reading;
		return this.#show({ ...found, origin, pages });
	}

	/** Keeps what is on the screen, to be brought back, unless it is an example. */
	keep() {
		const { text, found: report, view, origin } = this.#on.reading;
		const lexicons = this.#on.lexicons();
		const isExample = text === this.#example && !view.corrections && !view.remarks;
		if (text) this.#before = isExample ? null : { text, report, view, origin, lexicons };
	}

	/**
	 * Brings back what was replaced; what is there now can be brought back in its turn.
	 * @returns {boolean} whether there was something
	 */
	undo() {
		const before = this.#before;
		if (!before) return false;
		const isRead = before.report.engine.version !== "";
		const isSo = isRead && before.lexicons === this.#on.lexicons();
		this.#before = null;
		this.keep();
		const { blocks } = before.report;
		this.#show({ ...before, ...(isRead && { blocks }), report: isSo ? before.report : undefined }, false);
		return true;
	}

	/** Tells that the article before can be brought back. */
	#offerBack() {
		const { tell, say } = this.#on;
		if (this.#before) tell("undo.replaced", {}, [{ words: say("undo.back"), act: () => this.undo() }]);
	}

	/** @param {Offer} offer */
	#offer({ key, values, choices }) {
		const { tell, say } = this.#on;
		const action = (/** @type {Choice} */ choice) => ({
			words: say(choice.key, choice.values),
			act: async () => {
				const found = await choice.take();
				return this.#show({ ...found, origin: found.origin ?? "" });
			},
		});
		tell(key, values, choices.map(action));
	}
}
