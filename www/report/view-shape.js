// @ts-check
//! Owns checking what a reader has chosen to see and what they have corrected, where it comes from a share link or a saved report.

import * as v from "valibot";
import { Corrections, Remarks } from "./correction-shape.js";

const name = v.pipe(v.string(), v.maxLength(40), v.regex(/^[\w-]*$/));
/** What "hide this one" remembers holds the words of the mark, so it may be long. */
const remembered = v.pipe(v.string(), v.maxLength(4000));

const whole = (/** @type {number} */ least) => v.pipe(v.number(), v.integer(), v.minValue(least));
const Pages = v.pipe(v.array(v.object({ page: whole(1), start: whole(0) })), v.maxLength(2000));

/** Every field may be missing; what is not here is dropped. */
export const ViewShape = v.object({
	show: v.optional(v.pipe(v.array(name), v.maxLength(16))),
	minConfidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	plain: v.optional(v.boolean()),
	speechOnly: v.optional(v.boolean()),
	panel: v.optional(name),
	selected: v.optional(v.nullable(name)),
	hidden: v.optional(v.pipe(v.array(remembered), v.maxLength(2000))),
	corrections: v.optional(Corrections),
	remarks: v.optional(Remarks),
	pages: v.optional(Pages),
});
