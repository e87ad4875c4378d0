// @ts-check
//! Owns how a source is named, in the one way in which cards, lists and counts have it.

/** @import { Report } from "../pkg/saidso.js" */

/**
 * Whether a source has a name, only a role, or neither.
 * @param {Pick<Report["sources"][number], "named" | "kind">} source
 * @returns {"named" | "role" | "unnamed"}
 */
export const badgeOf = ({ named, kind }) => (named ? "named" : kind === "role" ? "role" : "unnamed");
