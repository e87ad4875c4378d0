// @ts-check
//! Owns `saidso.min.js`: all of it in one file for a plain `<script>`, with the wasm beside it. What the script's `data-`
//! attributes say holds for every `<said-so>` that does not say it itself; `data-for` puts one after the article it names.

import { annotate, annotateElement, annotateSync, ready } from "../door/call.js";
import { SaidSoError } from "../engine/error.js";
import { SaidSoElement } from "./define.js";
import { named } from "./target.js";

// A module, or one that a loader runs in its own way, is not told which script it is.
const script = /** @type {HTMLScriptElement | null} */ (
	document.currentScript ?? document.querySelector('script[src*="saidso.min.js"]')
);
const { wasm = "saidso.wasm", ...attributes } = script?.dataset ?? {};

ready({ wasm: new URL(wasm, import.meta.url) }).catch(() => {});

/** @param {Element} element */
function dress(element) {
	for (const [name, value] of Object.entries(attributes)) {
		const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		if (attribute !== "for" && !element.hasAttribute(attribute)) element.setAttribute(attribute, value ?? "");
	}
}

function place() {
	for (const element of document.querySelectorAll("said-so")) dress(element);
	if (!attributes.for) return;
	const element = document.createElement("said-so");
	element.setAttribute("for", attributes.for);
	dress(element);
	const article = named(document, attributes.for);
	const place = article ?? script;
	if (place?.isConnected && document.body.contains(place)) place.after(element);
	else document.body.append(element);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place, { once: true });
else place();

Object.assign(globalThis, {
	saidso: { annotate, annotateElement, annotateSync, ready, SaidSoElement, SaidSoError },
});
