//! A site in strict TypeScript that checks the package's own types too; `npm run package` compiles it.

import {
	type AnnotateOptions,
	type Attribution,
	type Block,
	annotate,
	annotateElement,
	type Claim,
	type Cue,
	createSession,
	type Engine,
	type Finding,
	type Hedge,
	type Kind,
	type Piece,
	type Report,
	ready,
	type Role,
	SaidSoError,
	type Sentence,
	type Signal,
	type Source,
	type Span,
	type Stats,
	type Warning,
} from "saidso";
import { SaidSoElement } from "saidso/element";
import { annotate as remote } from "saidso/worker";

const options: AnnotateOptions = { maxChars: 10_000 };
const report: Report = await annotate("Ana Brook said no.", options);
const { name }: Source = report.sources[0];
const [claim]: Claim[] = report.claims;

/** All that a report is made of has a name. */
export interface Parts {
	engine: Engine;
	blocks: Block[];
	sentences: Sentence[];
	sources: Source[];
	attributions: Attribution[];
	hedges: Hedge[];
	claims: Claim[];
	stats: Stats;
	warnings: Warning[];
	signals?: Signal[];
}
export const parts: Parts = report;
export const cue: Cue | undefined = report.attributions[0]?.cue;
export const spans: Span[] = report.claims.flatMap((one) => one.spans);
export const kinds = (all: Finding[]): [Kind, Role[]][] =>
	all.map(({ kind, pieces }) => [kind, pieces.map(({ role }: Piece) => role)]);

const element = document.querySelector("said-so");
if (element) {
	const shown: Report = element.report;
	const next: boolean = element.next();
	element.forElement = document.querySelector("article");
	element.addEventListener("said-so-report", ({ detail }) => show(detail.report, detail.report === shown));
	element.addEventListener("said-so-select", ({ detail: { id, finding } }) => [id, finding.kind, next]);
}
document.createElement("said-so").setAttribute("for", "story");

function show(found: Report, isSame: boolean): string {
	return `${found.sources.map((source) => source.name).join()} ${isSame} ${name} ${claim?.statement}`;
}

const session = createSession();
await session.update("Ana Brook said yes.").catch((error) => error instanceof SaidSoError && error.code === "aborted");
const { ranges } = await annotateElement(document.body);

const [[first]]: Range[][] = ranges.claims;
await ready({ wasm: new URL("saidso.wasm", document.baseURI) });
await ready({ wasm: fetch("saidso.wasm") });
await annotate("x", { signal: AbortSignal.timeout(1_000) });

export const made = [await remote("x"), first.startContainer, SaidSoElement.observedAttributes];

// @ts-expect-error a controller is no signal
await annotate("x", { signal: new AbortController() });
