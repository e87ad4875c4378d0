//! Owns the shape of what the net reads of a token; what stands in it is left to `tagging/input.rs`.

/// The bits of a row of the table of words.
pub const WORD_BITS: u32 = 13;

/// The bits of a row of the table of endings.
pub const END_BITS: u32 = 10;

/// How many fields a token has.
pub const FIELDS: usize = 16;

/// How many values each field has.
pub const SIZES: [usize; FIELDS] =
    [51, 32, 32, 11, 32, 9, 64, 100, 80, 80, 256, 256, 40, 20, 100, 125];

/// How many rows the table of fields has.
pub const FIELD_ROWS: usize = {
    let (mut sum, mut at) = (0, 0);
    while at < FIELDS {
        sum += SIZES[at];
        at += 1;
    }
    sum
};

/// How many tokens a token looks at: itself, the nearest cues of the lexicon, what stands before and
/// after its quotation, what ends that, what opens its sentence, and the head of its phrase.
pub const LOOKS: usize = 8;

/// Which of them it looks at once more, when convolutions have told them of their neighbours.
pub const AGAIN: std::ops::Range<usize> = 1..7;

/// Stands for no token.
pub const NONE: u32 = u32::MAX;

/// What the model reads of a token.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The row of its word.
    pub word: u16,
    /// The row of its last three bytes.
    pub end: u16,
    /// Its tag, from 1.
    pub tag: u16,
    /// A row for each field.
    pub fields: [u16; FIELDS],
    /// The tokens it looks at, as indices into the frame, or [`NONE`]; the first is itself.
    pub looks: [u32; LOOKS],
}

/// The labels: nothing, then each role's first token and its later ones.
pub const LABELS: usize = 11;
