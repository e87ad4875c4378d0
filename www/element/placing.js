// @ts-check
//! Owns where an element stands: which article it is about while it is in a page, and how it follows when that one
//! comes, changes or goes.

import { warn } from "./attributes.js";
import { isComing, isSame, modeOf, targetOf } from "./target.js";
import { Watch } from "./watch.js";

/** @import { Mode, Target } from "./target.js" */

/** @typedef {HTMLElement & { mode: Mode, value: string, forElement: Element | null }} Placeable */

/**
 * What the element does about its article.
 * @typedef {object} Placed
 * @property {(target: Target) => void} connect
 * @property {() => void} disconnect
 * @property {() => Promise<unknown>} follow reads the article as it is now
 * @property {() => readonly Node[]} shadows the trees inside the article that can change by themselves
 * @property {() => void} wait there is nothing to read yet
 */

/** How long after a page has loaded its article may come before the console is told that there is none, in milliseconds. */
const LATE = 3_000;

export class Placing {
	/** @type {Placeable} */ #element;
	/** @type {Placed} */ #on;
	/** What it is about while it is in a page. @type {Target | null} */ #target = null;
	/** Whether there was an article inside; a page may take it out before it puts another in. */
	#hadArticle = false;
	/** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
	#watch = new Watch({ moved: () => this.move(), changed: () => this.#follow() });

	/**
	 * @param {Placeable} element
	 * @param {Placed} on
	 */
	constructor(element, on) {
		this.#element = element;
		this.#on = on;
	}

	get isPlaced() {
		return this.#target !== null;
	}

	get mode() {
		return modeOf(this.#element, this.#hadArticle);
	}

	begin() {
		const target = targetOf(this.#element);
		this.#target = target;
		this.#hadArticle ||= target.mode === "around" && !isComing(this.#element);
		this.#on.connect(target);
		this.#watch.begin(this.#element, target);
		if (target.mode === "around" && !target.article) this.#wait();
		if (target.mode === "around") queueMicrotask(() => this.#follow());
		else if (!this.#element.value) this.#on.wait();
	}

	end() {
		this.#target = null;
		clearTimeout(this.#timer);
		this.#watch.end();
		this.#on.disconnect();
	}

	/** Turns to another article, as the site wants it. */
	turn() {
		this.#hadArticle = false;
		if (!this.#target) return;
		this.end();
		this.begin();
	}

	/** Follows to another article, if there is one by now; what a reader has pasted stays. */
	move() {
		const [was, now] = [this.#target, targetOf(this.#element)];
		if (!was || isSame(was, now) || (was.mode !== "around" && this.#element.value)) return false;
		this.end();
		this.begin();
		return true;
	}

	/** Waits for the article that `for` names, and tells the console if the page has loaded without it. */
	#wait() {
		const { ownerDocument: page, forElement } = this.#element;
		this.#timer = setTimeout(() => {
			if (page.readyState !== "complete") return this.#wait();
			const name = this.#element.getAttribute("for");
			if (name && !forElement)
				warn("for", name, "no element has this id or fits this selector; it waits for one");
		}, LATE);
	}

	async #follow() {
		if (this.#target?.mode !== "around") return;
		await this.#on.follow();
		this.#watch.also(this.#on.shadows());
	}
}
