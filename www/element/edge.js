// @ts-check
//! Owns keeping words from the edge of a ground that is another than the page's. What tells is fetched once the article has
//! been seen.

import { seen } from "../engine/pace.js";

export class Edge {
	/** @type {import("./ground.js").Ground | undefined} */ #ground;
	/** @type {HTMLElement[]} */ #nodes;

	/** @param {HTMLElement[]} nodes what has a ground of its own */
	constructor(nodes) {
		this.#nodes = nodes;
	}

	/** Looks from now on, until it ends. */
	async begin() {
		await seen();
		const { Ground } = await import("./ground.js");
		this.end();
		this.#ground = new Ground(this.#nodes);
		if (this.#nodes[0].isConnected) this.#ground.begin();
	}

	look() {
		this.#ground?.look();
	}

	end() {
		this.#ground?.end();
		this.#ground = undefined;
	}
}
