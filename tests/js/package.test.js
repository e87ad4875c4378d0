// @ts-check
//! The package as a program meets it, by its own name: the bundle that `npm test` makes, with the real engine.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fromMarkdown } from "mdast-util-from-markdown";
import Papa from "papaparse";
import { reportFault } from "../../www/report/fault.js";

const own = "saidso";

/** @type {typeof import("../../www/door/saidso.js")} */
const saidso = await import(own);

const TEXT = `Ferry line to reopen 🚢
By Ada Quill
The ferry line will reopen in May, harbour master Ines Duarte said on Thursday. “Nobody needs to swim,” she added.

Sources close to the council claimed that repairs had cost 4.2 million crowns, about twice the plan. The first boat was built in 1931.

- Tickets may cost <b>more</b> & the bar =closes= early.
قالت ميناء المدينة إن العبّارة ستعود.`;

const report = await saidso.annotate(TEXT);

test("a report fits its text, and says who", () => {
	assert.equal(reportFault(TEXT, report), undefined);
	const cues = report.attributions.map(({ cue }) => TEXT.slice(cue.start, cue.end));
	assert.ok(cues.includes("said") && cues.includes("added") && cues.includes("claimed"), cues.join());
	assert.ok(report.sources.some(({ name, named }) => named && name.includes("Duarte")));
});

test("every export is made from a real report", async () => {
	const files = new Map();
	for (const { id, make } of saidso.EXPORTS) files.set(id, await make(TEXT, report));
	assert.equal(files.size, 8);
	const marks = report.attributions.length + report.hedges.length + report.claims.length;
	assert.equal(Papa.parse(files.get("csv").trim(), { header: true }).data.length, marks);
	const points = [...TEXT];
	for (const { target } of JSON.parse(files.get("web-annotation")).first.items) {
		for (const { selector } of target) {
			const [{ start, end }, { exact }] = selector;
			assert.equal(points.slice(start, end).join(""), exact);
		}
	}
	assert.ok(files.get("html").includes("&lt;b&gt;more&lt;/b&gt; &amp; the bar"));
	assert.equal(
		fromMarkdown(files.get("markdown")).children.some(({ type }) => type === "html"),
		false,
	);
	assert.match(files.get("checklist"), /- \[ \] .*4\.2 million crowns/);
	assert.equal(JSON.parse(files.get("claim-review"))["@context"], "https://schema.org");
	assert.deepEqual(saidso.fromJSON(files.get("json")), { text: TEXT, report, view: {} });
});

test("a report is carried over to the corrected text, compared and shared", async () => {
	const corrected = TEXT.replace("in May", "in June").replace("4.2 million", "4.6 million");
	const { report: kept, found } = saidso.reanchor(TEXT, report, corrected);
	assert.equal(reportFault(corrected, kept), undefined);
	assert.ok(found > 0);
	const b = { text: corrected, report: await saidso.annotate(corrected) };
	const { figures, sources } = saidso.compare({ text: TEXT, report }, b);
	assert.deepEqual(figures[0]?.a, ["4.2 million"]);
	assert.ok(sources.shared.length > 0);
	assert.equal((await saidso.decodeShare(await saidso.encodeShare(TEXT))).text, TEXT);
});

test("a session and an aborted call settle", async () => {
	const session = saidso.createSession();
	const [first, second] = [session.update("He said no."), session.update(TEXT)];
	await assert.rejects(first, { code: "aborted" });
	assert.deepEqual(await second, report);
	await assert.rejects(saidso.annotate(TEXT, { signal: AbortSignal.abort() }), { code: "aborted" });
});

test("a session takes changes, in a worker where there is one", async () => {
	for (const where of /** @type {const} */ (["here", "worker"])) {
		const session = saidso.createSession({ where });
		await session.update("He said no.");
		const { text } = session;
		assert.deepEqual(await session.update({ start: 0, end: text.length, text: TEXT }), report);
	}
	assert.throws(() => saidso.createSession(/** @type {any} */ ({ where: "there" })), {
		code: "bad-argument",
	});
});

