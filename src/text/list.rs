//! Owns lists whose items stand on one line: `1) The vote 2) The costs`.
//!
//! Leaves lists with an item on each line to `layout`.

/// Where the items of a list begin in `words`, a block, without the first; empty for other text.
///
/// The block must open with a bullet or with the first counter, and the same bullet or the next
/// counter in the same style must follow after a space.
pub fn items(words: &str) -> Vec<usize> {
    let bullet = words.chars().next().filter(|c| matches!(c, '•' | '⁃' | '◦' | '▪' | '●' | '‣'));
    let head = words.trim_start_matches(|c| Some(c) == bullet || c == ' ');
    let mut counter = Counter::read(head);
    let mut found = Vec::new();
    let mut from = 0;
    while bullet.is_some() || counter.is_some() {
        counter = counter.and_then(Counter::next);
        let mut mark = String::from(" ");
        mark.extend(bullet);
        if let Some(counter) = &counter {
            if bullet.is_some() && head.len() + bullet.map_or(0, char::len_utf8) < words.len() {
                mark.push(' ');
            }
            counter.write(&mut mark);
        }
        match find(words.get(from..).unwrap_or_default(), &mark) {
            Some(at) if bullet.is_some() || counter.is_some() => from += at + 1,
            _ => break,
        }
        found.push(from);
    }
    found
}

/// Where `mark`, a few bytes, first stands in `words`.
///
/// The standard library's search for long needles adds more bytes to the wasm than it saves time here.
fn find(words: &str, mark: &str) -> Option<usize> {
    words.as_bytes().windows(mark.len()).position(|near| near == mark.as_bytes())
}

/// The counter of the items: its style and its current value.
#[derive(Clone, Copy, Debug)]
struct Counter<'t> {
    open: &'t str,
    close: &'t str,
    count: u32,
    letter: bool,
}

impl<'t> Counter<'t> {
    fn read(head: &'t str) -> Option<Self> {
        let inner = head.strip_prefix('(').unwrap_or(head);
        let open = head.get(..head.len() - inner.len())?;
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let letter = digits == 0;
        let len = if letter { 1 } else { digits };
        let rest = inner.get(len..)?;
        let close = [".) ", ". ", ") "].into_iter().find(|close| rest.starts_with(close))?;
        let count = match (letter, inner.as_bytes().first()?) {
            (true, byte @ b'a'..=b'y') => u32::from(*byte),
            (true, _) => return None,
            _ => inner.get(..len)?.parse().ok().filter(|count| *count < 1000)?,
        };
        Some(Self { open, close, count, letter })
    }

    fn next(self) -> Option<Self> {
        let last = if self.letter { u32::from(b'z') } else { 1000 };
        (self.count < last).then_some(Self { count: self.count + 1, ..self })
    }

    fn write(&self, mark: &mut String) {
        mark.push_str(self.open);
        match char::from_u32(self.count) {
            Some(letter) if self.letter => mark.push(letter),
            _ => mark.push_str(&self.count.to_string()),
        }
        mark.push_str(self.close);
    }
}
