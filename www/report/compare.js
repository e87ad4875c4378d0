// @ts-check
//! Owns what two articles share: sources with the same name, claims that say the same, numbers that differ in them.
//! It tells what stands where, never which article is right.

import { contentWords } from "./content-word.js";
import { differentFigures } from "./figure.js";
import { quote } from "./quote.js";
import { sameSource } from "./same-source.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ text: string, report: Report }} Article */
/** @typedef {{ a: number, b: number }} Pair numbers in the lists of the two reports */
/** @typedef {Pair & { overlap: number }} ClaimPair how many of their words they share, from 0 to 1 */
/** @typedef {{ claim: Pair, a: string[], b: string[] }} Difference figures of a pair that only one of them has */
/**
 * @typedef {object} Comparison
 * @property {{ shared: Pair[], onlyA: number[], onlyB: number[] }} sources
 * @property {{ shared: ClaimPair[], onlyA: number[], onlyB: number[] }} claims
 * @property {Difference[]} figures
 */

/** Claims that share less than this say different things. */
const SAME = 0.5;
/** A word in more claims than this tells nothing apart, and following it would take too long. */
const COMMON = 50;

/**
 * Compares two articles. The time grows with their length, not with its square.
 * @param {Article} a
 * @param {Article} b
 * @returns {Comparison}
 */
export function compare(a, b) {
	const sources = sameSource(a.report.sources, b.report.sources);
	const claims = sameClaims(a, b);
	const figures = claims.flatMap((pair) => figuresOf(pair, a, b));
	return {
		sources: { shared: sources, ...rest(sources, a.report.sources, b.report.sources) },
		claims: { shared: claims, ...rest(claims, a.report.claims, b.report.claims) },
		figures,
	};
}

/**
 * @param {ClaimPair} pair
 * @param {Article} a
 * @param {Article} b
 * @returns {Difference[]}
 */
function figuresOf({ a: first, b: second }, a, b) {
	const difference = differentFigures(wordsOf(a, first), wordsOf(b, second));
	return difference ? [{ claim: { a: first, b: second }, ...difference }] : [];
}

/**
 * @param {Article} article
 * @param {number} claim
 */
const wordsOf = ({ text, report }, claim) => quote(text, report.claims[claim].spans);

/**
 * What is left on either side.
 * @param {Pair[]} shared
 * @param {unknown[]} a
 * @param {unknown[]} b
 */
function rest(shared, a, b) {
	const inA = new Set(shared.map((pair) => pair.a));
	const inB = new Set(shared.map((pair) => pair.b));
	return {
		onlyA: [...a.keys()].filter((number) => !inA.has(number)),
		onlyB: [...b.keys()].filter((number) => !inB.has(number)),
	};
}

/**
 * Pairs of claims, the closest first taken; every claim is in one pair at most.
 * @param {Article} a
 * @param {Article} b
 * @returns {ClaimPair[]}
 */
function sameClaims(a, b) {
	const first = a.report.claims.map((_, claim) => contentWords(wordsOf(a, claim)));
	const second = b.report.claims.map((_, claim) => contentWords(wordsOf(b, claim)));
	const candidates = [...closeOnes(first, second)].sort(
		(x, y) => y.overlap - x.overlap || x.a - y.a || x.b - y.b,
	);
	const takenA = new Set();
	const takenB = new Set();
	const taken = candidates.filter(({ a: one, b: other }) => {
		if (takenA.has(one) || takenB.has(other)) return false;
		takenA.add(one);
		takenB.add(other);
		return true;
	});
	return taken.sort((x, y) => x.a - y.a);
}

/**
 * Pairs that share enough; only pairs with a telling word in common are looked at.
 * @param {Set<string>[]} first
 * @param {Set<string>[]} second
 * @returns {Generator<ClaimPair>}
 */
function* closeOnes(first, second) {
	const claimsWith = index(second);
	for (const [a, words] of first.entries()) {
		const near = new Set([...words].flatMap((word) => claimsWith.get(word) ?? []));
		for (const b of near) {
			const overlap = dice(words, second[b]);
			if (overlap >= SAME) yield { a, b, overlap };
		}
	}
}

/**
 * Twice the shared words as a share of all words.
 * @param {Set<string>} a
 * @param {Set<string>} b
 */
function dice(a, b) {
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return (2 * shared) / (a.size + b.size);
}

/**
 * @param {Set<string>[]} claims
 * @returns {Map<string, number[]>}
 */
function index(claims) {
	/** @type {Map<string, number[]>} */
	const claimsWith = new Map();
	for (const [number, words] of claims.entries()) {
		for (const word of words) {
			const list = claimsWith.get(word);
			if (list) list.push(number);
			else claimsWith.set(word, [number]);
		}
	}
	for (const [word, list] of claimsWith) if (list.length > COMMON) claimsWith.delete(word);
	return claimsWith;
}
