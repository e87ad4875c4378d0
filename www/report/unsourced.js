// @ts-check
//! Owns the list that an editor checks: what the article itself puts forward, the claims with most to check first.

import { isUnsourced } from "./finding.js";

/** @import { Claim, Report } from "../pkg/saidso.js" */

/**
 * @param {Report} report
 * @returns {Claim[]}
 */
export const unsourcedClaims = ({ claims }) =>
	claims.filter(isUnsourced).sort((a, b) => b.checkworthiness - a.checkworthiness);
