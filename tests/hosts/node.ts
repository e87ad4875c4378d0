//! A program in Node without a DOM, under strict TypeScript in which nothing is skipped.

import { readFileSync } from "node:fs";
import { annotate, type Report, ready } from "saidso";

await ready({ wasm: readFileSync("saidso.wasm") });
await ready({ wasm: new URL(import.meta.resolve("saidso/saidso.wasm")) });
export const report: Report = await annotate("Ana Brook said no.", { signal: AbortSignal.timeout(1_000) });

// @ts-expect-error a number is no signal
await annotate("Ana Brook said no.", { signal: 5 });
