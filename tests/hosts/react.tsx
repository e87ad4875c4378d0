//! `<said-so>` in React 19 under strict TypeScript.

import "saidso/react";
import { useRef } from "react";
import type { SaidSoElement } from "saidso/element";

export function Marks({ story }: { story: Element | null }) {
	const marks = useRef<SaidSoElement>(null);
	return (
		<said-so
			ref={marks}
			className="marks"
			show="attribution claim"
			theme="dark"
			forElement={story}
			htmlFor="story"
			maxChars={10_000}
			onsaid-so-report={({ detail }) => console.log(detail.report.sources.length, marks.current?.selected?.id)}
		>
			<p>Ana Brook said no.</p>
		</said-so>
	);
}

// @ts-expect-error there is no such theme
export const wrong = <said-so theme="pink" />;
