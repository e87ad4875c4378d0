// @ts-check
//! Owns taking the signs of footnotes out of foreign markup: `said[1] the dam` credits nobody, and `↑` is no sentence.
//! The notes themselves stay, after the text.

/** What a reference shows: a number, a letter or a sign, alone or in brackets. */
const SIGN = /^[[(]?(?:\d{1,3}|[a-z]|[ivxl]{1,5}|note \d{1,3}|[*†‡§¶]{1,3})[\])]?$/i;
/** What leads back from a note to the text. */
const BACK = /^(?:[\s^↑↩↵⏎]|\ufe0e)+$/u;

/** @param {Element} root foreign markup, parsed inert */
export function dropFootnoteSigns(root) {
	for (const link of root.querySelectorAll('a[href*="#"]')) {
		const words = (link.textContent ?? "").trim();
		const above = link.closest("sup");
		const isSign = SIGN.test(words) && (above || link.matches('[role="doc-noteref"], .footnote-ref'));
		if (isSign) (above && SIGN.test((above.textContent ?? "").trim()) ? above : link).remove();
		else if (words && BACK.test(words)) link.remove();
	}
	for (const back of root.querySelectorAll('[role="doc-backlink"]')) back.remove();
}
