//! Owns the kinds that a report speaks of, with their names in JSON, on the command line and in tests.
//!
//! One table: the schema, the golden tests and the page read it.

macro_rules! kinds {
    ($(#[$kind_doc:meta])+ $kind:ident { $($(#[$doc:meta])+ $variant:ident $name:literal,)+ }) => {
        $(#[$kind_doc])+
        #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
        pub enum $kind {
            $(
                $(#[$doc])+
                #[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), schemars(rename = $name))]
                $variant,
            )+
        }

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

pub(crate) use kinds;

kinds! {
    /// What a block is.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    BlockKind {
        /// Running text.
        #[default]
        Paragraph "paragraph",
        /// A headline or a heading inside the article.
        Heading "heading",
        /// One item of a list.
        ListItem "list-item",
        /// A quotation set apart from the text.
        Blockquote "blockquote",
        /// The words below a picture.
        Caption "caption",
        /// Who wrote the article.
        Byline "byline",
        /// Where and when it was written.
        Dateline "dateline",
        /// Whose material it uses.
        Credit "credit",
    }
}

kinds! {
    /// What a source does to the content.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    Act {
        /// Says, writes, shows.
        #[default]
        Speech "speech",
        /// Believes, knows, expects.
        Belief "belief",
        /// Wants, fears, supports.
        Attitude "attitude",
    }
}

kinds! {
    /// Whether the words are the source's own.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    Form {
        /// Wholly between quotation marks.
        Direct "direct",
        /// In the writer's words.
        #[default]
        Indirect "indirect",
        /// Partly between quotation marks.
        Mixed "mixed",
    }
}

kinds! {
    /// Where the writer stands by the choice of cue.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    Stance {
        /// `said`: leaves it open.
        #[default]
        Neutral "neutral",
        /// `pointed out`: takes it as true.
        Endorsing "endorsing",
        /// `claimed`: keeps a distance.
        Doubting "doubting",
        /// `denied`: the source holds that it is not so.
        Denying "denying",
        /// `admitted`: the source concedes it.
        Admitting "admitting",
    }
}

kinds! {
    /// What a source is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    SourceKind {
        /// A person with a name.
        Person "person",
        /// A company, ministry, country, newspaper.
        Organization "organization",
        /// A report, poll, letter, law.
        Document "document",
        /// Many people: `Republicans`, `residents`.
        Group "group",
        /// A function without a name: `the spokesman`.
        Role "role",
        /// Somebody kept from the reader: `sources familiar with the matter`.
        Unnamed "unnamed",
    }
}

kinds! {
    /// What kind of hedge a cue is; the last three are minor and off by default.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    HedgeKind {
        /// `may`, `might`, `could`.
        Modal "modal",
        /// `possibly`, `unclear`.
        Probability "probability",
        /// `about 20`, `nearly`.
        Approximator "approximator",
        /// `reportedly`, `is said to`.
        Report "report",
        /// `critics say`, `widely regarded`.
        Weasel "weasel",
        /// `I think`, `believes`.
        Belief "belief",
        /// `seems`, `suggests`.
        Appearance "appearance",
        /// `is expected to`.
        Expectation "expectation",
        /// `if`, `whether`.
        Condition "condition",
        /// `several`, `many`.
        Quantity "quantity",
        /// `often`, `usually`.
        Generaliser "generaliser",
        /// `at least`, `more than`.
        Bound "bound",
    }
}

kinds! {
    /// What a choice of words tells.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    SignalKind {
        /// `mistakes were made`: who did it is left out.
        Passive "passive",
        /// `slammed`, `regime`: the words judge while they tell.
        Loaded "loaded",
        /// `clearly`, `of course`: the words ask the reader to agree.
        Booster "booster",
        /// `an “understanding”`: the writer keeps a distance from the word.
        ScareQuote "scare-quote",
    }
}

kinds! {
    /// What kind of statement a claim is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    Statement {
        /// Past or present, and could be checked.
        Fact "fact",
        /// About what is to come.
        Prediction "prediction",
        /// A judgement.
        Opinion "opinion",
        /// A question.
        Question "question",
        /// A heading, a fragment, an order.
        Other "other",
    }
}

kinds! {
    /// How firmly a claim is put.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    Certainty {
        /// Outright.
        Stated "stated",
        /// With a hedge.
        Softened "softened",
        /// As a question or under a condition.
        Open "open",
        /// As not so.
        Denied "denied",
    }
}

kinds! {
    /// The codes of warnings.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    WarningCode {
        /// The text is in another language; marks may be wrong.
        NotEnglish "not-english",
        /// The text was longer than the limit; the rest was not read.
        Truncated "truncated",
        /// A quotation mark has no partner.
        UnbalancedQuotes "unbalanced-quotes",
    }
}

impl BlockKind {
    /// Whether its words make statements: a byline or a credit holds no claim.
    pub const fn is_prose(self) -> bool {
        !matches!(self, Self::Byline | Self::Dateline | Self::Credit)
    }
}

impl HedgeKind {
    /// The kinds marked by default.
    pub const CORE: [Self; 9] = [
        Self::Modal,
        Self::Probability,
        Self::Approximator,
        Self::Report,
        Self::Weasel,
        Self::Belief,
        Self::Appearance,
        Self::Expectation,
        Self::Condition,
    ];

    /// The kinds that come closest to what editors of encyclopedias call weasel words.
    pub const VAGUE: [Self; 6] = [
        Self::Probability,
        Self::Report,
        Self::Weasel,
        Self::Belief,
        Self::Appearance,
        Self::Quantity,
    ];
}
