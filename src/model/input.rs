//! Owns the shape of the net's input for a token. Leaves out what is filled in, `tagging/input.rs`.

/// The table of words has `1 << WORD_BITS` rows.
pub const WORD_BITS: u32 = 13;

/// The table of endings has `1 << END_BITS` rows.
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

/// How many tokens a token looks at: itself, the nearest cue on either side, the tokens before and after
/// its quotation, the quotation's last, its sentence's first, and the head of its phrase.
pub const LOOKS: usize = 8;

/// Which of them it looks at again after some convolutions, when they carry their context.
pub const AGAIN: std::ops::Range<usize> = 1..7;

/// Stands for no token.
pub const NONE: u32 = u32::MAX;

/// What the net reads of a token.
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
    /// The tokens it looks at, as indices into its block, or [`NONE`]; the first is the token itself.
    pub looks: [u32; LOOKS],
}

/// How many labels there are: one for no part, then two for each role, its first token and a later one.
pub const LABELS: usize = 11;
