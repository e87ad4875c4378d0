// @ts-check
//! Owns the checklist: what to verify in an article, as Markdown tasks. It ranks claims by how much there is to
//! check in them, says why, and names whom to call; whether anything is true is for the person who ticks.

import { level } from "../report/finding.js";
import { quote } from "../report/quote.js";
import { sayIn } from "../words/every.js";
import { worth } from "../words/worth.js";
import { heading, item, list, paragraph, plain, write } from "./mdast.js";
import { credit } from "./note.js";
import { pageOf, placed } from "./place.js";
import { remarkLines, remarksTitle } from "./remarks.js";

/** @import { ListItem, RootContent } from "mdast" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Say } from "../words/words.js" */
/** @import { View } from "../report/view.js" */
/** @import { Line } from "./remarks.js" */
/** @typedef {{ language?: string, hidden?: ReadonlySet<string>, view?: View }} ChecklistOptions */
/** @typedef {{ text: string, report: Report, say: Say, hidden?: ReadonlySet<string>, view?: View, notes: Map<string | null, Line> }} Work */

/** Claims with less to check are listed only where there are few others. */
const WORTH = 0.5;
const FEW = 5;
const MOST = 40;

/**
 * What to verify in an article.
 * @param {string} text
 * @param {Report} report
 * @param {ChecklistOptions} [options] the language of the list, the ids of marks to leave out, and the editor's notes
 * @returns {string}
 */
export function toChecklist(text, report, { language = "en", hidden, view } = {}) {
	const say = sayIn(language);
	const lines = remarkLines(text, report, { view, say, language });
	const work = { text, report, say, hidden, view, notes: new Map(lines.map((line) => [line.id, line])) };
	const parts = [
		...part(work.say("check.claims"), claims(work)),
		...part(work.say("check.call"), sources(work, true)),
		...part(work.say("check.unnamed"), sources(work, false)),
		...others(lines, work, language),
	];
	const nothing = [paragraph(plain(work.say("check.nothing")))];
	return write([heading(1, plain(work.say("check.title"))), ...(parts.length ? parts : nothing)]);
}

/** @param {Work} work */
function claims(work) {
	const { text, report, hidden, notes } = work;
	return report.claims
		.map((claim, item) => ({ claim, id: `c${item}`, line: notes.get(`c${item}`) }))
		.filter(({ claim, id }) => isCheckable(claim.statement) && !hidden?.has(id))
		.sort((a, b) => b.claim.checkworthiness - a.claim.checkworthiness)
		.filter(({ claim, line }, rank) => line || claim.checkworthiness >= WORTH || rank < FEW)
		.slice(0, MOST)
		.map(({ claim, line }) => {
			const details = [aboutClaim(claim, work), ...(line ? [line.said] : [])];
			return task(quote(text, claim.spans), details, line?.status === "confirmed");
		});
}

/**
 * The notes on what is no claim.
 * @param {Line[]} lines
 * @param {Work} work
 * @param {string} language
 * @returns {RootContent[]}
 */
function others(lines, { say }, language) {
	const items = lines
		.filter(({ id }) => !id?.startsWith("c"))
		.map(({ about, said }) => item(paragraph(plain(`“${about}”: ${said}`))));
	return items.length ? [heading(2, plain(remarksTitle(say, language))), list(items)] : [];
}

/**
 * What lies ahead can be checked too: whether it was planned, promised, decided.
 * @param {string} statement
 */
const isCheckable = (statement) => statement === "fact" || statement === "prediction";

/**
 * @param {Report["claims"][number]} claim
 * @param {Work} work
 */
function aboutClaim({ attribution, sentence, spans, checkworthiness, reasons }, { report, say, view }) {
	const page = pageOf(spans[0].start, { view, say });
	const source = attribution === null ? null : report.attributions[attribution].source;
	const nobody = say(attribution === null ? "sources.nobody" : "why.nobody");
	return [
		source === null ? nobody : credit(report.sources[source]),
		...(page ? [page] : []),
		say("check.sentence", { n: sentence + 1 }),
		say(`worth.${level(checkworthiness)}`),
		...worth(reasons, say),
	].join("; ");
}

/**
 * @param {Work} work
 * @param {boolean} named
 */
function sources({ text, report, hidden, view, say }, named) {
	return report.sources
		.filter((source) => source.named === named)
		.map((source) => ({
			source,
			shown: source.attributions.filter((item) => !hidden?.has(`a${item}`)),
		}))
		.filter(({ shown }) => shown.length)
		.map(({ source, shown }) => {
			const said = shown
				.map((item) => report.attributions[item].contents)
				.filter((contents) => contents.length)
				.map((contents) => placed(quote(text, contents), contents[0].start, { view, say }));
			return task(credit(source), said);
		});
}

/**
 * @param {string} title
 * @param {ListItem[]} tasks
 * @returns {RootContent[]}
 */
const part = (title, tasks) => (tasks.length ? [heading(2, plain(title)), list(tasks)] : []);

/**
 * @param {string} words
 * @param {string[]} details
 * @param {boolean} [checked]
 * @returns {ListItem}
 */
function task(words, details, checked = false) {
	const inside = details.map((detail) => item(paragraph(plain(detail))));
	return { ...item(paragraph(plain(words)), ...(inside.length ? [list(inside)] : [])), checked };
}
