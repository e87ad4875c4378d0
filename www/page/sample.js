// @ts-check
//! Owns the article that the page opens with. Its people and places are made up.

import { lines } from "../report/block.js";

export const SAMPLE = `Harbour bridge will stay shut until spring, city says
By Nora Whitfield
PORT ELLERY — The century-old swing bridge across Port Ellery’s inner harbour will stay closed to traffic until at least March, the city’s transport director said on Tuesday, a day after inspectors found cracks in two of its main girders.

“We are not going to gamble with people’s lives to save a ten-minute detour,” said Marta Lindqvist, who has run the department since 2019. She added that repairs could cost as much as 14 million crowns, nearly twice the sum set aside in this year’s budget.

The closure has cut the old town off from the fish market. Traffic on the ring road has risen by 40 percent, and two schools have moved their starting times.

According to an inspection report published on Monday, the damage probably began with a storm in January, when a barge struck the eastern pier. The report says that the cracks “were visible to the naked eye for several months” before they were recorded.

Critics say the city knew about the problem long before the summer. A person familiar with the inspections, who asked not to be named because she was not allowed to speak to the press, said that a first warning had been sent to the mayor’s office in April. The letter reportedly lay unopened for three weeks.

Mayor Tomas Achterberg denied that any warning had been ignored. “I read every letter that reaches my desk,” he told reporters outside the town hall. “This one did not.” Achterberg, who faces an election in November, claimed that the previous council had let the bridge decay for decades.

Shop owners in the old town believe the closure may ruin their winter. Ines Calloway, who sells nets and lamps on the quay, said her takings had fallen by about a third. “If nothing changes by Christmas, I will have to let somebody go,” Calloway said.

The regional chamber of commerce estimates that the detour costs local firms some 90,000 crowns a day. It remains unclear who will pay for the repairs. The bridge is the only one of its kind still in use on this coast, and it appears to have drawn more visitors than any museum in the city.

Lindqvist said the transport ministry had suggested that the state might cover half of the costs. A ministry spokesman declined to comment. Work is expected to begin in the first week of December.`;

/**
 * What its blocks are, so that nothing moves when its marks arrive: headline, byline, dateline, then paragraphs.
 * @returns {import("../report/block.js").Block[]}
 */
export function sampleBlocks() {
	const [headline, byline, first, ...rest] = lines(SAMPLE);
	const dash = SAMPLE.indexOf("—", first.start) + 1;
	return [
		{ ...headline, kind: "heading" },
		{ ...byline, kind: "byline" },
		{ ...first, end: dash, kind: "dateline" },
		{ ...first, start: dash + 1 },
		...rest,
	];
}
