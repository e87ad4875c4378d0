// @ts-check
//! Owns what the package offers where there may be no page: annotating, and turning reports into other things and
//! back. It imports in Node without throwing and touches no DOM until asked to. This room has the entries of the package
//! that a program imports; those of the element and the frame are `element/define.js` and `embed/embed.js`.

import { annotate } from "../engine/engine.js";
import { createSession as sessionOver } from "../engine/session.js";

/** @typedef {import("../pkg/saidso.js").Report} Report */
/** @typedef {import("../pkg/saidso.js").AnnotatedElement} AnnotatedElement */
/** @typedef {import("../pkg/saidso.js").Ranges} Ranges */
/** @typedef {import("../engine/engine.js").CallOptions} AnnotateOptions */
/** @typedef {import("../engine/engine.js").Lexicon} Lexicon */
/** @typedef {import("../engine/error.js").ErrorCode} ErrorCode */
/** @typedef {import("../report/view.js").View} View */
/** @typedef {import("../pkg/saidso.js").Span} Span */
/** @typedef {import("../pkg/saidso.js").Engine} Engine */
/** @typedef {import("../pkg/saidso.js").Block} Block */
/** @typedef {import("../pkg/saidso.js").Sentence} Sentence */
/** @typedef {import("../pkg/saidso.js").Source} Source */
/** @typedef {import("../pkg/saidso.js").Cue} Cue */
/** @typedef {import("../pkg/saidso.js").Attribution} Attribution */
/** @typedef {import("../pkg/saidso.js").Hedge} Hedge */
/** @typedef {import("../pkg/saidso.js").Claim} Claim */
/** @typedef {import("../pkg/saidso.js").Signal} Signal */
/** @typedef {import("../pkg/saidso.js").Stats} Stats */
/** @typedef {import("../pkg/saidso.js").Warning} Warning */
/** @typedef {import("../report/finding.js").Finding} Finding */
/** @typedef {import("../report/finding.js").Kind} Kind */
/** @typedef {import("../report/finding.js").Piece} Piece */
/** @typedef {import("../report/finding.js").Role} Role */
/** @import { SyncOptions } from "../engine/engine.js" */
/** @import { Session } from "../engine/session.js" */

export { annotate, annotateElement, annotateSync, ready } from "../engine/engine.js";
export { SaidSoError } from "../engine/error.js";
export { loadLexicon } from "../engine/lexicon.js";
export { bookmarklet } from "../export/bookmarklet.js";
export { toChecklist } from "../export/checklist.js";
export { toClaimReview } from "../export/claim-review.js";
export { toCSV } from "../export/csv.js";
export { EXPORTS } from "../export/export.js";
export { toHTML } from "../export/html-report.js";
export { toJSON } from "../export/json.js";
export { toMarkdown } from "../export/markdown.js";
export { decodeShare, encodeShare, isShare } from "../export/share.js";
export { toWebAnnotation } from "../export/web-annotation.js";
export { fromJSON } from "../intake/import.js";
export { compare } from "../report/compare.js";
export { reanchor } from "../report/reanchor.js";

/**
 * A session for a text that changes: of several updates the latest wins, and every call settles.
 * @param {SyncOptions} [options]
 * @returns {Session}
 */
export const createSession = (options = {}) =>
	sessionOver({ annotate: (text, { signal }) => annotate(text, { ...options, signal }) });
