// @ts-check
//! Names the public corpora that the gold is made from, for whoever has to build it anew.

/** @type {ReadonlyArray<readonly [task: string, corpora: string]>} */
export const corpora = [
	["sentences", "Universal Dependencies English EWT, GUM, LinES, ParTUT (https://universaldependencies.org)"],
	["sentences", "samples of Brown and of the Wall Street Journal (https://www.nltk.org/nltk_data)"],
	["sentences", "Ersatz's news test suite (https://github.com/rewicks/ersatz-test-suite)"],
	["sentences", "the English Golden Rules (https://github.com/diasks2/pragmatic_segmenter)"],
	["sentences", "sentencex's cases (https://github.com/wikimedia/sentencex)"],
	["attribution", "PolNeAR (https://github.com/networkdynamics/PolNeAR)"],
	["attribution", "GUM's news, from its RST and dependency trees (https://github.com/amir-zeldes/gum)"],
	["hedges", "CoNLL-2010's shared task: Wikipedia, BioScope; UW's event factuality"],
	["hedges", "certainty in science news (https://github.com/jiaxin-pei/Certainty-in-Science-Communication)"],
	[
		"claims",
		"ClaimBuster (https://zenodo.org/records/3609356), CheckThat! 2024, BABE, NewsSD-ENG, PoliClaim",
	],
];
