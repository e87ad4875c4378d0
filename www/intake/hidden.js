// @ts-check
//! Owns what a page hides by `style` attributes. Our own policy keeps these from applying, so neither the reading of elements
//! nor Readability sees that nobody is to read it.

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** @param {Element} root parsed inert */
export function dropHidden(root) {
	for (const node of root.querySelectorAll("[style]"))
		if (HIDDEN.test(node.getAttribute("style") ?? "")) node.remove();
}
