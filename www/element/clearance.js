// @ts-check
//! Owns how much room the bar takes, so that the panel beside the article begins under it, however many lines it has.

/**
 * Keeps `--bar` as high as the bar.
 * @param {HTMLElement} bar
 * @param {HTMLElement} stage
 */
export function keepClear(bar, stage) {
	new ResizeObserver(([{ borderBoxSize }]) => {
		stage.style.setProperty("--bar", `${Math.ceil(borderBoxSize[0].blockSize)}px`);
	}).observe(bar);
}
