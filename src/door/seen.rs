//! Owns how a reader sees an element of a page: as a block or in the line, or not at all. Asks the
//! style sheets where the page is shown, and the `style` attribute where it is only parsed.

use web_sys::{CssStyleDeclaration, Element, Window};

use crate::door::element::{self, is_block, is_unread};

/// How an element stands in the text.
pub struct Look {
    /// Whether its words are none of the article's.
    pub is_unread: bool,
    /// Whether the words before and after it stand apart.
    pub is_block: bool,
    /// Whether words directly inside are seen; those of an element further down may be.
    pub is_visible: bool,
    /// Whether it stands in the line while what is inside is laid out as boxes.
    pub is_line_of_boxes: bool,
}

impl Look {
    /// Looks at an element of that name in upper case.
    pub fn of(element: &Element, name: &str, view: Option<&Window>) -> Self {
        let style = Style::of(element, view);
        let display = style.get("display");
        let is_shown = display != "none" && !element.has_attribute("hidden");
        let is_named = is_block(name);
        let is_laid_out = is_flow(&display);
        // A drop cap that floats is laid out as a block, and yet the first letter of its word.
        let is_placed = is_laid_out && {
            let (float, position) = (style.get("float"), style.get("position"));
            matches!(float.as_str(), "" | "none")
                && !matches!(position.as_str(), "absolute" | "fixed")
        };
        Self {
            is_unread: !is_shown
                || is_unread(name)
                || element.get_attribute("aria-hidden").as_deref() == Some("true")
                || (is_laid_out && !is_placed && style.is_clipped())
                || style.declared("mso-list") == "ignore",
            is_block: is_shown && (is_named || is_placed),
            is_visible: matches!(style.get("visibility").as_str(), "" | "visible"),
            is_line_of_boxes: matches!(display.as_str(), "inline-flex" | "inline-grid"),
        }
    }
}

/// What is declared of an element's looks.
struct Style {
    computed: Option<CssStyleDeclaration>,
    /// The `style` attribute in lower case.
    own: String,
}

impl Style {
    fn of(element: &Element, view: Option<&Window>) -> Self {
        let computed = view.and_then(|view| view.get_computed_style(element).ok().flatten());
        let own = element.get_attribute("style").unwrap_or_default().to_ascii_lowercase();
        Self { computed, own }
    }

    /// A property as it came out; empty where nothing is known.
    fn get(&self, property: &str) -> String {
        let computed = self.computed.as_ref().and_then(|all| all.get_property_value(property).ok());
        computed
            .filter(|value| !value.is_empty())
            .unwrap_or_else(|| self.declared(property).to_owned())
    }

    fn declared(&self, property: &str) -> &str {
        let mut pairs = self.own.split(';').filter_map(|one| one.split_once(':'));
        pairs.rfind(|(name, _)| name.trim() == property).map_or("", |(_, value)| value.trim())
    }

    /// Whether it is cut down to nothing, as words for screen readers alone are.
    fn is_clipped(&self) -> bool {
        let (clip, path) = (self.get("clip"), self.get("clip-path"));
        clip.starts_with("rect(0px")
            || clip.starts_with("rect(1px")
            || path.starts_with("inset(50%")
            || path.starts_with("inset(100%")
    }
}

fn is_flow(display: &str) -> bool {
    let first = display.split(' ').next().unwrap_or_default();
    matches!(first, "block" | "flow-root" | "list-item" | "flex" | "grid")
        || first.starts_with("table")
}

/// Whether a raised element is the mark of a note, and no power (`10⁶`) or ordinal (`1st`).
pub fn is_note_mark(element: &Element, name: &str, before: &str) -> bool {
    let is_reference = element.get_attribute("role").as_deref() == Some("doc-noteref");
    if name != "SUP" {
        return is_reference;
    }
    let words = element.text_content().unwrap_or_default();
    let words = words.trim();
    let link = "a[href*='#']";
    let is_linked = element.query_selector(link).is_ok_and(|found| found.is_some())
        || element.closest(link).is_ok_and(|found| found.is_some());
    is_reference || element::is_note_sign(words, is_linked, before)
}
