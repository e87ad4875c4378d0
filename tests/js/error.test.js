// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { aborted, isErrorCode, SaidSoError } from "../../www/engine/error.js";

test("an error carries its code, its message and its cause", () => {
	const cause = new Error("underneath");
	const error = new SaidSoError("bad-share", "the link is cut", { cause });
	assert.ok(error instanceof Error);
	assert.deepEqual(
		[error.name, error.code, error.message, error.cause],
		["SaidSoError", "bad-share", "the link is cut", cause],
	);
});

test("a call that was called off keeps the signal's reason", () => {
	const error = aborted(AbortSignal.abort("a newer text"));
	assert.deepEqual([error.code, error.cause], ["aborted", "a newer text"]);
});

test("only the documented codes are codes", () => {
	assert.equal(isErrorCode("engine-crash"), true);
	for (const value of ["constructor", "", null, 3, ["aborted"]]) assert.equal(isErrorCode(value), false);
});
