// @ts-check
//! Owns what stands after the article on paper: the notes and the sources. Notes have the numbers of their marks; those on
//! a host's article, which is painted and holds no numbers, stand behind the first words of their sentence.

import { colophon } from "../export/note.js";
import { placed } from "../export/place.js";
import { remarkLines, remarksTitle } from "../export/remarks.js";
import { h } from "../look/node.js";
import { level } from "../report/finding.js";
import { brief, oneLine } from "../report/quote.js";
import { sentenceAt } from "../report/sentence.js";
import { percent } from "../words/words.js";
import { who } from "./why.js";

/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { View } from "./why.js" */
/** @typedef {View & { language: string, origin?: string, view: import("../report/view.js").View, isHosts?: boolean }} PrintedView */

export { default as style } from "./printed.css?inline";

/** So many characters of a sentence tell a reader which it is. */
const LEAD = 48;

/**
 * @param {Finding[]} notes in the order of the text
 * @param {PrintedView} view
 * @returns {HTMLElement[]}
 */
export function printed(notes, view) {
	const { say, report, text, language } = view;
	const remarks = remarkLines(text, report, { view: view.view, say, language });
	const lines = remarks.map(({ about, said }) => h("li", {}, `“${about}”: ${said}`));
	const list = view.isHosts
		? led(notes, view)
		: h("ol", {}, ...notes.map((one) => h("li", {}, noted(one, view))));
	const sources = credits(view);
	return [
		...(notes.length ? [h("h2", {}, say("help.marks")), legend(notes, view)] : []),
		...(notes.length ? [h("h2", {}, say("print.notes")), list] : []),
		...(sources.length ? [h("h2", {}, say("print.sources")), h("ul", {}, ...sources)] : []),
		...(lines.length ? [h("h2", {}, remarksTitle(say, language)), h("ul", {}, ...lines)] : []),
		h("p", {}, `${colophon(view)} ${report.engine.name} ${report.engine.version}`),
	];
}

/**
 * The notes of each sentence behind its first words.
 * @param {Finding[]} notes
 * @param {PrintedView} view
 */
function led(notes, view) {
	const { text, report } = view;
	const list = h("dl", { class: "led" });
	let last = -1;
	for (const finding of notes) {
		const at = sentenceAt(report.sentences, finding.start);
		const { start, end } = report.sentences[at] ?? finding;
		const lead = brief(oneLine(text.slice(start, end)), LEAD);
		if (at !== last || at < 0) list.append(h("dt", {}, lead));
		list.append(h("dd", {}, noted(finding, view)));
		last = at;
	}
	return list;
}

/**
 * @param {Finding} finding
 * @param {PrintedView} view
 */
const noted = (finding, view) =>
	placed(note(finding, view), finding.start, { view: view.view, say: view.say });

/** The lines of each kind of mark. @type {[string, Kind[]][]} */
const LINES = [
	["source", ["attribution"]],
	["unnamed", ["unnamed"]],
	["cue", ["attribution", "unnamed"]],
	["content", ["attribution", "unnamed"]],
	["claim", ["claim"]],
	["hedge", ["hedge"]],
];

/** So many characters of the article stand as an example of a line. */
const EXAMPLE = 40;

/**
 * What the lines of the kinds mean that are shown, each under words of this article.
 * @param {Finding[]} notes
 * @param {PrintedView} view
 */
function legend(notes, { say, text, view: { show = [] } }) {
	const example = (/** @type {string} */ name, /** @type {Kind[]} */ kinds) => {
		const role = name === "unnamed" ? "source" : name;
		const pieces = notes.flatMap((one) => (kinds.includes(one.kind) ? one.pieces : []));
		const piece = pieces.find((one) => one.role === role && one.end > one.start);
		return piece ? brief(oneLine(text.slice(piece.start, piece.end)), EXAMPLE) : "abc";
	};
	const mark = (/** @type {[string, Kind[]]} */ [name, kinds]) => [
		h("dt", {}, h("span", { class: `sample ${name}` }, example(name, kinds))),
		h("dd", {}, say(`help.${name}`)),
	];
	return h("dl", {}, ...LINES.filter(([, kinds]) => kinds.some((kind) => show.includes(kind))).flatMap(mark));
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
