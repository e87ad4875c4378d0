// @ts-check
//! Owns starting the page inside the frame: the component in its paste mode, and the channel to the site round it.

import "../door/inline.js";
import "../element/define.js";
import { start } from "./frame.js";

/** @import { SaidSoElement } from "../element/define.js" */

const sheet = new CSSStyleSheet();
sheet.replaceSync(
	":root { background: Canvas; color: CanvasText; color-scheme: light dark } body { margin: 0 }",
);
document.adoptedStyleSheets.push(sheet);

const reader = /** @type {SaidSoElement} */ (document.createElement("said-so"));
reader.setAttribute("mode", "paste");
document.body.append(reader);

if (window.parent !== window) start(reader, window);
