//! Owns the browser's door to the sentences, for pages that need nothing else.

use wasm_bindgen::prelude::*;

use crate::{Language, Method, Offsets, Quotations, SentenceOptions, Unit, sentences_with};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How to find sentences; what is left out is as news text wants it. */
export interface SentenceOptions {
    /** `full`, or `standard` for UAX #29 as it stands. */
    method?: "full" | "standard";
    /** Whether a quotation of several sentences is `split` or kept `whole`. */
    quotations?: "split" | "whole";
    /** The language, such as `de`; else the text's function words tell it. */
    language?: string;
    /** Words after which a full stop never ends a sentence, such as `Approx`. */
    abbreviations?: string[];
}
"#;

#[wasm_bindgen]
extern "C" {
    /// What a page may choose.
    #[wasm_bindgen(typescript_type = "SentenceOptions")]
    pub type Choice;

    #[wasm_bindgen(method, getter, structural)]
    fn method(this: &Choice) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn quotations(this: &Choice) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn language(this: &Choice) -> Option<String>;

    #[wasm_bindgen(method, getter, structural)]
    fn abbreviations(this: &Choice) -> Option<Vec<String>>;
}

/// The sentences of `text` as pairs of UTF-16 offsets: start, end, start, end …
#[wasm_bindgen]
pub fn sentences(text: &str, options: Option<Choice>) -> Vec<u32> {
    let offsets = Offsets::new(text, Unit::Utf16);
    let pair = |span| {
        let (start, end) = offsets.span(span);
        [start as u32, end as u32]
    };
    let options = options.map_or_else(SentenceOptions::default, |choice| chosen(&choice));
    sentences_with(text, &options).into_iter().flat_map(pair).collect()
}

fn chosen(choice: &Choice) -> SentenceOptions {
    let mut options = SentenceOptions::default();
    if choice.method().as_deref() == Some("standard") {
        options.method = Method::Standard;
    }
    if choice.quotations().as_deref() == Some("whole") {
        options.quotations = Quotations::Whole;
    }
    options.language = choice.language().map(|code| Language::from_code(&code));
    options.abbreviations = choice.abbreviations().unwrap_or_default();
    options
}
