// @ts-check
//! Whatever a program hands in: every function of the package takes it or refuses it with a `SaidSoError`, and the message
//! names what it is, what it should be and what it was.

import assert from "node:assert/strict";
import { test } from "node:test";

const [own, alone] = ["saidso", "saidso/sentences"];
/** @type {Record<string, any>} */
const saidso = await import(own);
/** @type {Record<string, any>} */
const { sentences, sentencesSync, ready } = await import(alone);

const TEXT = "Ana Brook said no. It may rain.";
const report = await saidso.annotate(TEXT);
await ready();

const boom = () => {
	throw new TypeError("boom");
};
/** @param {object} target */
const hostile = (target) => new Proxy(target, { get: boom, has: boom, ownKeys: boom, getPrototypeOf: boom });

/** @type {Record<string, unknown>} */
const WRONG = {
	"a number": 5,
	"no number": Number.NaN,
	null: null,
	undefined: undefined,
	"an object": {},
	"a list": [],
	"empty words": "",
	"a symbol": Symbol("x"),
	"a big number": 10n,
	"a function": () => 5,
	"a proxy that throws": hostile({}),
	"a list that throws": hostile([]),
	"a function that throws": hostile(() => {}),
};

/**
 * Whether a call was taken, or with which code it was refused; any other error fails the test.
 * @param {string} name
 * @param {() => unknown} call
 * @returns {Promise<string>}
 */
async function outcome(name, call) {
	try {
		await call();
		return "taken";
	} catch (error) {
		assert.ok(error instanceof saidso.SaidSoError, `${name}: ${error}`);
		const { code, message } = /** @type {any} */ (error);
		assert.doesNotMatch(message, /undefined is|Cannot|deserialize|JsValue|Reflect|is not a function/, name);
		return code;
	}
}

/** What a function takes of these, and what has another code as it could be right. @type {Record<string, string[]>} */
const TAKEN = {
	annotate: ["empty words"],
	annotateSync: ["empty words"],
	codePoints: ["empty words"],
	createSession: ["null", "undefined", "an object"],
	decodeShare: ["empty words"],
	encodeShare: ["empty words"],
	fromJSON: ["empty words"],
	isShare: Object.keys(WRONG),
	loadLexicon: ["an object", "empty words"],
	ready: ["null", "undefined", "an object"],
	utf16Offsets: ["empty words"],
	wordsIn: ["undefined", "empty words"],
};

test("every function refuses what it cannot take", async () => {
	const functions = Object.keys(saidso).filter(
		(name) => typeof saidso[name] === "function" && name !== "SaidSoError",
	);
	for (const name of functions)
		for (const [what, value] of Object.entries(WRONG)) {
			const code = await outcome(`${name}(${what})`, () => saidso[name](value));
			const isTaken = TAKEN[name]?.includes(what) ?? false;
			assert.equal(code !== "bad-argument", isTaken, `${name}(${what}): ${code}`);
		}
	await assert.rejects(saidso.loadLexicon(5), { code: "bad-argument" });
	await assert.rejects(saidso.loadLexicon({}), { code: "bad-lexicon" });
});

test("every option and every option's value is taken or refused", async () => {
	const made = Object.keys(saidso).filter((name) => /^to[A-Z]/.test(name));
	const options = ["hidden", "language", "view", "found", "source", "origin", "date", "url", "most"];
	for (const [what, value] of Object.entries(WRONG)) {
		for (const name of ["maxChars", "blocks", "hedges", "signals", "lexicons", "signal"])
			await outcome(`annotate ${name}: ${what}`, () => saidso.annotate(TEXT, { [name]: value }));
		for (const name of made) {
			const call = (/** @type {unknown} */ given) => () => saidso[name](TEXT, report, given);
			const code = await outcome(`${name} of ${what}`, call(value));
			const isNone = ["null", "undefined", "an object"].includes(what);
			assert.equal(code, isNone ? "taken" : "bad-argument", `${name}, options ${what}`);
			for (const option of options) await outcome(`${name} ${option}: ${what}`, call({ [option]: value }));
		}
		for (const { id, make } of saidso.EXPORTS)
			await outcome(`${id} view: ${what}`, () => make(TEXT, report, { view: value }));
		await outcome(`encodeShare view ${what}`, () => saidso.encodeShare(TEXT, value));
		await outcome(`correct ${what}`, () => saidso.correct(TEXT, report, value));
		await outcome(`correct a list of ${what}`, () => saidso.correct(TEXT, report, [value]));
		await outcome(`reanchor ${what}`, () => saidso.reanchor(TEXT, report, value));
		await outcome(`bookmarklet ${what}`, () => saidso.bookmarklet("https://example.org/", value));
		await outcome(`ready ${what}`, () => saidso.ready({ wasm: value }));
		await outcome(`createSession ${what}`, () => saidso.createSession({ where: value }));
		for (const option of ["method", "quotations", "language", "abbreviations"])
			await outcome(`sentences ${option}: ${what}`, () => sentences(TEXT, { [option]: value }));
		await outcome(`sentences of ${what}`, () => sentences(value));
		await outcome(`sentencesSync of ${what}`, () => sentencesSync(value, value));
	}
});

