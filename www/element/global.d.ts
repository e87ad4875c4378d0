//! What the element adds to a page's own types: its tag, its events, and its tag in JSX.

import type { Report } from "../pkg/saidso.js";
import type { Finding, Kind } from "../report/finding.js";
import type { SaidSoElement } from "./class.js";

/** The events of `<said-so>`; all of them bubble. */
export interface SaidSoEvents {
	"said-so-ready": CustomEvent<Record<string, never>>;
	"said-so-report": CustomEvent<{ report: Report; edited: boolean }>;
	"said-so-select": CustomEvent<{ id: string; finding: Finding }>;
	"said-so-filter": CustomEvent<{ shown: Kind[] }>;
	"said-so-progress": CustomEvent<{ share: number }>;
	"said-so-export": CustomEvent<{ format: string }>;
	/** Prevent it to take the files yourself; `take` reads them here after all, and says whether there was something to show. */
	"said-so-files": CustomEvent<{ files: File[]; take(): Promise<boolean> }>;
	"said-so-error": CustomEvent<{ error: unknown }>;
}

/** The attributes of `<said-so>`, as markup and JSX have them. */
export interface SaidSoAttributes {
	mode?: "around" | "paste" | "text";
	for?: string;
	show?: string;
	"min-confidence"?: number | string;
	panel?: "auto" | "none";
	theme?: "auto" | "light" | "dark";
	announce?: "off" | "brief" | "full";
	"max-chars"?: number | string;
	lang?: string;
	label?: string;
	print?: "none" | "notes";
	corrections?: "none" | "allow";
}

/** What a framework may set as properties. */
export interface SaidSoProperties {
	forElement?: Element | null;
	htmlFor?: string;
	minConfidence?: number;
	maxChars?: number | null;
	i18n?: SaidSoElement["i18n"];
	lexicons?: SaidSoElement["lexicons"];
	value?: string;
	plain?: boolean;
}

/** Listeners in markup, as React 19, Preact and Svelte write them. */
export type SaidSoListeners = {
	[Name in keyof SaidSoEvents as `on${Name}`]?: (event: SaidSoEvents[Name]) => void;
};

declare global {
	interface HTMLElementTagNameMap {
		"said-so": SaidSoElement;
	}
	interface HTMLElementEventMap extends SaidSoEvents {}
	interface DocumentEventMap extends SaidSoEvents {}
}
