// @ts-check
//! TipTap: the plugin for ProseMirror as an extension.

import { Extension } from "@tiptap/core";
import { marks } from "./prosemirror.js";

/** `new Editor({ extensions: [StarterKit, SaidSo] })`. */
export const SaidSo = Extension.create({
	name: "saidso",
	addProseMirrorPlugins: () => [marks()],
});
