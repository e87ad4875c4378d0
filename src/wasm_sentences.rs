//! Owns the browser's door to the sentences, which a page can have without the rest.

use wasm_bindgen::prelude::*;

use crate::{Offsets, Unit};

/// The sentences of `text` as pairs of UTF-16 offsets: start, end, start, end …
#[wasm_bindgen]
pub fn sentences(text: &str) -> Vec<u32> {
    let offsets = Offsets::new(text, Unit::Utf16);
    let pair = |span| {
        let (start, end) = offsets.span(span);
        [start as u32, end as u32]
    };
    crate::sentences(text).into_iter().flat_map(pair).collect()
}
