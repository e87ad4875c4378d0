// @ts-check
//! The page for those who embed saidso: its live examples, and a button at each snippet that copies it. This room is a
//! page of its own; `tests/browser/docs.spec.js` runs every snippet as a site would.

import "../element/define.js";
import { h } from "../look/node.js";

for (const snippet of document.querySelectorAll("pre[data-snippet]")) {
	const button = h("button", { type: "button", class: "copy" }, "Copy");
	button.addEventListener("click", async () => {
		await navigator.clipboard
			.writeText(snippet.textContent ?? "")
			.catch(() => getSelection()?.selectAllChildren(snippet));
		button.textContent = "Copied";
	});
	snippet.before(button);
}

// What scrolls by itself can be scrolled by key.
for (const wide of document.querySelectorAll("pre, .wide")) wide.setAttribute("tabindex", "0");
