// @ts-check
//! Owns whether the reader is marking by hand. What that takes is fetched when somebody first wants to.

import { h } from "../look/node.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Teaching } from "./teaching.js" */
/** @import { Say } from "../words/words.js" */

export class Lesson {
	node = h("div", { class: "teach", part: "teach", role: "group", hidden: true });
	/** @type {Reader} */ #reader;
	/** @type {() => void} */ #ended;
	/** @type {Teaching | undefined} */ #teaching;

	/**
	 * @param {Reader} reader
	 * @param {() => void} ended
	 */
	constructor(reader, ended) {
		this.#reader = reader;
		this.#ended = ended;
	}

	get isOn() {
		return !this.node.hidden;
	}

	/** Fetches it ahead of need. */
	async fetch() {
		const { Teaching } = await import("./teaching.js");
		this.#teaching ??= new Teaching(this.node, this.#reader, this.#ended);
		return this.#teaching;
	}

	/**
	 * @param {Finding[]} theirs what saidso found
	 * @param {Say} say
	 */
	async begin(theirs, say) {
		(await this.fetch()).begin(theirs, say);
	}

	end() {
		if (this.isOn) this.#teaching?.end();
	}
}
