// @ts-check
//! Owns whether the element's ground is another than that of the page, as a dark panel's in a light page is: then its words
//! stand apart from the edge.

/** @typedef {[red: number, green: number, blue: number]} Colour */

/** How much two grounds differ before an edge is seen between them, over all three colours. */
const SEEN = 12;

/** What may change the looks of the page. */
const LOOKS = { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode"] };

export class Ground {
	/** @type {HTMLElement[]} */ #nodes;
	#dark = matchMedia("(prefers-color-scheme: dark)");
	#observer = new MutationObserver(() => this.look());

	/** @param {HTMLElement[]} nodes what has a ground of its own */
	constructor(nodes) {
		this.#nodes = nodes;
	}

	/** Looks now, and whenever the page takes on other looks. */
	begin() {
		this.look();
		this.#dark.addEventListener("change", this.look);
		for (const node of [document.documentElement, document.body]) this.#observer.observe(node, LOOKS);
	}

	end() {
		this.#dark.removeEventListener("change", this.look);
		this.#observer.disconnect();
	}

	look = () => {
		const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
		if (!pen) return;
		for (const node of this.#nodes) {
			const page = groundOf(outside(node));
			const isApart = !page || difference(drawn(pen, page), drawn(pen, [...page, own(node)])) > SEEN;
			node.classList.toggle("apart", isApart);
		}
	};
}

/** @param {Element} node */
const own = (node) => getComputedStyle(node).backgroundColor;

/**
 * What an element stands in, also where that is a slot or another tree.
 * @param {Element} node
 */
const outside = (node) =>
	node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host ?? null;

/**
 * The colours behind an element, the hindmost first; nothing where there is a picture, which no colour tells of.
 * @param {Element | null} node
 * @returns {string[] | null}
 */
function groundOf(node) {
	const colours = [];
	for (let at = node; at; at = outside(at)) {
		const { backgroundColor, backgroundImage } = getComputedStyle(at);
		if (backgroundImage !== "none") return null;
		colours.unshift(backgroundColor);
	}
	return [canvas(), ...colours];
}

/** What a browser puts behind a page that says nothing. */
function canvas() {
	const { colorScheme } = getComputedStyle(document.documentElement);
	const isDark =
		/^(only )?dark/.test(colorScheme) ||
		(/dark/.test(colorScheme) && matchMedia("(prefers-color-scheme: dark)").matches);
	return isDark ? "#121212" : "#fff";
}

/**
 * Colours one over another, as the screen shows them.
 * @param {CanvasRenderingContext2D} pen
 * @param {string[]} colours
 * @returns {Colour}
 */
function drawn(pen, colours) {
	for (const colour of colours) {
		pen.fillStyle = colour;
		pen.fillRect(0, 0, 1, 1);
	}
	const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
	return [red, green, blue];
}

/**
 * @param {Colour} one
 * @param {Colour} other
 */
const difference = (one, other) => one.reduce((sum, part, n) => sum + Math.abs(part - other[n]), 0);
