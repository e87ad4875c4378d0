// @ts-check
//! Owns choosing an export: each format with what it is for, written and handed over as a file.

import { dialog } from "./dialog.js";
import { FORMATS } from "./export.js";
import { h } from "./node.js";

/** @import { SaidSoElement } from "./element-class.js" */
/** @import { Say } from "./words.js" */

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 */
export function exportDialog(reader, say) {
	const choice = (/** @type {string} */ format) => {
		const name = h("strong", {}, say(`export.${format}`));
		const button = h("button", { type: "button" }, name, " ", h("span", {}, say(`export.${format}.for`)));
		button.addEventListener("click", async () => {
			save(await reader.export(format), format, reader.value);
			node.close();
		});
		return h("li", {}, button);
	};
	const node = dialog(
		say("export.title"),
		say,
		h("ul", { class: "formats" }, ...Object.keys(FORMATS).map(choice)),
	);
}

/**
 * @param {string} written
 * @param {string} format
 * @param {string} text
 */
function save(written, format, text) {
	const { type, extension } = FORMATS[format];
	const url = URL.createObjectURL(new Blob([written], { type: `${type};charset=utf-8` }));
	h("a", { href: url, download: `${nameOf(text)}.${extension}` }).click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A file name from the first words of the article.
 * @param {string} text
 */
function nameOf(text) {
	const words = text.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? ["article"];
	return words.slice(0, 6).join("-").toLowerCase();
}
