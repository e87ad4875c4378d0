// @ts-check
//! Owns what a paste or drop carries, taken out at once: it is gone when its event is over.

/** @typedef {{ files: File[], plain: string, rich: string }} Brought */

/**
 * @param {DataTransfer} data
 * @returns {Brought}
 */
export const brought = (data) => ({
	files: [...data.files],
	plain: data.getData("text/plain"),
	rich: data.getData("text/html"),
});
