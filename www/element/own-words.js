// @ts-check
//! Owns what the reader has always marked, or never, in whatever they read: it goes into their own word list, and the last
//! can be taken back.

import { SaidSoError } from "../engine/error.js";
import { MAX_ENTRIES } from "../engine/limit.js";
import { ownEntry, withEntries, withoutEntry } from "../engine/own-list.js";
import { isPattern, refusal } from "../engine/word-entry.js";
import { brief, oneLine } from "../report/quote.js";

/** @import { Lexicon } from "../engine/engine.js" */
/** @import { HedgeKind } from "../report/correction.js" */
/** @import { Selector } from "../report/selector.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {{ words: string, kind: string | undefined, at: Selector, corrections: number }} Past what held before of some words, when there were so many corrections */
/** @typedef {{ words: string, isDone: boolean, at: Selector }} Told what has become of it, in a sentence */
/**
 * @typedef {object} OwnWordsEvents
 * @property {() => Say} say
 * @property {() => readonly Lexicon[]} lexicons
 * @property {(lexicons: Lexicon[]) => Promise<unknown>} relist annotates with other word lists
 */

export class OwnWords {
	/** @type {OwnWordsEvents} */ #on;
	/** @type {Past[]} */ #past = [];

	/** @param {OwnWordsEvents} on */
	constructor(on) {
		this.#on = on;
	}

	/**
	 * Has the words of a place marked always, as a kind of hedge, or never.
	 * @param {Selector} at
	 * @param {HedgeKind | "none"} kind
	 * @param {number} corrections how many there are
	 * @returns {Promise<Told>}
	 */
	async put(at, kind, corrections) {
		const say = this.#on.say();
		const lexicons = this.#on.lexicons();
		const words = oneLine(at.exact);
		const fault = faultOf(words, say);
		if (fault) return { words: fault, isDone: false, at };
		try {
			const now = withEntries(lexicons, [{ words, kind }], say("own.name"));
			this.#past.push({ words, kind: ownEntry(lexicons, words)?.kind, at, corrections });
			await this.#on.relist(now);
		} catch (error) {
			if (!(error instanceof SaidSoError) || error.code !== "bad-lexicon") throw error;
			return { words: say("own.many", { n: MAX_ENTRIES }), isDone: false, at };
		}
		const did = say(kind === "none" ? "own.did.never" : "own.did.always", { words: brief(words, 60) });
		return { words: did, isDone: true, at };
	}

	/**
	 * Whether they were the last thing that was changed.
	 * @param {number} corrections how many there are
	 */
	isLast(corrections) {
		const last = this.#past.at(-1);
		return last !== undefined && last.corrections >= corrections;
	}

	/**
	 * Lets hold what held before of the words that were put last.
	 * @returns {Promise<Told | null>}
	 */
	async undo() {
		const last = this.#past.pop();
		if (!last) return null;
		const { words, kind, at } = last;
		const say = this.#on.say();
		const lexicons = this.#on.lexicons();
		await this.#on.relist(
			kind === undefined
				? withoutEntry(lexicons, ownEntry(lexicons, words))
				: withEntries(lexicons, [{ words, kind }], say("own.name")),
		);
		return { words: say("desk.undone", { what: `“${brief(words, 60)}”` }), isDone: true, at };
	}

	/** Another article is there: what was put before stays, and is taken back where the lists are. */
	forget() {
		this.#past = [];
	}
}

/**
 * Why some words cannot be an entry, in a sentence.
 * @param {string} words
 * @param {Say} say
 */
function faultOf(words, say) {
	const quoted = brief(words, 60);
	if (isPattern(words)) return say("own.signs", { words: quoted });
	return refusal({ words, kind: "none" }) && say("own.long", { words: quoted });
}
