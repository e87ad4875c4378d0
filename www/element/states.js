// @ts-check
//! Owns the states that a site's style sheet may ask for, as in `said-so:state(ready)`.

/** @typedef {"empty" | "loading" | "ready" | "error"} State */

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
