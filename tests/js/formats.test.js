// @ts-check
//! Rich text and subtitles, read into words and blocks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fromRtf, letters } from "../../www/intake/rtf.js";
import { fromSubtitles } from "../../www/intake/subtitles.js";

test("rich text gives its words and paragraphs, and nothing of how they look", () => {
	const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\colortbl;\red0;}
{\info{\title No}}{\*\generator Word;}\pard\b Dam report\b0\par
\pard Ana Brook said \ldblquote it won\rquote t leak\rdblquote , a caf\'e9 owner\u8212?not \{she\}\par
{\pict abcdef}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt a link}} \uc2\u8364??5\cell 6\row
}`;
	assert.equal(
		fromRtf(rtf).text,
		"Dam report\n\nAna Brook said “it won’t leak”, a café owner—not {she}\n\na link €5 6",
	);
	assert.equal(fromRtf(letters(new TextEncoder().encode("{\\rtf1 Yes.}").buffer)).text, "Yes.");
	assert.equal(fromRtf("}}{{\\").text, "");
});

test("subtitles become turns, each after its time; captions of one speaker run on", () => {
	const srt = `1
00:00:01,000 --> 00:00:03,000
MARA OKOYE: The dam
is <i>safe</i>,

2
00:00:03,200 --> 00:00:05,000
as we said.

3
00:01:05,000 --> 00:01:06,000
- It leaks &amp; leaks.
`;
	const { text, blocks } = fromSubtitles(srt);
	assert.equal(text, "00:00:01\nMara Okoye: The dam is safe, as we said.\n00:01:05\nIt leaks & leaks.");
	assert.deepEqual(
		blocks?.map(({ kind }) => kind),
		["caption", "paragraph", "caption", "paragraph"],
	);
	for (const { start, end } of blocks ?? []) assert.doesNotMatch(text.slice(start, end), /\n/);
});

test("WebVTT names its voices", () => {
	const vtt =
		"WEBVTT\n\nNOTE no\n\n01:02.000 --> 01:03.500 align:start\n<v.loud Ray Hale>No!</v>\n\n01:04.000 --> 01:05.000\n<v Ana Brook>Yes.";
	assert.equal(fromSubtitles(vtt).text, "00:01:02\nRay Hale: No!\n00:01:04\nAna Brook: Yes.");
});
