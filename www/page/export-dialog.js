// @ts-check
//! Owns choosing an export: each format with what it is for, written and handed over as a file.

import { EXPORTS } from "../export/export.js";
import { h } from "../look/node.js";
import { dialog } from "./dialog.js";
import { download } from "./download.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Export } from "../export/export.js" */
/** @import { Say } from "../words/words.js" */

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 */
export function exportDialog(reader, say) {
	const choice = (/** @type {Export} */ format) => {
		const name = h("strong", {}, say(`export.${format.id}`));
		const purpose = h("span", {}, say(`export.${format.id}.for`));
		const button = h("button", { type: "button" }, name, " ", purpose);
		button.addEventListener("click", async () => {
			const { id, type, extension } = format;
			download(await reader.export(id), type, `${nameOf(reader.value)}.${extension}`);
			node.close();
		});
		return h("li", {}, button);
	};
	const isCorrected = reader.view.corrections !== undefined;
	const formats = EXPORTS.filter(({ id }) => id !== "corrections" || isCorrected);
	const node = dialog(say("export.title"), say, h("ul", { class: "formats" }, ...formats.map(choice)));
}

/**
 * A file name from the first words of the article.
 * @param {string} text
 */
function nameOf(text) {
	const words = text.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? ["article"];
	return words.slice(0, 6).join("-").toLowerCase();
}
