// @ts-check
//! Owns what a reader brings in their own hands: it is shown, they are told how it was read and what they may choose
//! instead, and the article that it replaced can be brought back.

/** @import { Choice, Found, Offer } from "../intake/found.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** @import { Action } from "./notices.js" */
/** @import { Reading } from "./reading.js" */
/** What was on the screen. @typedef {Pick<Reading["work"], "text" | "report" | "found" | "view" | "origin">} Work */
/** @typedef {{ text: string, report: Report, view: View, origin: string | undefined, lexicons: unknown, isLent?: boolean }} Past */
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
	/** What can be brought back, next first. @type {Past[]} */ #before = [];
	/** Whether the page can show what is on the screen again itself. */
	#isLent = false;
	/** An example of the site's own, which nobody wants back. */
	#example = "";

	/** @param {TakingEvents} on */
	constructor(on) {
		this.#on = on;
	}

	/**
	 * Another text comes from the site, of which nothing is known besides.
	 * @param {boolean} [isLent] whether the site can show it again itself
	 * @param {string} [example] the text, where nobody will want it back
	 */
	replace(isLent = false, example = "") {
		this.keep(isLent);
		this.#isLent = isLent;
		this.#on.reading.forget();
		this.#example = example || this.#example;
	}

	/**
	 * Shows what was brought.
	 * @param {Found} found
	 */
	take(found) {
		this.keep();
		this.#isLent = false;
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
	 * @param {Work} [replaced] the article before, where another was put in its place
	 */
	edited(found, replaced) {
		const { origin, pages } = this.#on.reading;
		if (!replaced) return this.#show({ ...found, origin, pages });
		this.#put(this.#past(replaced), false);
		this.#isLent = false;
		return this.#show({ ...found, origin: "" }, false);
	}

	/**
	 * Keeps what is on the screen, to be brought back.
	 * @param {boolean} [isLent] whether what comes is lent
	 */
	keep(isLent = false) {
		const past = this.#past(this.#on.reading.work);
		if (this.#on.reading.text) this.#put(past, isLent);
	}

	/**
	 * Something that is lent leaves to be brought back what was there before it; where it comes after something lent, that is all.
	 * @param {Past | null} past
	 * @param {boolean} isNextLent
	 */
	#put(past, isNextLent) {
		const behind = this.#isLent ? this.#before : [];
		if (this.#isLent && isNextLent) return;
		this.#before = [...(past ? [past] : []), ...behind.filter(({ isLent }) => !isLent)];
	}

	/**
	 * What is to be brought back; nothing where it is an example.
	 * @param {Work} work
	 * @returns {Past | null}
	 */
	#past({ text, report, found = report, view, origin }) {
		const isExample = text === this.#example && !view.corrections && !view.remarks;
		const lexicons = this.#on.lexicons();
		return isExample ? null : { text, report: found, view, origin, lexicons, isLent: this.#isLent };
	}

	/**
	 * Brings back what was replaced; what is there now can be brought back in its turn.
	 * @returns {boolean} whether there was something
	 */
	undo() {
		const [before, ...others] = this.#before;
		if (!before) return false;
		const isRead = before.report.engine.version !== "";
		const isSo = isRead && before.lexicons === this.#on.lexicons();
		const { reading } = this.#on;
		const now = reading.text ? this.#past(reading.work) : null;
		this.#before = now ? [...others, now] : others;
		this.#isLent = before.isLent ?? false;
		const { blocks } = before.report;
		this.#show({ ...before, ...(isRead && { blocks }), report: isSo ? before.report : undefined }, false);
		return true;
	}

	/** Tells that the article before can be brought back. */
	#offerBack() {
		const { tell, say } = this.#on;
		if (this.#before.length) tell("undo.replaced", {}, [{ words: say("undo.back"), act: () => this.undo() }]);
	}

	/** @param {Offer} offer */
	#offer({ key, values, choices }) {
		const { tell, say } = this.#on;
		const action = (/** @type {Choice} */ choice) => ({
			words: say(choice.key, choice.values),
			act: async () => {
				const found = await choice.take();
				// Another file is another article, and the one before may have been corrected.
				if (choice.key === "intake.open") return this.take(found);
				// What it was chosen from comes back first, then what was there before that.
				const past = this.#past(this.#on.reading.work);
				if (past) this.#before = [past, ...this.#before.filter(({ text }) => text !== past.text)];
				return this.#show({ ...found, origin: found.origin ?? "" });
			},
		});
		tell(key, values, choices.map(action));
	}
}
