// @ts-check
//! Owns the component's constructable style sheets, made once for all instances.

import base from "../look/base.css?inline";
import line from "../look/line.css?inline";
import article from "./article.css?inline";
import element from "./element.css?inline";
import panel from "./panel.css?inline";
import popover from "./popover.css?inline";
import print from "./print.css?inline";
import tabs from "./tabs.css?inline";

/** @type {CSSStyleSheet[] | undefined} */
let made;

/** @returns {CSSStyleSheet[]} */
export function sheets() {
	made ??= [base, line, element, article, panel, tabs, popover, print].map((text) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		return sheet;
	});
	return made;
}