test("what was given back refuses too: sessions, offsets, words", async () => {
	const session = saidso.createSession();
	const [points, units, words] = [saidso.codePoints(TEXT), saidso.utf16Offsets(TEXT), await saidso.wordsIn()];
	for (const [what, value] of Object.entries(WRONG)) {
		const update = await outcome(`update(${what})`, () => session.update(value));
		assert.equal(update, ["a list", "empty words"].includes(what) ? "taken" : "bad-argument", what);
		const options = await outcome(`update of ${what}`, () => session.update(TEXT, value));
		assert.equal(options, ["null", "undefined", "an object"].includes(what) ? "taken" : "bad-argument", what);
		const signal = await outcome(`signal ${what}`, () => session.update(TEXT, { signal: value }));
		assert.equal(signal, ["null", "undefined"].includes(what) ? "taken" : "bad-argument", what);
		for (const count of [points, units])
			assert.equal(
				await outcome(`offset ${what}`, () => count(value)),
				what === "a number" ? "taken" : "bad-argument",
			);
		for (const say of ["kind", "doubt"])
			assert.equal(await outcome(`${say}(${what})`, () => words[say](value)), "bad-argument");
		await outcome(`reason(${what})`, () => words.reason(value));
	}
	assert.deepEqual(await session.update(TEXT), report);
});

test("a message names the option, what it is and what it was", async () => {
	/** @type {[unknown, string][]} */
	const said = [
		[{ signals: 3 }, "the option signals is a list of kinds (passive, loaded, booster, scare-quote), not 3"],
		[
			{ signals: ["loud"] },
			'the option signals is a list of kinds (passive, loaded, booster, scare-quote), not ["loud"]',
		],
		[{ signal: 5 }, "the option signal is the signal of an AbortController, not 5"],
		[{ maxChars: "many" }, 'the option maxChars is a whole number from 0, not "many"'],
		[{ maxChars: Symbol("q") }, "the option maxChars is a whole number from 0, not Symbol(q)"],
		[{ lexicons: [5] }, "the option lexicons is a list of what loadLexicon gives, not [5]"],
		[
			{ maxchars: 5 },
			"there is no option maxchars; there are maxChars, hedges, signals, lexicons, blocks, signal",
		],
		["fast", 'options are an object, not "fast"'],
		[hostile({}), "options are an object, not what cannot be read"],
	];
	for (const [options, message] of said)
		await assert.rejects(saidso.annotate(TEXT, options), { code: "bad-argument", message });
	await assert.rejects(saidso.annotate(5), { message: "a text is a string, not 5" });
	await assert.rejects(sentences(TEXT, { method: "quick" }), {
		message: 'the option method is full or standard, not "quick"',
	});
	const long = "x".repeat(5_000);
	await assert.rejects(saidso.annotate(TEXT, { hedges: long }), ({ message }) => message.length < 300);
});

test("what is missing or longer than any text is no error", async () => {
	const none = { maxChars: null, blocks: null, hedges: null, signals: null, lexicons: null, signal: null };
	assert.deepEqual(await saidso.annotate(TEXT, none), report);
	assert.deepEqual(await saidso.annotate(TEXT, { maxChars: 1e12 }), report);
});
