// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSession } from "../../www/engine/session.js";
import { report } from "./sample.js";

/** An engine that answers when it is told to, and remembers what it was asked. */
function engine() {
	/** @type {{ text: string, signal: AbortSignal, answer: () => void, crash: (error: Error) => void }[]} */
	const calls = [];
	/** @type {import("../../www/engine/session.js").Annotate} */
	const annotate = (text, { signal }) =>
		new Promise((resolve, reject) => {
			const answer = () => resolve({ ...report, engine: { ...report.engine, model: text } });
			calls.push({ text, signal, answer, crash: reject });
		});
	return { annotate, calls };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("an update resolves with the report of its text", async () => {
	const { annotate, calls } = engine();
	const update = createSession({ annotate }).update("one");
	await turn();
	calls[0].answer();
	assert.equal((await update).engine.model, "one");
});

test("of many updates only the last is answered, and those between never reach the engine", async () => {
	const { annotate, calls } = engine();
	const session = createSession({ annotate });
	const updates = [session.update("one")];
	await turn();
	updates.push(session.update("two"), session.update("three"));
	const settled = Promise.allSettled(updates);
	await turn();
	assert.equal(calls[0].signal.aborted, true);
	calls[0].answer();
	await turn();
	calls[1].answer();
	const results = await settled;
	assert.deepEqual(
		calls.map(({ text }) => text),
		["one", "three"],
	);
	assert.deepEqual(
		results.map((result) => (result.status === "fulfilled" ? result.value.engine.model : result.reason.code)),
		["aborted", "aborted", "three"],
	);
});

test("whoever is overtaken hears of it at once, even while the engine goes on", async () => {
	const { annotate, calls } = engine();
	const session = createSession({ annotate });
	const first = session.update("one");
	await turn();
	const second = session.update("two");
	await assert.rejects(first, { name: "SaidSoError", code: "aborted" });
	calls[0].answer();
	await turn();
	calls[1].answer();
	assert.equal((await second).engine.model, "two");
});

test("the caller's own signal calls an update off, before and while it runs", async () => {
	const { annotate, calls } = engine();
	const session = createSession({ annotate });
	await assert.rejects(session.update("never", { signal: AbortSignal.abort() }), { code: "aborted" });
	const controller = new AbortController();
	const update = session.update("one", { signal: controller.signal });
	await turn();
	controller.abort("enough");
	await assert.rejects(update, { code: "aborted", cause: "enough" });
	assert.equal(calls.length, 1);
	assert.equal(calls[0].signal.aborted, true);
});

test("an engine that fails fails its own call and not the next", async () => {
	const { annotate, calls } = engine();
	const session = createSession({ annotate });
	const first = session.update("one");
	await turn();
	calls[0].crash(new Error("trap"));
	await assert.rejects(first, /trap/);
	const second = session.update("two");
	await turn();
	calls[1].answer();
	assert.equal((await second).engine.model, "two");
});

test("a closed session settles everything, now and later", async () => {
	const { annotate } = engine();
	const session = createSession({ annotate });
	const first = session.update("one");
	session.close();
	await assert.rejects(first, { code: "aborted" });
	await assert.rejects(session.update("two"), { code: "aborted" });
});

test("changes go on from the text before, also from one whose annotation was called off", async () => {
	const { annotate, calls } = engine();
	const session = createSession({ annotate });
	const first = session.update("It is true.");
	const second = session.update({ start: 6, end: 10, text: "not true" });
	await assert.rejects(first, { code: "aborted" });
	await turn();
	calls[0].answer();
	await second;
	const third = session.update([
		{ start: 0, end: 2, text: "That" },
		{ start: 14, end: 15, text: ", he said 😀." },
	]);
	await turn();
	calls[1].answer();
	await third;
	assert.deepEqual(
		calls.map(({ text }) => text),
		["It is not true.", "That is not true, he said 😀."],
	);
	assert.equal(session.text, "That is not true, he said 😀.");
});

test("what is no change of the text is refused, and the text stays", async () => {
	const { annotate, calls } = engine();
	const session = createSession({ annotate });
	const first = session.update("one");
	await turn();
	for (const change of [
		{ start: 2, end: 9, text: "" },
		{ start: 2, end: 1, text: "" },
		{ start: 0.5, end: 1, text: "" },
		{ start: 0, end: 1 },
		[
			{ start: 1, end: 2, text: "" },
			{ start: 0, end: 1, text: "" },
		],
		null,
		42,
	])
		await assert.rejects(session.update(/** @type {any} */ (change)), { code: "bad-argument" });
	calls[0].answer();
	await first;
	assert.equal(session.text, "one");
});
