// @ts-check
//! Owns `saidso.min.js`: all of it in one file for a plain `<script>`, with the wasm beside it. What the script's `data-`
//! attributes say holds for every `<said-so>` that does not say it itself; `data-for` puts one after the article it names.

import { annotate, annotateElement, annotateSync, ready } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { SaidSoElement } from "./define.js";

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const { wasm = "saidso.wasm", ...attributes } = script.dataset;

ready({ wasm: new URL(wasm, script.src) }).catch(() => {});

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
	const article = document.getElementById(attributes.for) ?? document.querySelector(attributes.for);
	if (article) article.after(element);
	else script.after(element);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place, { once: true });
else place();

Object.assign(globalThis, {
	saidso: { annotate, annotateElement, annotateSync, ready, SaidSoElement, SaidSoError },
});
