// @ts-check
//! Owns what stands after the article on paper: the numbered notes and the sources.

import { colophon } from "../export/note.js";
import { placed } from "../export/place.js";
import { remarkLines, remarksTitle } from "../export/remarks.js";
import { h } from "../look/node.js";
import { level } from "../report/finding.js";
import { brief } from "../report/quote.js";
import { percent } from "../words/words.js";
import { who } from "./why.js";

/** @import { Finding } from "../report/finding.js" */
/** @import { View } from "./why.js" */
/** @typedef {View & { language: string, origin?: string, made: import("../report/view.js").View }} PrintedView */

/**
 * @param {Finding[]} notes in the order of their numbers in the text
 * @param {PrintedView} view
 * @returns {HTMLElement[]}
 */
export function printed(notes, view) {
	const { say, report, text, language } = view;
	const remarks = remarkLines(text, report, { view: view.made, say, language });
	const lines = remarks.map(({ about, said }) => h("li", {}, `“${about}”: ${said}`));
	const pages = { view: view.made, say };
	const list = notes.map((finding) => h("li", {}, placed(note(finding, view), finding.start, pages)));
	const sources = credits(view);
	return [
		...(list.length ? [h("h2", {}, say("help.marks")), legend(say)] : []),
		...(list.length ? [h("h2", {}, say("print.notes")), h("ol", {}, ...list)] : []),
		...(sources.length ? [h("h2", {}, say("print.sources")), h("ul", {}, ...sources)] : []),
		...(lines.length ? [h("h2", {}, remarksTitle(say, language)), h("ul", {}, ...lines)] : []),
		h("p", {}, `${colophon(view)} ${report.engine.name} ${report.engine.version}`),
	];
}

/**
 * What the lines mean.
 * @param {View["say"]} say
 */
function legend(say) {
	const mark = (/** @type {string} */ name) => [
		h("dt", {}, h("span", { class: `sample ${name}` }, say(`help.${name}.sample`))),
		h("dd", {}, say(`help.${name}`)),
	];
	return h("dl", {}, ...["source", "unnamed", "cue", "content", "claim", "hedge"].flatMap(mark));
}

/** @param {View & { language: string }} view */
function credits({ say, report, language }) {
	return report.sources
		.filter(({ words }) => words > 0)
		.sort((a, b) => b.words - a.words)
		.map((source) => {
			const about = source.description || say(`source.${source.kind}`);
			const words = say("sources.words", { n: source.words });
			const isSaid = source.named || about === say("source.unnamed");
			const naming = isSaid ? "" : `, ${say("sources.unnamed")}`;
			return h(
				"li",
				{},
				h("b", {}, source.name),
				` (${about}${naming}) – ${words}, ${percent(language, source.share)}`,
			);
		});
}

/**
 * @param {Finding} finding
 * @param {View} view
 */
function note(finding, view) {
	const { say, report, text } = view;
	if (finding.kind === "hedge") {
		const words = text.slice(finding.start, finding.end);
		return `${say("one.hedge")}, ${say(`hedge.${report.hedges[finding.item].kind}`)}: “${words}”`;
	}
	if (finding.kind === "claim") {
		const words = finding.pieces.map(({ start, end }) => text.slice(start, end)).join(" … ");
		return `${say("one.claim")}, ${say(`worth.${level(finding.confidence)}`)}: “${brief(words, 90)}”`;
	}
	const { cue, contents } = report.attributions[finding.item];
	const said = contents.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
	const sure = say(`level.${level(finding.confidence)}`);
	const how = [text.slice(cue.start, cue.end), `(${sure})`].filter(Boolean).join(" ");
	return `${who(finding, view)} – ${how}: ${brief(said, 90)}`;
}
