// @ts-check
//! Owns what the columns of an audit's tables are called, on the page and in its report; columns of one's own come behind.

/** @import { Say } from "../words/words.js" */

const GROUP = ["audit.n.articles", "audit.n.statements", "audit.n.unnamed", "audit.n.unsourced"];

const HEADS = {
	who: [
		"audit.source",
		"audit.about",
		"audit.n.articles",
		"audit.n.statements",
		"audit.n.words",
		"audit.n.share",
	],
	naming: ["audit.naming", "audit.n.statements"],
	each: ["audit.article", "audit.n.sources", "audit.n.statements", "audit.n.unnamed", "audit.n.unsourced"],
	section: ["audit.section", ...GROUP],
	author: ["audit.author", ...GROUP],
	date: ["audit.date", ...GROUP],
	cues: ["audit.cues", "audit.n.times"],
	apart: ["audit.source", "audit.n.articles", "audit.n.statements", "audit.n.maybe"],
};

/**
 * @param {keyof typeof HEADS} table
 * @param {Say} say
 */
export const headOf = (table, say) => HEADS[table].map((key) => say(key));
