/** @jsxImportSource preact */
//! `<said-so>` in Preact under strict TypeScript.

import "saidso/preact";

export const marks = (
	<said-so for="story" class="marks" onsaid-so-select={({ detail: { id, finding } }) => console.log(id, finding.kind)}>
		<p>Ana Brook said no.</p>
	</said-so>
);

// @ts-expect-error there is no such mode
export const wrong = <said-so mode="inside" />;
