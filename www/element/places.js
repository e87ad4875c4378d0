// @ts-check
//! Owns where a text stands in the DOM of a host: from offsets to nodes, to paint and to scroll to, and from a node back.

/** @import { ReadElement } from "../pkg/saidso.js" */

/** How many numbers the core gives for a run: where in the text, which node, where in the node, how long. */
const FIELDS = 4;

export class Places {
	/** @type {Text[]} */ #nodes;
	/** @type {Uint32Array} */ #runs;
	/** The first run of each node; made when first asked for. @type {Map<Node, number> | undefined} */ #first;

	/** @param {Pick<ReadElement, "nodes" | "places">} read */
	constructor({ nodes, places }) {
		this.#nodes = nodes;
		this.#runs = places;
	}

	/** The trees that the words stand in. @returns {Set<Node>} */
	get trees() {
		return new Set(this.#nodes.map((node) => node.getRootNode()));
	}

	/** Every run: its node, and where it stands in the text. */
	*runs() {
		const runs = this.#runs;
		for (let run = 0; run < runs.length; run += FIELDS)
			yield { node: this.#nodes[runs[run + 1]], start: runs[run], end: runs[run] + runs[run + 3] };
	}

	/**
	 * One range per run, so that nothing is painted that is not read. They do not follow the page as live ones do, which
	 * would slow each of its changes.
	 * @param {number} start
	 * @param {number} end
	 * @returns {StaticRange[]}
	 */
	painted(start, end) {
		return [...this.#within(start, end)].map(
			([node, from, to]) =>
				new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
		);
	}

	/**
	 * A live range over the same words, as far as they are in one tree.
	 * @param {number} start
	 * @param {number} end
	 * @returns {Range | null} none where the words are gone
	 */
	range(start, end) {
		const parts = [...this.#within(start, end)];
		const [first] = parts;
		if (!first?.[0].isConnected || first[1] > first[0].length) return null;
		const tree = first[0].getRootNode();
		const last = parts.findLast(([node]) => node.getRootNode() === tree) ?? first;
		const range = first[0].ownerDocument.createRange();
		range.setStart(first[0], first[1]);
		range.setEnd(last[0], Math.min(last[2], last[0].length));
		return range;
	}

	/**
	 * @param {Node} node
	 * @param {number} offset in it
	 * @returns {number} in the text, or -1 where it is none of it
	 */
	offsetOf(node, offset) {
		this.#first ??= this.#firsts();
		let run = this.#first.get(node);
		if (run === undefined) return -1;
		const runs = this.#runs;
		const number = runs[run + 1];
		while (runs[run + FIELDS + 1] === number && runs[run + FIELDS + 2] <= offset) run += FIELDS;
		return runs[run] + Math.min(Math.max(0, offset - runs[run + 2]), runs[run + 3]);
	}

	#firsts() {
		/** @type {Map<Node, number>} */
		const first = new Map();
		for (let run = this.#runs.length - FIELDS; run >= 0; run -= FIELDS)
			first.set(this.#nodes[this.#runs[run + 1]], run);
		return first;
	}

	/**
	 * The parts of nodes that a span is made of.
	 * @param {number} start
	 * @param {number} end
	 * @returns {Generator<[Text, number, number]>}
	 */
	*#within(start, end) {
		const runs = this.#runs;
		for (let run = this.#runAt(start); run < runs.length && runs[run] < end; run += FIELDS) {
			const [at, node, from, length] = runs.subarray(run, run + FIELDS);
			const first = Math.max(start - at, 0);
			const last = Math.min(end - at, length);
			if (first < last) yield [this.#nodes[node], from + first, from + last];
		}
	}

	/**
	 * The last run that begins at or before an offset.
	 * @param {number} offset
	 */
	#runAt(offset) {
		let low = 0;
		let high = this.#runs.length / FIELDS;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#runs[middle * FIELDS] <= offset) low = middle + 1;
			else high = middle;
		}
		return Math.max(0, low - 1) * FIELDS;
	}
}
