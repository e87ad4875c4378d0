//! `<said-so>` in the JSX of Preact: `import "saidso/preact"`.

import type { HTMLAttributes } from "preact";
import type { SaidSoElement } from "./class.js";
import type { SaidSoAttributes, SaidSoListeners, SaidSoProperties } from "./global.js";

declare module "preact" {
	namespace JSX {
		interface IntrinsicElements {
			"said-so": HTMLAttributes<SaidSoElement> & SaidSoAttributes & SaidSoProperties & SaidSoListeners;
		}
	}
}
