//! A program without a DOM and without the types of Node, under strict TypeScript in which nothing is skipped.

import { annotate, annotateElement, createSession, findings, type Ranges, type Report, ready } from "saidso";
import { annotate as inline } from "saidso/inline";
import { type Sentence, sentences } from "saidso/sentences";
import { annotate as remote } from "saidso/worker";

await ready({ wasm: "https://example.org/saidso.wasm" });
await ready({ wasm: new Uint8Array(8) });
const report: Report = await annotate("Ana Brook said no.", { maxChars: 10_000 });
const session = createSession({ where: "worker" });
export const more: Report[] = [await session.update("No."), await remote("No."), await inline("No.")];
export const found = findings(report).map(({ kind }) => kind);
export const parts: Sentence[] = await sentences("He left. She stayed.");
export const lengths = (ranges: Ranges) => ranges.claims.flat().map((one) => one.endOffset - one.startOffset);

// @ts-expect-error words are no element
await annotateElement("p");
