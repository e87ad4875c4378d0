// @ts-check
//! CodeMirror 6: claims without a source and unnamed sources as lint diagnostics, with the reasons in words.

import { linter } from "@codemirror/lint";
import { createSession, findings, wordsIn } from "saidso";

/** @import { Diagnostic } from "@codemirror/lint" */
/** @import { EditorView } from "@codemirror/view" */

/** An extension: `new EditorView({ extensions: [marks()] })`. */
export function marks() {
	const session = createSession({ where: "worker" });
	return linter((view) => diagnose(view, session), { delay: 300 });
}

/**
 * @param {EditorView} view
 * @param {import("saidso").Session} session
 * @returns {Promise<Diagnostic[]>}
 */
async function diagnose(view, session) {
	// CodeMirror counts in UTF-16 and every line break as one, as a report does.
	const words = await wordsIn(document.documentElement.lang);
	const report = await session.update(view.state.doc.toString()).catch((error) => {
		if (error.code !== "aborted") throw error;
	});
	if (!report) return [];
	return findings(report)
		.filter(({ kind }) => kind === "claim" || kind === "unnamed")
		.map(({ kind, start, end, reasons }) => ({
			from: start,
			to: end,
			severity: kind === "claim" ? "warning" : "info",
			source: "saidso",
			message: [words.kind(kind), ...reasons.slice(0, 3).map(words.reason)].join("; "),
		}));
}
