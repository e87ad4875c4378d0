// @ts-check
//! Owns the wasm as bytes inside a module, for where no file can be fetched.

import wasm from "../pkg/saidso_bg.wasm?url&inline";

export const bytes = () =>
	Uint8Array.from(atob(wasm.slice(wasm.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
