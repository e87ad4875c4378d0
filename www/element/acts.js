// @ts-check
//! Owns what the buttons of the popover and of the panel do.

import { citation } from "./why.js";

/** @import { Panel } from "./panel.js" */
/** @import { Popover } from "./popover.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Acts, View } from "./why.js" */
/** @typedef {{ reading: Reading, popover: Popover, panel: Panel, view(): View, draw(): void }} Parts */

/**
 * @param {Parts} stage
 * @returns {Acts}
 */
export function acts({ reading, popover, panel, view, draw }) {
	const hidden = (/** @type {() => void} */ hide) => {
		popover.close();
		hide();
		draw();
	};
	return {
		copy: async (finding) => {
			try {
				await navigator.clipboard.writeText(citation(finding, view()));
				return true;
			} catch {
				return false;
			}
		},
		hide: (finding) => hidden(() => reading.hide(finding)),
		hideRule: (finding) => hidden(() => reading.hideRule(finding)),
		source: ({ source }) => {
			popover.close();
			panel.show("sources");
			panel.find(`[data-source="${source}"]`);
		},
	};
}

/**
 * What the panel may ask for.
 * @param {{ reading: Reading, draw(): void, pick(id: string, from: HTMLElement): void }} stage
 */
export const picks = ({ reading, draw, pick }) => ({
	pick,
	restore: () => {
		reading.restore();
		draw();
	},
	keepSpeech: (/** @type {boolean} */ only) => {
		reading.keepSpeech(only);
		draw();
	},
});
