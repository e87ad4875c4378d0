//! Properties that hold for the report of any text, checked over random texts.
//!
//! Leaves what is found where to the golden files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "invariants/check.rs"]
mod check;
#[path = "invariants/text.rs"]
mod text;

use proptest::{prelude::*, test_runner::RngSeed};
use saidso::{Block, BlockKind, HedgeKind, Offsets, Options, Span, Unit, annotate, schema};

/// The same texts at every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` go further afield.
fn config() -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_gives_a_report_that_holds_together(text in text::news()) {
        let mut options = Options::default();
        options.hedges.extend([HedgeKind::Quantity, HedgeKind::Generaliser, HedgeKind::Bound]);
        let report = annotate(&text, &options);
        check::spans(&text, &report);
        check::structure(&text, &report);
        check::order(&report);
        check::links(&report);
        check::figures(&report);
    }

    #[test]
    fn offsets_in_other_units_point_at_the_same_words(text in text::news()) {
        let report = annotate(&text, &Options::default());
        let units: Vec<u16> = text.encode_utf16().collect();
        let chars: Vec<char> = text.chars().collect();
        let (utf16, points) = (Offsets::new(&text, Unit::Utf16), Offsets::new(&text, Unit::CodePoint));
        for (what, span) in check::all(&report) {
            let (start, end) = utf16.span(span);
            prop_assert_eq!(String::from_utf16(&units[start..end]).unwrap(), span.of(&text), "{}", what);
            prop_assert_eq!(Span::new(utf16.byte(start), utf16.byte(end)), span, "{}", what);
            let (start, end) = points.span(span);
            prop_assert_eq!(chars[start..end].iter().collect::<String>(), span.of(&text), "{}", what);
        }
        let json = serde_json::to_string(&schema::report(&report, &utf16));
        prop_assert!(json.is_ok());
    }

    #[test]
    fn a_text_over_the_limit_is_read_up_to_it(text in text::news(), limit in 0usize..200) {
        let mut options = Options::default();
        options.max_chars = limit;
        let report = annotate(&text, &options);
        let read = text.char_indices().nth(limit).map_or(text.len(), |(at, _)| at);
        for (what, span) in check::all(&report) {
            prop_assert!(span.end <= read, "{} reaches past the limit", what);
        }
        prop_assert_eq!(report.warnings.iter().any(|w| w.code == saidso::WarningCode::Truncated), read < text.len());
    }

    #[test]
    fn blocks_that_a_caller_gives_may_be_anything(
        text in text::news(),
        spans in prop::collection::vec((0usize..300, 0usize..300), 0..6),
    ) {
        let block = |(start, end)| Block { span: Span::new(start, end), kind: BlockKind::Paragraph };
        let mut options = Options::default();
        options.blocks = spans.into_iter().map(block).collect();
        let report = annotate(&text, &options);
        check::places(&text, &report);
        check::links(&report);
        check::figures(&report);
    }
}
