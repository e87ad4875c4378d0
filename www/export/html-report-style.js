// @ts-check
//! Owns how the HTML report looks: the page's five encodings, told apart without colour, on screen and on paper.

import { html } from "./markup.js";

/** A `<style>` element; the file may hold nothing that has to be loaded. */
export const style = html`<style>
:root { color-scheme: light dark; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; }
body { max-width: 66ch; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 0.4em; }
h3 { font-size: 1em; margin-top: 1.2em; }
section, footer { border-top: 1px solid; margin-top: 2rem; font: 0.9375rem/1.5 system-ui, sans-serif; }
footer { padding-top: 0.5rem; }
blockquote { margin-inline: 1.5em 0; }
table { border-collapse: collapse; }
td { border-bottom: 1px solid; padding: 0.2em 1em 0.2em 0; vertical-align: top; }
td p { margin: 0; }
.signed { list-style: none; }
.byline, .dateline, .credit, .caption { font-size: 0.9em; }
mark { background: none; color: inherit; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
.source { text-decoration: underline double; }
.unnamed { text-decoration: underline dotted 2px; }
.cue { text-decoration: underline; font-weight: 600; }
.content { text-decoration: underline; }
.claim { text-decoration: underline dashed; }
.hedge { text-decoration: underline wavy; }
sup { font: 0.65em/1 system-ui, sans-serif; }
sup a { text-decoration: none; }
sup + sup::before { content: ", "; }
.key { list-style: none; padding: 0; columns: 2 16rem; }
.key mark { margin-inline-end: 0.5em; }
:target { outline: 2px solid; }
.notes li { break-inside: avoid; }
@media print {
	:root { font-size: 10.5pt; color-scheme: light; }
	body { max-width: none; margin: 0; padding: 0; }
	a { color: inherit; text-decoration: none; }
	h1, h2, h3 { break-after: avoid; }
	.notes a { display: none; }
}
</style>`;
