// @ts-check
//! Owns measuring: how long a piece of work takes once it is warm; runs in Node and in a browser alike.

/**
 * The median of several runs, in milliseconds; few where one run is long.
 * @param {() => unknown} work
 * @param {number} [budget] about how long to go on, in milliseconds
 */
export function median(work, budget = 1500) {
	const began = performance.now();
	/** @type {number[]} */
	const times = [];
	do {
		const start = performance.now();
		work();
		times.push(performance.now() - start);
	} while (performance.now() - began < budget);
	// The first runs warm the engine up.
	const warm = times.slice(Math.floor(times.length / 3)).sort((a, b) => a - b);
	return warm[Math.floor(warm.length / 2)];
}
