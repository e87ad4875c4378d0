//! Owns quotation marks: which characters are marks, how long a mark is, and what its look alone says.
//!
//! `quoted` reads what each mark of a block does, by its look and its neighbours.

/// What the look of a mark says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It opens a quotation.
    Opens,
    /// It closes a quotation.
    Closes,
    /// It may do either.
    Either,
}

/// A quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteMark {
    /// Its length in bytes.
    pub len: usize,
    /// Whether it is a double mark; a single one may be an apostrophe.
    pub double: bool,
    /// What its look says.
    pub look: Look,
    /// Whether it is typed on a typewriter's keys, where what opens is not always told from what closes.
    pub straight: bool,
    /// Which marks it pairs with.
    pub family: Family,
}

/// Marks that open and close each other. Curly, straight and low marks mix: `„Yes“`, `“Yes"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `“”`, `""`, `„“`, and the single ones.
    Common,
    /// `«»`, `»«`.
    Angle,
    /// `‹›`, `›‹`.
    SingleAngle,
    /// `「」`.
    Corner,
    /// `『』`.
    WhiteCorner,
}

/// Whether a character is a quotation mark or a half of one.
pub const fn is_quote_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Whether a character is a double quotation mark, whatever its look.
pub const fn is_double(c: char) -> bool {
    is_quote_mark(c) && !matches!(c, '\'' | '`' | '‘' | '’' | '‚' | '‛')
}

/// The quotation mark that opens `words`.
pub fn quote_mark(words: &str) -> Option<QuoteMark> {
    use Look::{Closes, Either, Opens};
    let first = words.chars().next()?;
    let (double, look) = match first {
        '“' | '„' | '‟' | '«' | '‹' | '「' | '『' => (true, Opens),
        '”' | '»' | '›' | '」' | '』' => (true, Closes),
        '"' | '＂' => (true, Either),
        // The Penn Treebank writes double marks so.
        '`' => (words.starts_with("``"), Opens),
        '\'' if words.starts_with("''") => (true, Closes),
        '\'' => (false, Either),
        // Some typewrite double marks out of two single ones and let a program bend them.
        '‘' if words.starts_with("‘‘") => (true, Opens),
        '’' if words.starts_with("’’") => (true, Closes),
        '‘' | '‚' | '‛' => (false, Opens),
        '’' => (false, Closes),
        _ => return None,
    };
    let twice = double && matches!(first, '`' | '\'' | '‘' | '’');
    let len = first.len_utf8() << u32::from(twice);
    let straight = first.is_ascii() || first == '＂';
    Some(QuoteMark { len, double, look, straight, family: family(first) })
}

const fn family(mark: char) -> Family {
    match mark {
        '«' | '»' => Family::Angle,
        '‹' | '›' => Family::SingleAngle,
        '「' | '」' => Family::Corner,
        '『' | '』' => Family::WhiteCorner,
        _ => Family::Common,
    }
}
