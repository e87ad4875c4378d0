//! Owns the units of offsets: UTF-8 bytes inside, UTF-16 or code points at the edge.

use crate::text::span::Span;

/// How offsets count at the edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(all(feature = "command", not(target_arch = "wasm32")), derive(schemars::JsonSchema))]
#[cfg_attr(
    all(feature = "command", not(target_arch = "wasm32")),
    schemars(rename_all = "lowercase")
)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript and the DOM count.
    #[default]
    Utf16,
    /// Unicode code points, as Python and Web Annotations count.
    CodePoint,
    /// UTF-8 bytes, as Rust counts.
    Utf8,
}

impl Unit {
    /// Its name in the report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "utf16",
            Self::CodePoint => "codepoint",
            Self::Utf8 => "utf8",
        }
    }

    /// The unit of a name that [`Unit::name`] gives.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Utf16, Self::CodePoint, Self::Utf8].into_iter().find(|unit| unit.name() == name)
    }

    fn of(self, bytes: &[u8]) -> usize {
        let count = |unit: fn(u8) -> usize| bytes.iter().map(|&byte| unit(byte)).sum();
        match self {
            Self::Utf8 => bytes.len(),
            Self::CodePoint => count(|byte| usize::from(!is_continuation(byte))),
            // A character of four bytes is the only one that takes two UTF-16 units.
            Self::Utf16 => {
                count(|byte| usize::from(!is_continuation(byte)) + usize::from(byte >= 0xF0))
            }
        }
    }
}

const fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

const STRIDE: usize = 64;

/// Converts offsets of one text between UTF-8 bytes and another unit; built in one pass.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t [u8],
    unit: Unit,
    /// How many units precede byte `STRIDE * n`; empty where the units are the bytes.
    strides: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// The offsets of `text`.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let bytes = text.as_bytes();
        let mut sum = 0;
        let before = |stride| {
            let units = sum;
            sum += unit.of(stride);
            units
        };
        let identical = unit == Unit::Utf8 || text.is_ascii();
        let strides =
            if identical { Vec::new() } else { bytes.chunks(STRIDE).map(before).collect() };
        Self { text: bytes, unit, strides }
    }

    /// The unit they are given in.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// A byte offset in the edge's unit; an offset past the end becomes the end.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.strides.is_empty() {
            return byte;
        }
        let stride = (byte / STRIDE).min(self.strides.len() - 1);
        self.strides[stride] + self.unit.of(&self.text[stride * STRIDE..byte])
    }

    /// A span in the edge's unit.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    /// The byte offset of an offset in the edge's unit, moved back to a character's first byte.
    pub fn byte(&self, offset: usize) -> usize {
        if self.strides.is_empty() {
            return offset.min(self.text.len());
        }
        let stride = self.strides.partition_point(|&units| units <= offset).saturating_sub(1);
        let (mut byte, mut units) = (stride * STRIDE, self.strides[stride]);
        let mut last = byte;
        while byte < self.text.len() && units <= offset {
            if !is_continuation(self.text[byte]) {
                last = byte;
            }
            units += self.unit.of(&self.text[byte..=byte]);
            byte += 1;
        }
        if units <= offset { self.text.len() } else { last }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ada’s 😀 “yes” — naïve";

    fn long() -> String {
        TEXT.repeat(100)
    }

    #[test]
    fn utf16_counts_as_the_standard_library_does() {
        let text = long();
        let offsets = Offsets::new(&text, Unit::Utf16);
        for (byte, _) in text.char_indices() {
            assert_eq!(offsets.at(byte), text[..byte].encode_utf16().count());
        }
        assert_eq!(offsets.at(usize::MAX), text.encode_utf16().count());
    }

    #[test]
    fn code_points_count_characters() {
        let text = long();
        let offsets = Offsets::new(&text, Unit::CodePoint);
        for (at, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.at(byte), at);
        }
    }

    #[test]
    fn offsets_map_back_to_bytes() {
        let text = long();
        for unit in [Unit::Utf16, Unit::CodePoint, Unit::Utf8] {
            let offsets = Offsets::new(&text, unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(offsets.byte(offsets.at(byte)), byte, "{unit:?}");
            }
        }
    }

    #[test]
    fn an_offset_inside_a_surrogate_pair_maps_to_the_character() {
        let offsets = Offsets::new("a😀b", Unit::Utf16);
        assert_eq!([1, 2, 3].map(|at| offsets.byte(at)), [1, 1, 5]);
    }
}
