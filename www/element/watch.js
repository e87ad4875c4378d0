// @ts-check
//! Owns noticing that an article has changed, or that another is there: one observer, asked for rarely. What an article
//! costs to read decides how often it is read again, so that a clock in it does not keep the page busy.

/** @import { Target } from "./target.js" */
/**
 * @typedef {object} WatchEvents
 * @property {() => boolean} moved follows to another article at once, if there is one
 * @property {() => Promise<unknown>} changed reads the same article again
 */

/** How long an article must rest before it is read again, in milliseconds. */
const REST = 150;
/** How long it may go on changing before it is read nevertheless. */
const LATEST = 1_000;
/** How many times as long as reading takes there is rest. */
const SHARE = 10;

const WORDS = { childList: true, characterData: true, subtree: true };
/** What may show or hide words. */
const LOOKS = {
	attributes: true,
	attributeFilter: ["hidden", "aria-hidden", "class", "style", "open", "slot"],
};
/** What may make another element the one that is meant. */
const NAMES = { childList: true, subtree: true, attributes: true, attributeFilter: ["id", "class"] };

export class Watch {
	#observer = new MutationObserver((records) => this.#notice(records));
	/** @type {WatchEvents} */ #on;
	/** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
	/** @type {Element | null} */ #own = null;
	/** @type {Element | null} */ #article = null;
	/** When the first of the changes came that are waiting. */
	#since = 0;
	/** How long the last reading took. */
	#spent = 0;

	/** @param {WatchEvents} on */
	constructor(on) {
		this.#on = on;
	}

	/**
	 * @param {Element} own the element that asks
	 * @param {Target} target
	 */
	begin(own, { mode, article, tree }) {
		this.end();
		this.#own = own;
		this.#article = article;
		if (article) this.#observer.observe(article, { ...WORDS, ...LOOKS });
		if (mode !== "around") this.#observer.observe(own, WORDS);
		else if (article !== own)
			for (const root of new Set([tree, own.ownerDocument])) this.#observer.observe(root, NAMES);
	}

	/**
	 * Watches shadow roots too, in which words of the article stand.
	 * @param {Iterable<Node>} roots
	 */
	also(roots) {
		for (const root of roots) this.#observer.observe(root, { ...WORDS, ...LOOKS });
	}

	end() {
		this.#observer.disconnect();
		clearTimeout(this.#timer);
		this.#since = 0;
	}

	/** @param {MutationRecord[]} records */
	#notice(records) {
		if (this.#on.moved()) return;
		if (records.some((record) => this.#isInside(record))) this.#wait();
	}

	/** @param {MutationRecord} record */
	#isInside({ target, type }) {
		const [article, own] = [this.#article, this.#own];
		if (!article || (target === own && type === "attributes")) return false;
		if (article !== own && own?.contains(target)) return false;
		return article.contains(target) || target.getRootNode() !== article.getRootNode();
	}

	#wait() {
		const now = performance.now();
		this.#since ||= now;
		const pause = SHARE * this.#spent;
		const left = this.#since + Math.max(LATEST, pause) - now;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#read(), Math.min(Math.max(REST, pause), Math.max(0, left)));
	}

	async #read() {
		const start = performance.now();
		this.#since = 0;
		await this.#on.changed();
		this.#spent = performance.now() - start;
	}
}
