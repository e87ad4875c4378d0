//! `<said-so>` as Svelte's and Vue's checkers of templates see it.

import "saidso/svelte";
import "saidso/vue";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

export const svelte: SvelteHTMLElements["said-so"] = {
	for: "story",
	class: "marks",
	"onsaid-so-report": ({ detail }) => console.log(detail.report.claims),
};

type VueProps = InstanceType<GlobalComponents["said-so"]>["$props"];
export const vue: VueProps = { for: "story", onSaidSoReport: ({ detail }) => console.log(detail.report.claims) };

// @ts-expect-error there is no such theme
export const wrong: SvelteHTMLElements["said-so"] = { theme: "pink" };
