// @ts-check
//! Owns the numbered notes of a report, one line per mark, and where their numbers stand in the text. The files
//! for people (HTML, Markdown) and print share them.

import { findings, level } from "../report/finding.js";
import { first } from "../report/first.js";
import { oneLine, quote } from "../report/quote.js";
import { worth } from "../words/worth.js";

/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {{ number: number, at: number, finding: Finding, line: string }} Note */
/** @typedef {{ say: Say, hidden?: ReadonlySet<string>, show?: readonly Kind[] }} NoteOptions */

/** Sentences need no note: they end where one sees them end. @type {readonly Kind[]} */
const NOTED = ["attribution", "unnamed", "claim", "hedge"];

/**
 * A note for every mark, numbered in the order in which a reader meets the numbers.
 * @param {string} text
 * @param {Report} report
 * @param {NoteOptions} options the language, the ids of marks to leave out, and the kinds to keep
 * @returns {Note[]}
 */
export function notes(text, report, { say, hidden, show = NOTED }) {
	return findings(report)
		.filter(({ id, kind }) => NOTED.includes(kind) && show.includes(kind) && !hidden?.has(id))
		.map((finding) => ({ at: place(finding), finding, line: line(text, report, finding, say) }))
		.sort((a, b) => a.at - b.at)
		.map((note, number) => ({ ...note, number: number + 1 }));
}

/**
 * The words of a span with the notes whose numbers stand in it or at its end.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Note[]} list as `notes` gives it
 * @returns {(string | Note)[]}
 */
export function withNumbers(text, start, end, list) {
	/** @type {(string | Note)[]} */
	const out = [];
	let at = start;
	for (
		let next = first(list, (note) => note.at > start);
		next < list.length && list[next].at <= end;
		next++
	) {
		if (list[next].at > at) out.push(text.slice(at, list[next].at));
		out.push(list[next]);
		at = list[next].at;
	}
	if (at < end) out.push(text.slice(at, end));
	return out;
}

/**
 * When and from what a report was made, in sentences.
 * @param {{ say: Say, language: string, origin?: string, date?: Date }} options
 */
export function colophon({ say, language, origin, date = new Date() }) {
	const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
	const from = origin === undefined ? [] : [origin ? say("print.origin", { origin }) : say("print.pasted")];
	return [...from, say("print.date", { date: day }), say("print.made")].join(" ");
}

/** @param {Finding} finding */
const place = ({ pieces, end }) => pieces.find(({ role }) => role === "cue")?.end ?? end;

/**
 * @param {string} text
 * @param {Report} report
 * @param {Finding} finding
 * @param {Say} say
 */
function line(text, report, finding, say) {
	if (finding.kind === "hedge") return hedgeLine(text, report, finding, say);
	if (finding.kind === "claim") return claimLine(finding, say);
	return attributionLine(text, report, finding, say);
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Finding} finding
 * @param {Say} say
 */
function attributionLine(text, report, finding, say) {
	const { cue, sources, form, stance } = report.attributions[finding.item];
	const who =
		finding.source === null ? unclear(quote(text, sources), say) : credit(report.sources[finding.source]);
	const parts = [
		who,
		...(cue.lemma ? [`“${quote(text, [cue])}”`, say(`why.form.${form}`)] : []),
		...(stance === "neutral" ? [] : [say(`why.stance.${stance}`)]),
		say(`level.${level(finding.confidence)}`),
	];
	return `${say(`one.${finding.kind}`)}: ${parts.join("; ")}`;
}

/**
 * @param {Finding} finding
 * @param {Say} say
 */
function claimLine(finding, say) {
	const parts = [say(`worth.${level(finding.confidence)}`), ...worth(finding.reasons, say)];
	return `${say("one.claim")}: ${parts.join("; ")}`;
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Finding} finding
 * @param {Say} say
 */
function hedgeLine(text, report, finding, say) {
	const { kind, scope } = report.hedges[finding.item];
	const governed = quote(text, [scope]);
	const softened = governed ? `; ${say("why.scope").toLocaleLowerCase()}: “${governed}”` : "";
	return `${say("one.hedge")}: ${say(`hedge.${kind}`)}${softened}`;
}

/**
 * @param {string} words that credit somebody, without telling whom
 * @param {Say} say
 */
export const unclear = (words, say) => (words ? say("why.unclear", { words }) : say("why.nobody"));

/**
 * A source with who they are, as the article says.
 * @param {Report["sources"][number]} source
 */
export const credit = ({ name, description }) => oneLine(description ? `${name} (${description})` : name);
