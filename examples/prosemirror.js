// @ts-check
//! ProseMirror: who says what as decorations, which move with the text until the next report has come.

import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { createSession, findings } from "saidso";

/** @import { Node } from "prosemirror-model" */
/** @import { EditorView } from "prosemirror-view" */

const key = new PluginKey("saidso");
const APART = "\n\n";

/** A plugin: `EditorState.create({ plugins: [marks()] })`. Its decorations have the classes `said-so-cue` and so on. */
export function marks() {
	return new Plugin({
		key,
		state: {
			init: () => DecorationSet.empty,
			apply: (change, shown) => change.getMeta(key) ?? shown.map(change.mapping, change.doc),
		},
		props: { decorations: (state) => key.getState(state) },
		view(view) {
			const session = createSession({ where: "worker" });
			draw(view, session);
			return {
				update: ({ state }, before) => {
					if (!state.doc.eq(before.doc)) draw(view, session);
				},
				destroy: () => session.close(),
			};
		},
	});
}

/**
 * @param {EditorView} view
 * @param {import("saidso").Session} session
 */
async function draw(view, session) {
	const { doc } = view.state;
	const { text, runs } = read(doc);
	const report = await session.update(text).catch((error) => {
		if (error.code !== "aborted") throw error;
	});
	if (!report || view.isDestroyed || !view.state.doc.eq(doc)) return;
	const pieces = findings(report)
		.filter(({ kind }) => kind !== "sentence")
		.flatMap(({ pieces }) => pieces);
	const all = pieces.flatMap(({ start, end, role }) =>
		runs.flatMap((run) => {
			const [from, to] = [Math.max(start, run.start), Math.min(end, run.start + run.length)];
			const at = run.position - run.start;
			return from < to ? [Decoration.inline(from + at, to + at, { class: `said-so-${role}` })] : [];
		}),
	);
	view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(doc, all)).setMeta("addToHistory", false));
}

/**
 * The words of a document, and for each run of them where it stands in text and document.
 * @param {Node} doc
 */
function read(doc) {
	let text = "";
	/** @type {{ start: number, length: number, position: number }[]} */
	const runs = [];
	doc.descendants((node, position) => {
		if (node.isTextblock && text) text += APART;
		if (node.type.name === "hard_break" || node.type.name === "hardBreak") text += "\n";
		if (!node.isText) return;
		const words = node.text ?? "";
		runs.push({ start: text.length, length: words.length, position });
		text += words;
	});
	return { text, runs };
}
