// @ts-check
//! Owns the functions of the package that work on texts and reports which a program hands in: whatever cannot be one is
//! refused with `bad-argument`, where inside the package it is known to be sound.

import * as v from "valibot";
import { codePoints as codePointsOf, utf16Offsets as utf16OffsetsOf } from "../engine/codepoint.js";
import { chosen, isObject, isText, must, taken } from "../engine/given.js";
import { bookmarklet as bookmarkletOf } from "../export/bookmarklet.js";
import { toChecklist as checklist } from "../export/checklist.js";
import { toClaimReview as claimReview } from "../export/claim-review.js";
import { toCorrections as corrections } from "../export/corrections.js";
import { toCSV as csv } from "../export/csv.js";
import { EXPORTS as exports } from "../export/export.js";
import { toHTML as html } from "../export/html-report.js";
import { toJSON as json } from "../export/json.js";
import { toMarkdown as markdown } from "../export/markdown.js";
import { decodeShare as decode, encodeShare as encode } from "../export/share.js";
import { toWebAnnotation as webAnnotation } from "../export/web-annotation.js";
import { fromJSON as bundleOf } from "../intake/import.js";
import { compare as compared } from "../report/compare.js";
import { findings as findingsOf, KINDS } from "../report/finding.js";
import { mustBeReport, mustFit } from "../report/fit.js";
import { reanchor as reanchored } from "../report/reanchor.js";
import { unsourcedClaims as unsourced } from "../report/unsourced.js";
import { ViewShape } from "../report/view-shape.js";
import { wordsIn as toldIn } from "../words/told.js";
import { mustBeText } from "./call.js";

/** @import { Report } from "../pkg/saidso.js" */

/** @import { Wanted } from "../engine/given.js" */

/** What may be chosen of what is made from a report. @type {Readonly<Record<string, Wanted>>} */
const MAKE = Object.freeze({
	hidden: ["a set of ids", ({ has }) => typeof has === "function"],
	language: ["a language tag such as en", (one) => isText(one) && Intl.getCanonicalLocales(one)],
	view: ["what the element's view gives", isView],
	found: ["a report", isObject],
	source: ["a string", isText],
	origin: ["a string", isText],
	date: ["a date", (one) => Number.isFinite(Date.prototype.getTime.call(one))],
	url: ["a string", isText],
	published: ["a string", isText],
	most: ["a number", Number.isFinite],
});

/** @param {unknown} one */
function isView(one) {
	return v.safeParse(ViewShape, one).success;
}

/**
 * A function of a text and its report that refuses what does not fit.
 * @template {(text: string, report: Report, options?: any) => unknown} F
 * @param {F} make
 */
const fitting = (make) =>
	/** @type {F} */ (
		(text, report, options) => {
			mustFit(text, report);
			const given = chosen(options, MAKE);
			if (given.found) mustFit(text, given.found);
			return make(text, report, given);
		}
	);

/**
 * A function of a report that refuses anything else.
 * @template {(report: Report) => unknown} F
 * @param {F} make
 */
const reporting = (make) =>
	/** @type {F} */ (
		(report) => {
			mustBeReport(report);
			return taken("a report is what annotate gives", report, make);
		}
	);

/**
 * A function of a text that gives one of offsets; both refuse anything else.
 * @param {(text: string) => (offset: number) => number} make
 * @returns {(text: string) => (offset: number) => number}
 */
const counting = (make) => (text) => {
	mustBeText(text, "a text");
	const count = make(text);
	return (offset) => {
		must("an offset is a whole number", offset, Number.isInteger);
		return count(offset);
	};
};

/** What is to be checked, as a list to tick off, in Markdown. */
export const toChecklist = /* @__PURE__ */ fitting(checklist);
/** The claims as drafts of schema.org's `ClaimReview`. */
export const toClaimReview = /* @__PURE__ */ fitting(claimReview);
/** A reader's corrections, one lesson a line. */
export const toCorrections = /* @__PURE__ */ fitting(corrections);
/** A row for each mark; no cell is taken for a formula. */
export const toCSV = /* @__PURE__ */ fitting(csv);
/** A page that stands alone. */
export const toHTML = /* @__PURE__ */ fitting(html);
/** The text with its report, which `fromJSON` reads. */
export const toJSON = /* @__PURE__ */ fitting(json);
/** The article with its marks, in Markdown. */
export const toMarkdown = /* @__PURE__ */ fitting(markdown);
/** An annotation collection of the W3C's model, counted in code points. */
export const toWebAnnotation = /* @__PURE__ */ fitting(webAnnotation);
/** A report carried over to the text as it is now. */
export const reanchor = (
	/** @type {string} */ text,
	/** @type {Report} */ report,
	/** @type {string} */ changed,
) => {
	mustFit(text, report);
	mustBeText(changed, "a text");
	return reanchored(text, report, changed);
};

/** Every finding of a report, in text order. */
export const findings = /* @__PURE__ */ reporting(findingsOf);
/** What the article itself puts forward, the claims with most to check first. */
export const unsourcedClaims = /* @__PURE__ */ reporting(unsourced);

/** A function from offsets in UTF-16 to offsets in code points; reads the text once. */
export const codePoints = /* @__PURE__ */ counting(codePointsOf);
/** The way back: a function from offsets in code points to offsets in UTF-16. */
export const utf16Offsets = /* @__PURE__ */ counting(utf16OffsetsOf);

/** The address to keep as a bookmark, from that of the page that it opens. @type {typeof bookmarkletOf} */
export const bookmarklet = (page, words) => {
	must("the page of a bookmarklet is a whole address", page, (one) => isText(one) && new URL(one));
	const { unread, tooLong } = chosen(words, { unread: ["a string", isText], tooLong: ["a string", isText] });
	return unread && tooLong ? bookmarkletOf(page, { unread, tooLong }) : bookmarkletOf(page);
};

/** What `toJSON` wrote; throws `unsupported-file` naming the first bad field. @type {typeof bundleOf} */
export const fromJSON = (json) => {
	mustBeText(json, "a file");
	return bundleOf(json);
};

/** What a report can be turned into, in the order of the menu. */
export const EXPORTS = /* @__PURE__ */ Object.freeze(
	exports.map((one) => ({ ...one, make: fitting(one.make) })),
);

/**
 * What two articles share, and what only one of them has.
 * @type {typeof compared}
 */
export const compare = (a, b) => {
	for (const one of [a, b])
		taken("an article is a text and its report", one, () => mustFit(one.text, one.report));
	return compared(a, b);
};

/** The fragment that holds a text and how it is looked at. @type {typeof encode} */
export const encodeShare = async (text, view) => {
	mustBeText(text, "a text");
	if (view !== undefined) must("a view is what the element's view gives", view, isView);
	return encode(text, view);
};

/** What a fragment holds; rejects with `bad-share` when it is damaged or cut. @type {typeof decode} */
export const decodeShare = async (fragment) => {
	mustBeText(fragment, "a fragment");
	return decode(fragment);
};

/** The words of a language; of English where there are none. @type {typeof toldIn} */
export const wordsIn = async (language = "en") => {
	mustBeText(language, "a language");
	const { kind, reason, doubt, ...told } = await toldIn(language);
	return {
		...told,
		kind: (one) => kind(known(one)),
		doubt: (one) => doubt(known(one)),
		reason: (code) => {
			mustBeText(code, "a reason");
			return reason(code);
		},
	};
};

/** @param {any} kind */
function known(kind) {
	must(`a kind is one of ${KINDS.join(", ")}`, kind, (one) => KINDS.includes(one));
	return kind;
}
