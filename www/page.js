// @ts-check
//! Owns the page round the component: sample, tools, keys, pasting and dropping anywhere.

import "./element.js";
import { KINDS } from "./finding.js";
import { lockDown } from "./lock.js";
import { warm } from "./remote.js";
import { SAMPLE } from "./sample.js";

/** @import { SaidSoElement } from "./element-class.js" */

const reader = /** @type {SaidSoElement} */ (document.querySelector("said-so"));

reader.value = SAMPLE;

document.addEventListener("paste", (event) => {
	if (isField(event.composedPath()[0]) || !event.clipboardData) return;
	event.preventDefault();
	reader.stage.paste.data(event.clipboardData);
});

document.addEventListener("keydown", (event) => {
	if (event.key === "F8") go(event.shiftKey ? -1 : 1);
	else if (isChord(event, "KeyH")) reader.stage.setPlain(!reader.stage.reading.plain);
	else if (isChord(event, "KeyM")) reader.stage.togglePanel();
	else if (event.altKey && /^Digit[1-5]$/.test(event.code)) reader.toggle(KINDS[Number(event.code[5]) - 1]);
	else return;
	event.preventDefault();
});

/** @param {number} step */
const go = (step) => (step > 0 ? reader.next() : reader.previous());

/**
 * @param {KeyboardEvent} event
 * @param {string} code
 */
const isChord = (event, code) => (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === code;

/** @param {EventTarget} target */
const isField = (target) =>
	target instanceof HTMLElement &&
	(target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

reader
	.whenReady()
	.then(() => warm())
	.catch(() => {})
	.finally(() => {
		lockDown();
		document.documentElement.dataset.ready = "yes";
	});
