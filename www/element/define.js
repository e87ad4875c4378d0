// @ts-check
//! Owns defining `<said-so>`, once, whoever came first.

import { SaidSoElement } from "./class.js";

// Where a page is rendered on a server there is nothing to define it in, and importing must not throw.
globalThis.customElements?.get("said-so") || globalThis.customElements?.define("said-so", SaidSoElement);

export { SaidSoElement };
