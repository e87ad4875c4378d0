// @ts-check
//! Owns the states that a site's style sheet may ask for, as in `said-so:state(ready)`, and what a stage tells its element.

/** @import { Lexicon } from "../engine/engine.js" */
/** @import { Found } from "../intake/found.js" */
/** @import { Work } from "./taking.js" */
/** @import { Kind } from "../report/finding.js" */
/** @typedef {"empty" | "loading" | "ready" | "error"} State */

/**
 * @typedef {object} StageEvents
 * @property {(state: State, isTruncated?: boolean) => void} state
 * @property {(name: string, detail: unknown) => void} send
 * @property {(kind: Kind) => void} toggle
 * @property {(found: Found) => Promise<unknown>} found a text, with its report where it was saved
 * @property {(found: Found, replaced?: Work) => Promise<unknown>} edited what the reader made of the text, and the article before where that is another
 * @property {(lexicons: Lexicon[]) => Promise<unknown>} relist annotates with other word lists
 */

export class States {
	/** @type {CustomStateSet} */ #set;

	/** @param {CustomStateSet} set */
	constructor(set) {
		this.#set = set;
	}

	/**
	 * @param {State} state
	 * @param {boolean} [isTruncated]
	 */
	enter(state, isTruncated = false) {
		this.#set.clear();
		this.#set.add(state);
		if (isTruncated) this.#set.add("truncated");
	}
}
