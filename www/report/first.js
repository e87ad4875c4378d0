// @ts-check
//! Owns finding a place in a sorted list, by halves.

/**
 * The first number in a sorted list from which `isPast` holds; its length where it never does.
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => boolean} isPast
 */
export function first(list, isPast) {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isPast(list[middle])) high = middle;
		else low = middle + 1;
	}
	return low;
}
