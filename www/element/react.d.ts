//! `<said-so>` in the JSX of React 19: `import "saidso/react"`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SaidSoElement } from "./class.js";
import type { SaidSoAttributes, SaidSoListeners, SaidSoProperties } from "./global.js";

declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"said-so": DetailedHTMLProps<HTMLAttributes<SaidSoElement>, SaidSoElement> &
				SaidSoAttributes &
				SaidSoProperties &
				SaidSoListeners;
		}
	}
}
