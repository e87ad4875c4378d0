// @ts-check
//! Owns the figures of a claim, so that "4,200" and "4200" are the same and "4,200" and "5,000" are not.

/** @typedef {{ words: string, value: string }} Figure */

/** A number in digits with what may stand before it and after it. */
const FIGURE =
	/(?<currency>\p{Sc})?\s?(?<number>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?<scale>thousand|million|billion|trillion|bn|m|k)\b)?(?:\s?(?<percent>%|per\s?cent\b))?/giu;

/** @type {Record<string, number>} */
const SCALES = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9, trillion: 1e12 };

/**
 * The figures of a claim, in its words and by their value.
 * @param {string} claim
 * @returns {Figure[]}
 */
export const figures = (claim) =>
	Array.from(claim.matchAll(FIGURE), ({ 0: words, groups }) => {
		const { currency = "", number, scale = "", percent } = groups ?? {};
		const value = Number(number.replaceAll(",", "")) * (SCALES[scale.toLowerCase()] ?? 1);
		return { words: words.trim(), value: `${currency}${Number(value.toPrecision(12))}${percent ? "%" : ""}` };
	});

/**
 * The figures that only one of two claims has, where both have such.
 * @param {string} a
 * @param {string} b
 * @returns {{ a: string[], b: string[] } | undefined}
 */
export function differentFigures(a, b) {
	const inA = figures(a);
	const inB = figures(b);
	const onlyA = without(inA, inB);
	const onlyB = without(inB, inA);
	return onlyA.length && onlyB.length ? { a: onlyA, b: onlyB } : undefined;
}

/**
 * @param {Figure[]} list
 * @param {Figure[]} other
 */
const without = (list, other) =>
	list.filter(({ value }) => other.every((one) => one.value !== value)).map(({ words }) => words);
