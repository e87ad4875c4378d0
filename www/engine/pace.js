// @ts-check
//! Owns letting the browser breathe between slices of work.

/** Lets input and painting go first. @returns {Promise<void>} */
export function breathe() {
	const { scheduler } = /** @type {any} */ (globalThis);
	return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/**
 * Settles when what was drawn is on the screen, or soon after where nothing is painted, as in a tab in the background.
 * @returns {Promise<void>}
 */
export const painted = () =>
	new Promise((settle) => {
		const timer = setTimeout(settle, 100);
		const next = () => {
			clearTimeout(timer);
			settle();
		};
		requestAnimationFrame(() => requestAnimationFrame(next));
	});

/** How long after a frame was drawn a slow screen may need to show it, in milliseconds. */
const SHOWN = 60;

/** Settles when what was drawn has been seen, so that what is fetched next does not delay it. @returns {Promise<void>} */
export const seen = () => painted().then(() => new Promise((settle) => setTimeout(settle, SHOWN)));

/**
 * Runs a step for every item, a few milliseconds at a time.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => void} step
 * @param {() => boolean} [isOver] whether to stop early
 */
export async function gently(items, step, isOver = () => false) {
	let since = performance.now();
	for (const item of items) {
		step(item);
		if (performance.now() - since < 8) continue;
		await breathe();
		if (isOver()) return;
		since = performance.now();
	}
}
