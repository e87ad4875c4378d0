// @ts-check
//! Owns what the popover offers an editor under a mark: who said it, no mark here, its source; and a note. Both are closed
//! until somebody opens them.

import { h } from "../look/node.js";
import { BY_READER } from "../report/correct.js";
import { STATUSES } from "../report/correction.js";
import { brief, oneLine, quote } from "../report/quote.js";
import { naming, whom, whoOf } from "./whom.js";

/** @import { Child } from "../look/node.js" */
/** @import { Remark, Status } from "../report/correction.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { DeskActs } from "./desk-acts.js" */
/** @import { View } from "./why.js" */

/**
 * @param {Finding} finding
 * @param {View} view
 * @param {DeskActs} desk
 */
export function offer(finding, view, desk) {
	const { say } = desk;
	const remark = desk.notes.get(finding.id);
	const isSaid = finding.kind === "attribution" || finding.kind === "unnamed";
	const remove = () => desk.make({ act: "remove", mark: desk.markOf(finding) });
	const correct = [
		(isSaid || finding.kind === "claim") && credit(finding, view, desk),
		h("p", {}, button(say("desk.remove"), remove)),
		finding.kind === "hedge" && own(finding, view, desk),
		isSaid && finding.source !== null && source(finding.source, view, desk),
	];
	return h(
		"div",
		{ class: "desk" },
		finding.kind !== "sentence" && part(say("desk.correct"), false, ...correct),
		part(say("desk.note"), remark !== undefined, note(finding, remark, desk)),
	);
}

/**
 * @param {string} title
 * @param {boolean} open
 * @param {...Child} inside
 */
function part(title, open, ...inside) {
	const node = h("details", { class: "correct", open }, h("summary", {}, title), ...inside);
	node.addEventListener("toggle", () => node.open && node.scrollIntoView({ block: "nearest" }));
	return node;
}

/**
 * @param {string} words
 * @param {() => void} act
 * @param {string} [type]
 */
const button = (words, act, type = "button") => {
	const node = h("button", { type }, words);
	if (type === "button") node.addEventListener("click", act);
	return node;
};

/**
 * Fields with a button that takes what is in them.
 * @param {string} name
 * @param {string} go
 * @param {() => void} act
 * @param {...(Child | Child[])} fields
 */
function form(name, go, act, ...fields) {
	const node = h("form", { class: "fields", "aria-label": name }, ...fields, h("button", {}, go));
	node.addEventListener("submit", (event) => {
		event.preventDefault();
		act();
	});
	return node;
}

/**
 * @param {Finding} finding
 * @param {View} view
 * @param {DeskActs} desk
 */
function credit(finding, view, desk) {
	const { say } = desk;
	const isClaim = finding.kind === "claim";
	const label = say(isClaim ? "desk.who.claim" : "desk.who");
	const { nodes, who } = whom(view, say, { label, but: finding.source });
	const act = () => {
		const to = who();
		if (to !== undefined) desk.make({ act: "credit", marks: [desk.markOf(finding)], to });
		else nodes[0].querySelector("select")?.focus();
	};
	return form(label, say(isClaim ? "desk.sourced" : "desk.credit"), act, nodes);
}

/**
 * The words of a hedge may be marked always, or never; not what already holds, and what the reader has added by hand
 * stays while that does.
 * @param {Finding} finding
 * @param {View} view
 * @param {DeskActs} desk
 */
function own(finding, { report, text }, desk) {
	const { say } = desk;
	const { kind } = report.hedges[finding.item];
	const words = brief(oneLine(text.slice(finding.start, finding.end)), 40);
	const isAdded = finding.reasons.includes(BY_READER);
	const isListed = finding.reasons.some((reason) => reason.startsWith("own-lexicon"));
	return h(
		"p",
		{},
		!isAdded && button(say("own.never", { words }), () => desk.own(finding, "none")),
		!isListed && button(say("own.always", { words }), () => desk.own(finding, kind)),
	);
}

/**
 * @param {Finding} finding
 * @param {Remark | undefined} old
 * @param {DeskActs} desk
 */
function note(finding, old, desk) {
	const { say } = desk;
	const words = h("textarea", { rows: 2, maxlength: 4000 });
	words.value = old?.words ?? "";
	const status = h(
		"select",
		{},
		...STATUSES.map((one) => h("option", { value: one }, say(`desk.status.${one}`))),
	);
	status.value = old?.status ?? "";
	const state = finding.kind === "claim" && h("label", {}, h("span", {}, say("desk.status")), status);
	const act = () => desk.remark(finding, words.value, /** @type {Status} */ (status.value));
	// Esc, or a click beside the popover, loses nothing that was written.
	for (const field of [words, status]) field.addEventListener("input", () => desk.draft(act));
	return form(
		say("desk.note"),
		say("desk.save"),
		act,
		state,
		h("label", {}, h("span", {}, say("desk.note")), words),
	);
}

/**
 * What may be said of a source as a whole: its name, that it is another one, that some of it is somebody else's.
 * @param {number} number
 * @param {View} view
 * @param {DeskActs} desk
 */
function source(number, view, desk) {
	const { say } = desk;
	const own = view.report.sources[number];
	const me = whoOf(view.text, own);
	const name = naming(say, { name: own.name, kind: own.kind });
	const rename = () => {
		const who = name.who();
		if (who) desk.make({ act: "rename", source: me, name: who.name, kind: who.kind });
	};
	const other = whom(view, say, { label: say("desk.same"), but: number, others: false });
	const merge = () => {
		const into = other.who();
		if (into) desk.make({ act: "merge", source: me, into });
		else other.nodes[0].querySelector("select")?.focus();
	};
	return h(
		"details",
		{ class: "whole" },
		h("summary", {}, say("desk.source", { name: brief(own.name, 40) })),
		form(say("desk.rename"), say("desk.rename"), rename, name.nodes),
		view.report.sources.length > 1 && form(say("desk.merge"), say("desk.merge"), merge, other.nodes),
		own.attributions.length > 1 && split(number, view, desk),
	);
}

/**
 * @param {number} number
 * @param {View} view
 * @param {DeskActs} desk
 */
function split(number, view, desk) {
	const { say } = desk;
	const { text, report, findings = [] } = view;
	const said = findings.filter(({ source }) => source === number);
	const boxes = said.map((finding) => ({ finding, box: h("input", { type: "checkbox" }) }));
	const line = (/** @type {Finding} */ { item }) =>
		brief(quote(text, report.attributions[item].contents), 70);
	const { nodes, who } = whom(view, say, { label: say("desk.who"), but: number });
	const act = () => {
		const marks = boxes.filter(({ box }) => box.checked).map(({ finding }) => desk.markOf(finding));
		const to = who();
		if (marks.length && to !== undefined) desk.make({ act: "credit", marks, to });
		else (marks.length ? nodes[0].querySelector("select") : boxes[0]?.box)?.focus();
	};
	const list = h(
		"ul",
		{},
		...boxes.map(({ finding, box }) => h("li", {}, h("label", {}, box, " ", line(finding)))),
	);
	const group = h("fieldset", {}, h("legend", {}, say("desk.split")), list);
	return form(say("desk.split"), say("desk.splitOff"), act, group, nodes);
}
