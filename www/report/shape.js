// @ts-check
//! Owns the shape of a report that comes from outside, field by field; `fault.js` checks what the fields
//! say about one another.

import * as v from "valibot";
import { MAX_CHARS } from "../engine/limit.js";

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_CHARS));
const count = offset;
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const words = v.pipe(v.string(), v.maxLength(2000));
const reasons = v.pipe(v.array(words), v.maxLength(100));
const start = offset;
const end = offset;
const Span = v.object({ start, end });
const spans = v.array(Span);
const someSpans = v.pipe(spans, v.minLength(1));

const Block = v.object({
	start,
	end,
	kind: v.picklist([
		"paragraph",
		"heading",
		"list-item",
		"blockquote",
		"caption",
		"byline",
		"dateline",
		"credit",
	]),
});

/** What a source may be. */
export const SOURCE_KINDS = Object.freeze(
	/** @type {const} */ (["person", "organization", "document", "group", "role", "unnamed"]),
);

const Source = v.object({
	name: words,
	description: words,
	kind: v.picklist(SOURCE_KINDS),
	named: v.boolean(),
	mentions: spans,
	attributions: v.array(count),
	words: count,
	share,
});

const Attribution = v.object({
	sources: spans,
	cue: v.object({ start, end, lemma: words }),
	contents: spans,
	source: v.nullable(count),
	act: v.picklist(["speech", "belief", "attitude"]),
	form: v.picklist(["direct", "indirect", "mixed"]),
	stance: v.picklist(["neutral", "endorsing", "doubting", "denying", "admitting"]),
	parent: v.nullable(count),
	confidence: share,
	reasons,
});

/** What a hedge may be. */
export const HEDGE_KINDS = Object.freeze(
	/** @type {const} */ ([
		"modal",
		"probability",
		"approximator",
		"report",
		"weasel",
		"belief",
		"appearance",
		"expectation",
		"condition",
		"quantity",
		"generaliser",
		"bound",
	]),
);

const Hedge = v.object({
	start,
	end,
	kind: v.picklist(HEDGE_KINDS),
	scope: Span,
	confidence: share,
	reasons,
});

const Claim = v.object({
	spans: someSpans,
	sentence: count,
	attribution: v.nullable(count),
	statement: v.picklist(["fact", "prediction", "opinion", "question", "other"]),
	checkworthiness: share,
	certainty: v.picklist(["stated", "softened", "open", "denied"]),
	reasons,
});

/** Schema `saidso/report/1` in UTF-16 offsets; fields that are not in it are dropped. */
export const ReportShape = v.object({
	schema: v.literal("saidso/report/1"),
	engine: v.object({ name: words, version: words, model: words }),
	lang: words,
	offsets: v.literal("utf16"),
	blocks: v.array(Block),
	sentences: v.array(v.object({ start, end, block: count })),
	sources: v.array(Source),
	attributions: v.array(Attribution),
	hedges: v.array(Hedge),
	claims: v.array(Claim),
	stats: v.object({
		sentences: count,
		attributed: count,
		unsourcedClaims: count,
		words: v.object({ total: count, attributed: count, unnamed: count }),
	}),
	warnings: v.pipe(
		v.array(v.object({ code: v.picklist(["not-english", "truncated", "unbalanced-quotes"]), detail: words })),
		v.maxLength(100),
	),
});
