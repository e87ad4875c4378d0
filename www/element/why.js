// @ts-check
//! Owns what the popover says of one finding: kind and confidence in words, who, cue, why, when it may be wrong.

import { unclear } from "../export/note.js";
import { h } from "../look/node.js";
import { level } from "../report/finding.js";
import { brief, quote } from "../report/quote.js";
import { reasonInWords } from "../words/reason.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {{ report: Report, text: string, say: Say, findings?: Finding[], desk?: DeskView }} View */
/** What an editor is offered, where one may correct. @typedef {{ offer(finding: Finding, view: View): HTMLElement | null, list(body: HTMLElement, view: any): void, add(): void, say: Say, noted(): (id: string) => HTMLElement | null }} DeskView */
/** @typedef {{ copy(finding: Finding): Promise<boolean>, hide(finding: Finding): void, hideRule(finding: Finding): void, source(finding: Finding): void }} Acts */

/**
 * @param {Finding} finding
 * @param {View} view
 * @param {Acts} acts
 * @returns {HTMLElement}
 */
export function why(finding, view, acts) {
	const { say } = view;
	return h(
		"section",
		{ class: `why ${finding.kind}`, "data-id": finding.id },
		heading(finding, view),
		h("dl", {}, ...facts(finding, view).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
		reasons(finding, view),
		h(
			"details",
			{ class: "wrong" },
			h("summary", {}, say("why.wrong")),
			h("p", {}, say(`why.wrong.${finding.kind}`)),
		),
		actions(finding, view, acts),
		view.desk?.offer(finding, view),
	);
}

/**
 * @param {Finding} finding
 * @param {View} view
 */
function heading(finding, { say, report }) {
	const kind = finding.kind === "hedge" ? ` · ${say(`hedge.${report.hedges[finding.item].kind}`)}` : "";
	const sure = finding.kind === "sentence" ? null : level(finding.confidence);
	const scale = finding.kind === "claim" ? "worth" : "level";
	return h(
		"h2",
		{},
		h("span", { class: `swatch ${finding.kind}`, "aria-hidden": "true" }, "abc"),
		` ${say(`one.${finding.kind}`)}${kind}`,
		sure && h("span", { class: `level ${sure}` }, say(`${scale}.${sure}`)),
	);
}

/**
 * @param {Finding} finding
 * @param {View} view
 * @returns {[string, import("../look/node.js").Child][]}
 */
function facts(finding, view) {
	if (finding.kind === "hedge") return hedgeFacts(finding, view);
	if (finding.kind === "claim") return claimFacts(finding, view);
	if (finding.kind === "sentence") return [];
	const { report, text, say } = view;
	const found = report.attributions[finding.item];
	const form = say(`why.form.${found.form}`);
	/** @type {[string, import("../look/node.js").Child][]} */
	const list = [[say("why.who"), whoLong(finding, view)]];
	const cue = text.slice(found.cue.start, found.cue.end);
	if (cue) list.push([say("why.cue"), `“${cue}”`], [say("why.form"), form]);
	if (found.act && found.act !== "speech") list.push([say("why.act"), say(`why.act.${found.act}`)]);
	if (found.stance !== "neutral") list.push([say("why.stance"), say(`why.stance.${found.stance}`)]);
	if ((found.parent ?? null) !== null) list.push(["", say("why.inside")]);
	return list;
}

/**
 * @param {Finding} finding
 * @param {View} view
 * @returns {[string, string][]}
 */
function hedgeFacts(finding, { report, text, say }) {
	const { scope } = report.hedges[finding.item];
	return [
		[say("why.cue"), `“${text.slice(finding.start, finding.end)}”`],
		[say("why.scope"), `“${brief(text.slice(scope.start, scope.end))}”`],
	];
}

/**
 * @param {Finding} finding
 * @param {View} view
 * @returns {[string, string][]}
 */
function claimFacts(finding, { report, say }) {
	const claim = report.claims[finding.item];
	return [
		[say("why.claim"), say(`why.statement.${claim.statement}`)],
		[say("why.certainty"), say(`why.certainty.${claim.certainty}`)],
	];
}

/**
 * @param {Finding} finding
 * @param {View} view
 */
function reasons(finding, { say }) {
	if (finding.reasons.length === 0) return null;
	const list = finding.reasons.map((reason) => h("li", {}, reasonInWords(reason, say)));
	return h("div", { class: "reasons" }, h("h3", {}, say("why.reasons")), h("ul", {}, ...list));
}

/**
 * @param {Finding} finding
 * @param {View} view
 * @param {Acts} acts
 */
function actions(finding, { say, findings = [] }, acts) {
	const button = (/** @type {string} */ name, /** @type {() => void} */ act) =>
		h("button", { type: "button", onclick: act }, name);
	const isSaid = finding.kind === "attribution" || finding.kind === "unnamed";
	const alike = findings.filter(({ rule }) => rule === finding.rule).length;
	return h(
		"p",
		{ class: "actions" },
		copy(finding, say, acts),
		isSaid && finding.source !== null && button(say("why.toSource"), () => acts.source(finding)),
		finding.kind !== "sentence" && button(say("why.hide"), () => acts.hide(finding)),
		finding.kind !== "sentence" && button(`${say("why.hideRule")} (${alike})`, () => acts.hideRule(finding)),
	);
}

/**
 * @param {Finding} finding
 * @param {Say} say
 * @param {Acts} acts
 */
function copy(finding, say, acts) {
	const name = h("span", { "aria-live": "polite" }, say("why.copy"));
	const act = async () => {
		name.textContent = say((await acts.copy(finding)) ? "why.copied" : "why.uncopied");
	};
	return h("button", { type: "button", onclick: act }, name);
}

/**
 * Who a finding credits, as the article names them at their fullest.
 * @param {Finding} finding
 * @param {View} view
 */
export function who(finding, { report, text, say }) {
	if (finding.source !== null) return report.sources[finding.source].name;
	return unclear(quote(text, report.attributions[finding.item]?.sources ?? []), say);
}

/**
 * @param {Finding} finding
 * @param {View} view
 */
function whoLong(finding, view) {
	const source = finding.source === null ? null : view.report.sources[finding.source];
	return source?.description ? `${source.name}, ${source.description}` : who(finding, view);
}

/**
 * A finding in a few words, for screen readers.
 * @param {Finding} finding
 * @param {{ report: Report, text: string }} article
 * @param {Say} say
 */
export function describe(finding, { report, text }, say) {
	const kind = say(`one.${finding.kind}`);
	if (finding.kind === "hedge") return `${kind}: ${say(`hedge.${report.hedges[finding.item].kind}`)}`;
	if (finding.kind === "claim" || finding.kind === "sentence") return kind;
	return `${kind}: ${brief(who(finding, { report, text, say }), 60)}`;
}

/**
 * The words of a finding with who said them, to paste elsewhere.
 * @param {Finding} finding
 * @param {View} view
 */
export function citation(finding, view) {
	const { report, text } = view;
	if (finding.kind !== "attribution" && finding.kind !== "unnamed")
		return text.slice(finding.start, finding.end);
	const contents = report.attributions[finding.item].contents;
	const words = contents.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
	return `${/^[“"‘']/u.test(words) ? words : `“${words}”`} — ${whoLong(finding, view)}`;
}
