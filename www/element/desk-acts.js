// @ts-check
//! Owns what the parts of the desk may ask it for, and what it asks of the element.

/** @import { Lexicon } from "../engine/engine.js" */
/** @import { Correction, HedgeKind, Mark, Remark, Status } from "../report/correction.js" */
/** @import { Finding } from "../report/finding.js" */
/** @import { Span } from "../report/selector.js" */
/** @import { Say } from "../words/words.js" */
/** @import { Bar } from "./bar.js" */
/** @import { Action } from "./notices.js" */
/** @import { Options } from "./options.js" */
/** @import { Panel } from "./panel.js" */
/** @import { Popover } from "./popover.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Reading } from "./reading.js" */
/**
 * @typedef {object} DeskActs
 * @property {Say} say
 * @property {Reading} reading
 * @property {Map<string, Remark>} notes by the ids of what they stand on
 * @property {(finding: Finding) => Mark} markOf how a correction calls a mark
 * @property {(one: Correction) => void} make
 * @property {(number: number) => void} takeBack one correction; the others stay
 * @property {(number: number) => string} told one correction in a line
 * @property {() => void} undoAll
 * @property {(finding: Finding, words: string, status: Status) => void} remark writes a note
 * @property {(save: (() => void) | null) => void} draft what to do with a note that was begun, should the popover be closed
 * @property {(one: Remark) => void} forget a note
 * @property {(span: Span, kind: HedgeKind | "none") => Promise<void>} own has the words of a place marked always, as a kind of
 * hedge, or never, in every article
 * @property {() => void} add lets the reader mark words of the text
 */
/** @typedef {{ reading: Reading, reader: Reader, bar: Bar, panel: Panel, popover: Popover }} DeskParts */
/**
 * @typedef {object} DeskEvents
 * @property {() => Options} options
 * @property {() => void} draw shows what has changed
 * @property {() => void} changed tells the page
 * @property {(lexicons: Lexicon[]) => Promise<unknown>} relist annotates with other word lists
 * @property {(words: string, actions: Action[]) => void} notify
 */

export {};
