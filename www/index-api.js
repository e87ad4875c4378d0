// @ts-check
//! Owns what the package offers where there may be no page: annotating, and turning reports into other things and
//! back. It imports in Node without throwing and touches no DOM until asked to.

import { annotate } from "./engine.js";
import { createSession as sessionOver } from "./session.js";

/** @import { SyncOptions } from "./engine.js" */
/** @import { Session } from "./session.js" */

export { bookmarklet } from "./bookmarklet.js";
export { toChecklist } from "./checklist.js";
export { toClaimReview } from "./claim-review.js";
export { compare } from "./compare.js";
export { toCSV } from "./csv.js";
export { annotate, annotateElement, annotateSync, ready } from "./engine.js";
export { SaidSoError } from "./error.js";
export { EXPORTS } from "./export.js";
export { toHTML } from "./html-report.js";
export { fromJSON } from "./import.js";
export { toJSON } from "./json.js";
export { loadLexicon } from "./lexicon.js";
export { toMarkdown } from "./markdown.js";
export { reanchor } from "./reanchor.js";
export { decodeShare, encodeShare, isShare } from "./share.js";
export { toWebAnnotation } from "./web-annotation.js";

/**
 * A session for a text that changes: of several updates the latest wins, and every call settles.
 * @param {SyncOptions} [options]
 * @returns {Session}
 */
export const createSession = (options = {}) =>
	sessionOver({ annotate: (text, { signal }) => annotate(text, { ...options, signal }) });