test("an editor has findings, the claims without a source, and words for both", async () => {
	const found = saidso.findings(report);
	assert.ok(found.some(({ kind }) => kind === "claim") && found.some(({ kind }) => kind === "attribution"));
	const claims = saidso.unsourcedClaims(report);
	assert.equal(claims.length, report.stats.unsourcedClaims);
	assert.ok(claims.every((one, n) => n === 0 || one.checkworthiness <= claims[n - 1].checkworthiness));
	const [en, de] = [await saidso.wordsIn(), await saidso.wordsIn("de-AT")];
	assert.match(en.reason("cue-verb:say"), /^the verb “say”/);
	assert.notEqual(de.reason("cue-verb:say"), en.reason("cue-verb:say"));
	assert.equal(de.language, "de");
	for (const { kind } of found) assert.doesNotMatch(`${en.kind(kind)} ${en.doubt(kind)}`, /one\.|why\./);
	const points = saidso.codePoints(TEXT);
	assert.equal(saidso.utf16Offsets(TEXT)(points(30)), 30);
});

test("what is no text, element or option is refused by name", async () => {
	const { annotate, annotateElement, annotateSync } = /** @type {Record<string, any>} */ (saidso);
	for (const text of [undefined, null, 42, ["He said no."], {}])
		await assert.rejects(annotate(text), { name: "SaidSoError", code: "bad-argument" });
	assert.throws(() => annotateSync(null), { code: "bad-argument" });
	await assert.rejects(annotateElement("p"), { code: "bad-argument" });
	assert.ok(await annotate(TEXT, null));
	const { annotate: remotely } = /** @type {Record<string, any>} */ (await import(`${own}/worker`));
	await assert.rejects(remotely(42), { code: "bad-argument" });
	await assert.rejects(remotely(TEXT, { speed: 1 }), { code: "bad-argument" });
	for (const options of [
		{ hedges: ["nonsense"] },
		{ maxChars: "many" },
		{ blocks: [{ kind: "poem" }] },
		{ signals: 3 },
		{ maxchars: 5 },
		{ lexicons: ["words"] },
		"fast",
	])
		await assert.rejects(annotate(TEXT, options), { code: "bad-argument" }, JSON.stringify(options));
});

test("the module with its wasm inside fetches nothing", async () => {
	const fetched = globalThis.fetch;
	globalThis.fetch = () => assert.fail("something was fetched");
	try {
		const inline = await import(`${own}/inline`);
		assert.deepEqual(await inline.annotate(TEXT), report);
	} finally {
		globalThis.fetch = fetched;
	}
});

test("every entry is there, and every module imports where there is no page", async () => {
	const { exports } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
	for (const [name, entry] of Object.entries(exports)) {
		if (name === "./custom-elements.json") continue;
		const file = new URL(`../../${entry.default ?? entry}`, import.meta.url);
		assert.ok(existsSync(file), name);
		if (file.pathname.endsWith("/types.js")) await import(file.href);
		else if (file.pathname.endsWith(".js")) assert.ok(Object.keys(await import(file.href)).length > 0, name);
	}
});

test("every file that a module loads is named to the letter, as bundlers want it, and is there", () => {
	const folder = new URL("../../dist/package/", import.meta.url);
	const modules = readdirSync(folder, { recursive: true }).map(String);
	const named = modules
		.filter((name) => name.endsWith(".js") && name !== "saidso.min.js")
		.flatMap((name) => {
			const code = readFileSync(new URL(name, folder), "utf8");
			return [...code.matchAll(/new URL\(((?:[^()]|\([^()]*\))*?),[^()]{0,9}import\.meta\.url\)/g)].map(
				([, path]) => ({ name, path }),
			);
		});
	const bad = named.filter(({ name, path }) => {
		const [, file] = /^"(\.{1,2}\/[^"]+)"$/.exec(path) ?? [];
		return !file || !existsSync(new URL(file, new URL(name, folder)));
	});
	assert.deepEqual(bad, []);
	const files = new Set(named.map(({ path }) => path));
	assert.deepEqual([...files].sort(), ['"./engine-worker.js"', '"./saidso.wasm"', '"./sentences.wasm"']);
});

