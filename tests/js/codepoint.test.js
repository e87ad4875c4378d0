// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codePoints, cutsPair, utf16Offsets } from "../../www/engine/codepoint.js";

test("offsets count code points, as a plain loop does, and come back", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			const [count, back] = [codePoints(text), utf16Offsets(text)];
			for (let offset = 0; offset <= text.length; offset++) {
				if (cutsPair(text, offset)) continue;
				assert.equal(count(offset), [...text.slice(0, offset)].length);
				assert.equal(back(count(offset)), offset);
			}
		}),
	);
});

test("a lone surrogate is one code point and no pair", () => {
	const text = "a\ud83d b\udea7";
	assert.equal(codePoints(text)(text.length), 5);
	assert.equal(cutsPair(text, 2), false);
});

test("only the middle of an emoji cuts a pair", () => {
	assert.deepEqual(
		[0, 1, 2, 3, 4].map((offset) => cutsPair("a🚧b", offset)),
		[false, false, true, false, false],
	);
});
