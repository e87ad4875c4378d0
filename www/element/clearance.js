// @ts-check
//! Owns how much room the bar takes, so that the panel beside the article begins under it, however many lines it has.

/**
 * Keeps `--bar` as high as the bar, or what stands in its place.
 * @param {HTMLElement} bar
 * @param {HTMLElement} stage
 * @returns {ResizeObserver} which can be ended
 */
export function keepClear(bar, stage) {
	const watch = new ResizeObserver(([{ borderBoxSize }]) => {
		stage.style.setProperty("--bar", `${Math.ceil(borderBoxSize[0].blockSize)}px`);
	});
	watch.observe(bar);
	return watch;
}
