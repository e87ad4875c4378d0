// @ts-check
//! Owns the component's constructable style sheets, made once for all instances.

import article from "./article.css?inline";
import element from "./element.css?inline";
import panel from "./panel.css?inline";
import print from "./print.css?inline";

/** @type {CSSStyleSheet[] | undefined} */
let made;

/** @returns {CSSStyleSheet[]} */
export function sheets() {
	made ??= [element, article, panel, print].map((text) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		return sheet;
	});
	return made;
}
