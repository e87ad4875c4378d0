// @ts-check
//! Owns defining `<said-so>`, once, whoever came first.

import { SaidSoElement } from "./element-class.js";

customElements.get("said-so") || customElements.define("said-so", SaidSoElement);

export { SaidSoElement };
