// @ts-check
//! Owns which part of a long article is near the screen: all of its marks at once would hold up the page that draws them.

import { gently } from "../engine/pace.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Places } from "./places.js" */
/** @typedef {{ start: number, end: number }} Span */

/** How far off the screen an element is still near. */
const MARGIN = "2000px";

export class Nearby {
	/** What of the text stands in each element. @type {Map<Element, Span[]>} */ #held = new Map();
	/** @type {Set<Element>} */ #near = new Set();
	/** @type {IntersectionObserver} */ #observer;

	/** @param {() => void} changed called when another part is near */
	constructor(changed) {
		this.#observer = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting } of entries)
					if (isIntersecting) this.#near.add(target);
					else this.#near.delete(target);
				changed();
			},
			{ rootMargin: MARGIN },
		);
	}

	/**
	 * @param {Places} places
	 * @param {AbortSignal} signal
	 */
	async watch(places, signal) {
		await gently(
			places.runs(),
			(run) => this.#hold(run),
			() => signal.aborted,
		);
		if (!signal.aborted) for (const element of this.#held.keys()) this.#observer.observe(element);
	}

	/** @param {Span & { node: Text }} run */
	#hold({ node, start, end }) {
		const element = boxOf(node);
		const spans = this.#held.get(element);
		const last = spans?.at(-1);
		if (last?.end === start) last.end = end;
		else if (spans) spans.push({ start, end });
		else this.#held.set(element, [{ start, end }]);
	}

	/**
	 * Those of some findings that begin or go on near the screen.
	 * @param {Finding[]} findings in text order
	 */
	among(findings) {
		const spans = [...this.#near].flatMap((element) => this.#held.get(element) ?? []);
		spans.sort((a, b) => a.start - b.start);
		let at = 0;
		return findings.filter(({ start, end }) => {
			while (at < spans.length && spans[at].end <= start) at++;
			return at < spans.length && spans[at].start < end;
		});
	}

	end() {
		this.#observer.disconnect();
	}
}

/**
 * The nearest element round a text that has a box of its own.
 * @param {Text} node
 * @returns {Element}
 */
function boxOf(node) {
	let element = node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
	while (element.parentElement && !element.checkVisibility()) element = element.parentElement;
	return element;
}
