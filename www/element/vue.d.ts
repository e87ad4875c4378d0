//! `<said-so>` in the templates of Vue: `import "saidso/vue"`.

import type { DefineComponent, HTMLAttributes } from "vue";
import type { SaidSoAttributes, SaidSoEvents, SaidSoProperties } from "./global.js";

/** Its listeners, as `@said-so-report` becomes them. */
type Listeners = {
	onSaidSoReady?: (event: SaidSoEvents["said-so-ready"]) => void;
	onSaidSoReport?: (event: SaidSoEvents["said-so-report"]) => void;
	onSaidSoSelect?: (event: SaidSoEvents["said-so-select"]) => void;
	onSaidSoFilter?: (event: SaidSoEvents["said-so-filter"]) => void;
	onSaidSoProgress?: (event: SaidSoEvents["said-so-progress"]) => void;
	onSaidSoExport?: (event: SaidSoEvents["said-so-export"]) => void;
	onSaidSoFiles?: (event: SaidSoEvents["said-so-files"]) => void;
	onSaidSoError?: (event: SaidSoEvents["said-so-error"]) => void;
};

declare module "vue" {
	interface GlobalComponents {
		"said-so": DefineComponent<HTMLAttributes & SaidSoAttributes & SaidSoProperties & Listeners>;
	}
}
