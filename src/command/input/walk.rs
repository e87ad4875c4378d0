//! Owns the way from a parsed page to text and blocks: what a reader would see, as `door/dom.rs` reads it in a browser.

use dom_query::NodeRef;
use saidso::{Block, BlockKind, Span};

use crate::element;

/// The words read so far, and their blocks.
pub struct Walk {
    text: String,
    blocks: Vec<Block>,
    /// Whether a block has begun or ended since the last word.
    is_apart: bool,
}

impl Default for Walk {
    fn default() -> Self {
        Self { text: String::new(), blocks: Vec::new(), is_apart: true }
    }
}

/// An element that the walk is in.
struct Level<'a> {
    next: Option<NodeRef<'a>>,
    kind: BlockKind,
    is_block: bool,
    is_set: bool,
    is_linked: bool,
}

impl Walk {
    /// Adds words that are a block of their own.
    pub fn block(&mut self, name: &str, words: &str) {
        self.is_apart = true;
        self.push(words, element::kind(name), false);
        self.is_apart = true;
    }

    /// Reads what is inside of an element.
    pub fn read(&mut self, root: &NodeRef) {
        let mut levels = vec![Level {
            next: root.first_child(),
            kind: BlockKind::Paragraph,
            is_block: true,
            is_set: false,
            is_linked: false,
        }];
        // By a list of levels, not by calls: pages can be nested as deeply as they like.
        while let Some(level) = levels.last_mut() {
            let Some(node) = level.next else {
                self.is_apart |= levels.pop().is_some_and(|level| level.is_block);
                continue;
            };
            level.next = node.next_sibling();
            if node.is_text() {
                let (kind, is_set) = (level.kind, level.is_set);
                self.push(&node.text(), kind, is_set);
            } else if node.is_element() {
                let below = self.enter(&node, level);
                levels.extend(below);
            }
        }
    }

    /// The text, and its blocks.
    pub fn end(mut self) -> (String, Vec<Block>) {
        self.end_block();
        let end = self.blocks.last().map_or(0, |block| block.span.end);
        self.text.truncate(end);
        (self.text, self.blocks)
    }

    fn enter<'a>(&mut self, node: &NodeRef<'a>, above: &Level) -> Option<Level<'a>> {
        let name = node.node_name()?.to_ascii_uppercase();
        let is_block = element::is_block(&name);
        self.is_apart |= is_block;
        if is_hidden(node) || element::is_unread(&name) {
            return None;
        }
        let is_linked = above.is_linked || is_note_link(&name, node);
        if self.is_note_mark(&name, node, is_linked) {
            return None;
        }
        if name == "BR" {
            if !self.is_apart {
                self.text.push('\n');
            }
            return None;
        }
        let own = element::kind(&name);
        let kind = if own == BlockKind::Paragraph { above.kind } else { own };
        let is_set = above.is_set || name == "PRE";
        Some(Level { next: node.first_child(), kind, is_block, is_set, is_linked })
    }

    fn is_note_mark(&self, name: &str, node: &NodeRef, is_linked: bool) -> bool {
        let is_reference = node.attr("role").as_deref() == Some("doc-noteref");
        if name != "SUP" {
            return is_reference;
        }
        let words = node.text();
        let linked = |inner: NodeRef| {
            is_note_link(&inner.node_name().unwrap_or_default().to_ascii_uppercase(), &inner)
        };
        let is_linked = is_linked || node.descendants_it().any(linked);
        is_reference || element::is_note_sign(words.trim(), is_linked, &self.text)
    }

    /// Adds words; white space becomes one blank, except where it is set.
    fn push(&mut self, words: &str, kind: BlockKind, is_set: bool) {
        let is_unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
        for c in words.chars().filter(|c| !is_unseen(*c)) {
            if self.is_apart {
                if c.is_whitespace() {
                    continue;
                }
                self.begin_block(kind);
            }
            match c {
                _ if is_set => self.text.push(c),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !self.text.ends_with([' ', '\n']) {
                        self.text.push(' ');
                    }
                }
                _ => self.text.push(c),
            }
        }
    }

    fn begin_block(&mut self, kind: BlockKind) {
        self.end_block();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.is_apart = false;
        let start = self.text.len();
        self.blocks.push(Block { span: Span::new(start, start), kind });
    }

    /// Ends the last block with its last word.
    fn end_block(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if let Some(block) = self.blocks.last_mut() {
            block.span = Span::new(block.span.start, self.text.len().max(block.span.start));
        }
    }
}

fn is_hidden(node: &NodeRef) -> bool {
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_whitespace().collect();
    node.has_attr("hidden")
        || node.attr("aria-hidden").as_deref() == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

fn is_note_link(name: &str, node: &NodeRef) -> bool {
    name == "A" && node.attr("href").is_some_and(|href| href.contains('#'))
}
