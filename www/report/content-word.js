// @ts-check
//! Owns the words by which two claims are held against each other: no function words, no endings, no figures.
//! Good enough to find candidates; nothing that a reader sees is counted with it.

const FUNCTION_WORDS = new Set(
	`a about after again all also an and another any are as at be been before being but by can could did do does for from
	had has have he her here hers him his how i if in into is it its just may might more most must no nor not of on
	only or other our out over own said say says shall she should so some such than that the their them then there
	these they this those to too under until up was we were what when where which while who whom why will with would
	you your`.split(/\s+/),
);

const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The words of a claim that carry its content, without their endings.
 * @param {string} claim
 * @returns {Set<string>}
 */
export function contentWords(claim) {
	/** @type {Set<string>} */
	const out = new Set();
	for (const { segment, isWordLike } of words.segment(claim)) {
		const word = segment.toLowerCase().replace(/[’']s$/, "");
		if (isWordLike && !/^\p{N}/u.test(word) && !FUNCTION_WORDS.has(word)) out.add(stem(word));
	}
	return out;
}

/**
 * Closes, closed and closing become one.
 * @param {string} word
 */
const stem = (word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, "") : word);