test("what cannot be a text, a report or an option is refused, and the error says so", async () => {
	const other = /** @type {any} */ (saidso);
	const made = ["toChecklist", "toClaimReview", "toCSV", "toHTML", "toJSON", "toMarkdown", "toWebAnnotation"];
	const beyond = { ...report, offsets: "codepoint" };
	/** @type {[string, unknown[]][]} */
	const calls = [
		...made.flatMap((name) =>
			[[5, report], [TEXT], [TEXT, null], [TEXT, {}], [TEXT, beyond], ["No.", report]].map(
				(given) => /** @type {[string, unknown[]]} */ ([name, given]),
			),
		),
		["annotate", [null]],
		["annotate", [TEXT, { signal: 5 }]],
		["annotate", [TEXT, { lexicons: [{}] }]],
		["annotate", [TEXT, { length: 5 }]],
		["annotateElement", [null]],
		["annotateSync", [5]],
		["bookmarklet", []],
		["codePoints", [5]],
		["utf16Offsets", [null]],
		["compare", [null, null]],
		[
			"compare",
			[
				{ text: TEXT, report },
				{ text: "No.", report },
			],
		],
		["createSession", [5]],
		["createSession", [{ where: "moon" }]],
		["decodeShare", [5]],
		["encodeShare", [null]],
		["findings", [null]],
		["findings", [{ schema: "saidso/report/1" }]],
		["fromJSON", [5]],
		["reanchor", [TEXT, report]],
		["reanchor", [TEXT, null, TEXT]],
		["unsourcedClaims", [null]],
		["wordsIn", [5]],
	];
	for (const [name, given] of calls) {
		const call = async () => other[name](...given);
		const wrong = { name: "SaidSoError", code: "bad-argument" };
		await assert.rejects(
			call,
			wrong,
			`${name}(${given
				.map((one) => JSON.stringify(one))
				.join()
				.slice(0, 80)})`,
		);
	}
	const [{ make }] = saidso.EXPORTS;
	assert.throws(() => make("No.", report), { code: "bad-argument" });
});

test("a report without corrections is the core's own, to the last count; with one, words change hands", async () => {
	const folder = new URL("../golden/sources/", import.meta.url);
	const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
	for (const text of texts.map((marked) => marked.replace(/\{[a-z-]+(?:\.\d+)? |[}÷]/g, ""))) {
		const made = await saidso.annotate(text);
		const { report: same } = saidso.correct(text, made, []);
		// The core's shares are rounded.
		for (const [number, source] of same.sources.entries()) {
			assert.ok(Math.abs(source.share - made.sources[number].share) < 0.001, source.name);
			source.share = made.sources[number].share;
		}
		assert.deepEqual(same, made);
	}
	const text = "Ana Brook said the dam was safe. Ray Hale said it was not.";
	const made = await saidso.annotate(text);
	const [{ cue }] = made.attributions;
	const at = {
		exact: "said",
		prefix: text.slice(0, cue.start),
		suffix: text.slice(cue.end),
		start: cue.start,
	};
	const to = { name: "Ray Hale", kind: /** @type {const} */ ("person"), at: null };
	const credit = {
		act: /** @type {const} */ ("credit"),
		marks: [{ kind: /** @type {const} */ ("attribution"), at }],
		to,
	};
	const correct = /** @type {(...args: any[]) => unknown} */ (saidso.correct);
	for (const wrong of [[], [5], [{}], ["other", made, []], [text, made, 5]])
		assert.throws(() => correct(...wrong), { code: "bad-argument" });
	const { report: now } = saidso.correct(text, made, [credit]);
	assert.deepEqual(
		now.sources.map(({ name, words, share }) => [name, words, share]),
		[["Ray Hale", made.stats.words.attributed, 1]],
	);
});
