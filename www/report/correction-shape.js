// @ts-check
//! Owns checking corrections and notes that come from a share link or a saved report.

import * as v from "valibot";
import { MAX_CHARS } from "../engine/limit.js";
import { STATUSES } from "./correction.js";
import { HEDGE_KINDS, SOURCE_KINDS } from "./shape.js";

/** A selection may be long; what nobody could have selected is refused. */
const words = v.pipe(v.string(), v.maxLength(20_000));
const name = v.pipe(v.string(), v.maxLength(400));
const beside = v.pipe(v.string(), v.maxLength(64));
const start = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_CHARS));

const At = v.object({ exact: words, prefix: beside, suffix: beside, start });
const Mark = v.object({ kind: v.picklist(["attribution", "claim", "hedge"]), at: At });
const sourceKind = v.picklist(SOURCE_KINDS);
const Who = v.object({ name, kind: sourceKind, at: v.nullable(At) });

/** A list of corrections. */
export const Corrections = v.pipe(
	v.array(
		v.variant("act", [
			v.object({
				act: v.literal("credit"),
				marks: v.pipe(v.array(Mark), v.minLength(1), v.maxLength(500)),
				to: v.nullable(Who),
			}),
			v.object({ act: v.literal("merge"), source: Who, into: Who }),
			v.object({ act: v.literal("rename"), source: Who, name, kind: sourceKind }),
			v.object({ act: v.literal("remove"), mark: Mark }),
			v.object({
				act: v.literal("part"),
				mark: Mark,
				role: v.picklist(["source", "cue", "content"]),
				at: At,
			}),
			v.object({ act: v.literal("quote"), at: At, to: v.nullable(Who) }),
			v.object({ act: v.literal("claim"), at: At }),
			v.object({ act: v.literal("hedge"), at: At, kind: v.picklist(HEDGE_KINDS) }),
		]),
	),
	v.maxLength(1000),
);

/** A list of notes. */
export const Remarks = v.pipe(
	v.array(
		v.object({
			kind: v.picklist(["attribution", "claim", "hedge", "sentence"]),
			at: At,
			words,
			status: v.picklist(STATUSES),
		}),
	),
	v.maxLength(1000),
);
