// @ts-check
//! Generated from src/vocabulary by `UPDATE_GENERATED=1 cargo test --test kinds`: the kinds of a report and the codes
//! of its reasons, in the order of the schema.

/** What a block is. */
export const BLOCKS = Object.freeze([
	"paragraph",
	"heading",
	"list-item",
	"blockquote",
	"caption",
	"byline",
	"dateline",
	"credit",
]);

/** What a source is. */
export const SOURCES = Object.freeze([
	"person",
	"organization",
	"document",
	"group",
	"role",
	"unnamed",
]);

/** What a source does to the content. */
export const ACTS = Object.freeze([
	"speech",
	"belief",
	"attitude",
]);

/** Whether the words are the source's own. */
export const FORMS = Object.freeze([
	"direct",
	"indirect",
	"mixed",
]);

/** Where the writer stands by the choice of cue. */
export const STANCES = Object.freeze([
	"neutral",
	"endorsing",
	"doubting",
	"denying",
	"admitting",
]);

/** What kind of hedge a cue is. */
export const HEDGES = Object.freeze([
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
]);

/** What a choice of words tells. */
export const SIGNALS = Object.freeze([
	"passive",
	"loaded",
	"booster",
	"scare-quote",
]);

/** What kind of statement a claim is. */
export const STATEMENTS = Object.freeze([
	"fact",
	"prediction",
	"opinion",
	"question",
	"other",
]);

/** How firmly a claim is put. */
export const CERTAINTIES = Object.freeze([
	"stated",
	"softened",
	"open",
	"denied",
]);

/** What a reader should know about a report. */
export const WARNINGS = Object.freeze([
	"not-english",
	"truncated",
	"unbalanced-quotes",
]);

/** Why a mark stands. */
export const REASONS = Object.freeze([
	"cue-verb",
	"cue-noun",
	"according-to",
	"as-reported-by",
	"source-before",
	"source-after",
	"passive",
	"passive-subject",
	"clause",
	"object",
	"that-clause",
	"to-clause",
	"question-clause",
	"in-quotation",
	"in-open-quotation",
	"quotation",
	"partly-quoted",
	"pronoun",
	"unclear",
	"negated",
	"not-said",
	"refused",
	"hypothetical",
	"asked",
	"on-condition-of-anonymity",
	"cue",
	"label",
	"headline",
	"colon",
	"dash",
	"no-source",
	"own-lexicon",
	"word-before",
	"word-after",
	"word-nearby",
	"put-as-possible-not-as-settled",
	"says-how-likely-it-is",
	"blurs-a-number-or-a-degree",
	"leaves-the-truth-of-it-to-others",
	"leans-on-people-who-are-not-named",
	"put-as-what-somebody-thinks",
	"put-as-how-it-looks-not-as-how-it-is",
	"expected-or-estimated-not-observed",
	"depends-on-something-open",
	"does-not-say-how-many",
	"does-not-say-how-often-or-how-widely",
	"gives-a-limit-not-a-figure",
	"says-what-was-done-not-who-did-it",
	"judges-while-it-tells",
	"asks-the-reader-to-agree",
	"quotes-a-word-without-saying-whose-it-is",
	"certainty-lowered-by",
	"base",
	"limit",
	"number",
	"money",
	"percentage",
	"measure",
	"date",
	"rank",
	"name",
	"place",
	"organization",
	"comparison",
	"cause",
	"law",
	"statistic",
	"act",
	"past-tense",
	"present-tense",
	"is",
	"modal",
	"no-verb",
	"adjective",
	"adverb",
	"superlative",
	"opener",
	"quoted",
	"i",
	"we",
	"you",
	"generality",
	"nothing-named",
	"judgement",
	"verdict",
	"emphasis",
	"stance",
	"own-voice",
	"duty",
	"ought",
	"future",
	"credited",
	"exclamation",
	"short",
	"long",
	"wording",
	"prediction",
	"opinion",
	"question",
	"no-statement",
	"softened",
	"condition",
	"negation",
	"denied-by-source",
	"doubting-cue",
]);
