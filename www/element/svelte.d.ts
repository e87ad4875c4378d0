//! `<said-so>` in the markup of Svelte: `import "saidso/svelte"`.

import type { HTMLAttributes } from "svelte/elements";
import type { SaidSoElement } from "./class.js";
import type { SaidSoAttributes, SaidSoListeners, SaidSoProperties } from "./global.js";

declare module "svelte/elements" {
	interface SvelteHTMLElements {
		"said-so": HTMLAttributes<SaidSoElement> & SaidSoAttributes & SaidSoProperties & SaidSoListeners;
	}
}
