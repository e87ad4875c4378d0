// @ts-check
//! Owns the articles of an audit while it is worked on: more are added to those that are there, one is corrected, what was
//! added goes again. Each step gives a new audit, so that the one before can come back.

import { follow } from "./own.js";
import { filled, recordOf } from "./record.js";
import { Known } from "./same.js";

/** @import { Found } from "../intake/found.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { View } from "../report/view.js" */
/** @import { Article } from "./articles.js" */
/** @import { Rec } from "./record.js" */
/** @import { Fault } from "./run.js" */
/** @import { Audit, Own } from "./saved.js" */
/** An article is missing where an audit was saved without it.
 * @typedef {Audit & { articles: (Article | null)[], faults: Fault[], isCut: boolean }} Collection */
/** An article as its reader left it. @typedef {{ text: string, found: Report, report: Report, view: View, origin?: string }} Read */

/**
 * An audit with more articles behind its own. One that is there already is counted once, and so is one whose report comes
 * beside it; what its reader changed is kept. Where only its counts were there, it can be opened from now on.
 * @param {Collection} before
 * @param {Collection} more
 * @returns {{ now: Collection, added: number, same: number }}
 */
export function added(before, more) {
	const records = [...before.records];
	const articles = [...before.articles];
	const known = new Known(records);
	for (const [number, record] of more.records.entries()) {
		const article = more.articles[number];
		const old = known.find(record) ?? -1;
		if (old < 0) {
			known.add(records.push(record) - 1);
			articles.push(article);
		} else {
			const one = met({ record: records[old], article: articles[old] }, { record, article });
			records[old] = one.record;
			articles[old] = one.article;
			known.add(old);
		}
	}
	const count = records.length - before.records.length;
	const faults = [...before.faults, ...more.faults];
	const now = { records, articles, faults, isCut: more.isCut, own: joined(before.own, more.own) };
	follow(before, now);
	return { now, added: count, same: more.records.length - count };
}

/**
 * An audit without what was added to one before; what was done since to the articles before stays.
 * @param {Collection} now
 * @param {Collection} before
 * @param {Collection} after the one before, with what was added
 * @returns {Collection}
 */
export function withdrawn(now, before, after) {
	const { faults, isCut } = before;
	const old = (/** @type {"records" | "articles"} */ list) =>
		before[list].map((one, number) => (now[list][number] === after[list][number] ? one : now[list][number]));
	const own = after.own === before.own ? now.own : before.own;
	return {
		records: /** @type {Rec[]} */ (old("records")),
		articles: /** @type {Collection["articles"]} */ (old("articles")),
		faults,
		isCut,
		own,
	};
}

/**
 * An audit with one of its articles as its reader left it, counted anew.
 * @param {Collection} audit
 * @param {number} number
 * @param {Read} read
 * @returns {Collection}
 */
export function revised(audit, number, { text, found, report, view, origin }) {
	const { name, meta } = /** @type {Article} */ (audit.articles[number]);
	const { hidden, pages, corrections, remarks } = view;
	/** @type {Found} */
	const left = { text, report: found, view: { hidden, pages }, origin };
	const { print = "", of } = audit.records[number];
	const known = { ...(print && { print }), ...(of !== undefined && { of }) };
	const record = { ...recordOf(name, meta, text, report, { corrections, remarks }), ...known };
	const now = {
		...audit,
		records: audit.records.with(number, record),
		articles: audit.articles.with(number, { name, meta, read: async () => left }),
	};
	follow(audit, now);
	return now;
}

/** @typedef {{ record: Rec, article: Article | null }} One */

/**
 * One article out of two records of it: that with corrections holds, then that with a text; its file says what it is called.
 * @param {One} old
 * @param {One} other
 * @returns {One}
 */
function met(old, other) {
	const isOther = old.record.changes ? false : other.record.changes || (other.article && !old.article);
	const [first, second] = isOther ? [other, old] : [old, other];
	const { name, meta, of } = old.record.of === undefined ? old.record : other.record;
	const { of: _, ...record } = first.record;
	const article = first.article ?? second.article;
	const said = { ...record.meta, ...filled(meta) };
	return {
		record: { ...record, name, meta: said, ...(of !== undefined && { of }) },
		article: article && { ...article, name, meta: { ...article.meta, ...filled(meta) } },
	};
}

/**
 * Columns of both; where both say something of a source, the first holds.
 * @param {Own} own
 * @param {Own} more
 * @returns {Own} the first itself where the other says nothing
 */
function joined(own, more) {
	if (!more.columns.length && !Object.keys(more.joins).length) return own;
	const values = { ...more.values };
	for (const [key, row] of Object.entries(own.values)) values[key] = { ...values[key], ...row };
	const columns = [...new Set([...own.columns, ...more.columns])];
	const moved = { ...more.moved, ...own.moved };
	const joins = { ...more.joins, ...own.joins };
	return { columns, values, joins, ...(Object.keys(moved).length && { moved }) };
}
