// @ts-check
//! Owns what the package offers for long texts: the same `annotate`, in a worker of its own.

import { annotateRemotely, warm } from "../engine/remote.js";
import { calling } from "./call.js";

/** Annotates in the worker; a call under way is given up for the new one. */
export const annotate = /* @__PURE__ */ calling(annotateRemotely);
/** Starts the worker ahead of need, so that nothing has to be fetched later. */
export const ready = warm;
