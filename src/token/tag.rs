//! Owns parts of speech: the Penn Treebank's tags. The tagger gives them.

/// A Penn Treebank part of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[rustfmt::skip]
#[allow(missing_docs, reason = "the tags are the Treebank's own, see Santorini 1990")]
pub enum Tag {
    #[default] NN,
    NNS, NNP, NNPS, PRP, PRPP, WP, WPP, WDT, WRB, DT, PDT, EX, CD, JJ, JJR, JJS, RB, RBR, RBS, RP,
    IN, TO, CC, MD, VB, VBD, VBG, VBN, VBP, VBZ, POS, UH, FW, SYM, LS, ADD, AFX, GW, NFP, HYPH,
    /// `.` and other ends of sentences.
    Stop,
    Comma, Colon,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// An opening quotation mark.
    OpenQuote,
    /// A closing quotation mark.
    CloseQuote,
    Dollar, XX,
}

impl Tag {
    /// All tags in the order of their numbers.
    #[rustfmt::skip]
    pub const ALL: [Self; 50] = {
        use Tag::*;
        [
            NN, NNS, NNP, NNPS, PRP, PRPP, WP, WPP, WDT, WRB, DT, PDT, EX, CD, JJ, JJR, JJS, RB, RBR, RBS,
            RP, IN, TO, CC, MD, VB, VBD, VBG, VBN, VBP, VBZ, POS, UH, FW, SYM, LS, ADD, AFX, GW, NFP, HYPH,
            Stop, Comma, Colon, Open, Close, OpenQuote, CloseQuote, Dollar, XX,
        ]
    };

    /// Whether it is a verb or a modal.
    pub const fn is_verb(self) -> bool {
        use Tag::{MD, VB, VBD, VBG, VBN, VBP, VBZ};
        matches!(self, VB | VBD | VBG | VBN | VBP | VBZ | MD)
    }

    /// Whether it is a common or proper noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// Whether it is a proper noun.
    pub const fn is_name(self) -> bool {
        matches!(self, Tag::NNP | Tag::NNPS)
    }

    /// Whether it is a personal or possessive pronoun.
    pub const fn is_pronoun(self) -> bool {
        matches!(self, Tag::PRP | Tag::PRPP)
    }

    /// Whether it is a mark and no word.
    pub const fn is_mark(self) -> bool {
        use Tag::{Close, CloseQuote, Colon, Comma, HYPH, NFP, Open, OpenQuote, Stop};
        matches!(self, Stop | Comma | Colon | Open | Close | OpenQuote | CloseQuote | HYPH | NFP)
    }
}
