// @ts-check
//! Owns what a reader may say instead of a report: plain objects that name their places by the words there, so that
//! they can be kept, sent, and found again in a text that was edited. `correct.js` applies them, `correction-shape.js`
//! checks those that come from elsewhere.

/** @import { Report } from "../pkg/saidso.js" */
/** @import { Selector } from "./selector.js" */
/** @typedef {Report["sources"][number]["kind"]} SourceKind */
/** @typedef {Report["hedges"][number]["kind"]} HedgeKind */
/** @typedef {"attribution" | "claim" | "hedge"} MarkKind */
/** @typedef {{ kind: MarkKind, at: Selector }} Mark a mark, by its cue or else its first words */
/**
 * @typedef {object} Who somebody who is credited
 * @property {string} name empty where nobody is named: the words of the mark stand in for it
 * @property {SourceKind} kind
 * @property {Selector | null} at the first mention, where there is one
 */

/** Credits marks to somebody else; to nobody where it is unclear. A claim that is credited has a source.
 * @typedef {{ act: "credit", marks: Mark[], to: Who | null }} Credit */
/** Takes two sources for one. @typedef {{ act: "merge", source: Who, into: Who }} Merge */
/** Gives a source another name. @typedef {{ act: "rename", source: Who, name: string, kind: SourceKind }} Rename */
/** Says that nothing is to be marked. @typedef {{ act: "remove", mark: Mark }} Remove */
/** Says which words are the source, cue or content of a statement.
 * @typedef {{ act: "part", mark: Mark, role: "source" | "cue" | "content", at: Selector }} Part */
/** Adds a statement of somebody's. @typedef {{ act: "quote", at: Selector, to: Who | null }} Quote */
/** Adds a claim without a source. @typedef {{ act: "claim", at: Selector }} Claim */
/** Adds a hedge. @typedef {{ act: "hedge", at: Selector, kind: HedgeKind }} Hedge */
/** @typedef {Credit | Merge | Rename | Remove | Part | Quote | Claim | Hedge} Correction */
/** @typedef {Correction["act"]} Act */

/** @typedef {"" | "to-check" | "asked" | "confirmed" | "wrong" | "cut"} Status what has become of a claim */
/** What a reader has written on a mark or a sentence.
 * @typedef {{ kind: MarkKind | "sentence", at: Selector, words: string, status: Status }} Remark */

/** What may have become of a claim, in the order of an editor's work. @type {readonly Status[]} */
export const STATUSES = Object.freeze(["", "to-check", "asked", "confirmed", "wrong", "cut"]);
