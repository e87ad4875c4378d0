//! Owns the names of the report's kinds, as they stand in JSON, on the command line and in tests.

use crate::{
    report::{
        Act, Certainty, Form, HedgeKind, SignalKind, SourceKind, Stance, Statement, WarningCode,
    },
    text::block::BlockKind,
};

macro_rules! names {
    ($kind:ident: $($variant:ident $name:literal),+ $(,)?) => {
        impl $kind {
            /// Every kind, in the order of the schema.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in the schema.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),+
                }
            }

            /// The kind of a name in the schema.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.name() == name)
            }
        }
    };
}

names!(BlockKind:
    Paragraph "paragraph", Heading "heading", ListItem "list-item", Blockquote "blockquote",
    Caption "caption", Byline "byline", Dateline "dateline", Credit "credit");
names!(Act: Speech "speech", Belief "belief", Attitude "attitude");
names!(Form: Direct "direct", Indirect "indirect", Mixed "mixed");
names!(Stance:
    Neutral "neutral", Endorsing "endorsing", Doubting "doubting", Denying "denying",
    Admitting "admitting");
names!(SourceKind:
    Person "person", Organization "organization", Document "document", Group "group", Role "role",
    Unnamed "unnamed");
names!(HedgeKind:
    Modal "modal", Probability "probability", Approximator "approximator", Report "report",
    Weasel "weasel", Belief "belief", Appearance "appearance", Expectation "expectation",
    Condition "condition", Quantity "quantity", Generaliser "generaliser", Bound "bound");
names!(SignalKind:
    Passive "passive", Loaded "loaded", Booster "booster", ScareQuote "scare-quote");
names!(Statement:
    Fact "fact", Prediction "prediction", Opinion "opinion", Question "question", Other "other");
names!(Certainty: Stated "stated", Softened "softened", Open "open", Denied "denied");
names!(WarningCode:
    NotEnglish "not-english", Truncated "truncated", UnbalancedQuotes "unbalanced-quotes");
