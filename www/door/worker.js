// @ts-check
//! Owns what the package offers for long texts: the same `annotate`, in a worker of its own.

export { annotateRemotely as annotate, warm as ready } from "../engine/remote.js";
