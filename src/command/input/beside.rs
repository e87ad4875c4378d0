//! Owns what on a page is surely not its article, as the browser's page does (`www/intake/beside.js`): questions about
//! consent, and what stands outside the one block that is marked as an article and holds most of the words.

use dom_query::{Document, Selection};
use saidso::audit::record::one_line;

const MARKED: &str = "article, main, [role=main]";
const DIALOG: &str = "dialog, [role=dialog], [role=alertdialog]";

/// Parts of the names that tools for consent give to their containers.
const CONSENT: [&str; 9] = [
    "cookie",
    "consent",
    "cybot",
    "onetrust",
    "didomi",
    "sp_message",
    "gdpr",
    "privacy-banner",
    "privacybanner",
];

/// What such a container speaks of. Names alone are not enough: cookies are baked, too.
const ASKS: [&str; 15] = [
    "privacy",
    "consent",
    "accept",
    "agree",
    "partner",
    "preferences",
    "settings",
    "legitimate interest",
    "opt out",
    "datenschutz",
    "akzeptier",
    "zustimm",
    "confidentialité",
    "privacidad",
    "aceptar",
];

/// Takes questions about consent out of a page, wherever they stand.
pub fn drop_consent(page: &Document) {
    let all = letters(&page.select("body"));
    let marked = page.select(MARKED).exists();
    let headings = page.select("h1").length();
    for node in page.select(&format!("body [id], body [class], {DIALOG}")).iter() {
        if !asks(&node) {
            continue;
        }
        let is_article = match marked {
            true => node.is(MARKED) || node.select(MARKED).exists(),
            false => {
                let holds_all = headings > 0 && node.select("h1").length() == headings;
                letters(&node) * 2 > all || holds_all
            }
        };
        if !is_article {
            node.remove();
        }
    }
}

fn asks(node: &Selection) -> bool {
    let names = format!("{} {}", node.attr_or("id", ""), node.attr_or("class", "")).to_lowercase();
    let mut parts = names.split(|c: char| !c.is_alphanumeric());
    let is_cmp = |part: &str| {
        let rest = part.strip_prefix("cmp");
        rest.is_some_and(|rest| rest == "box" || rest.chars().all(|c| c.is_ascii_digit()))
    };
    let named = CONSENT.iter().any(|name| names.contains(name)) || parts.any(is_cmp);
    let speaks = || {
        let words = node.text().to_lowercase();
        ASKS.iter().any(|word| words.contains(word))
    };
    node.is(DIALOG) || named && speaks()
}

/// Leaves of a page only the block that is marked as its article, with the headline where that stands before it; a headline
/// outside is known from the name of the paper by the page's `title`.
pub fn keep_marked(page: &Document, title: &str) {
    let all = letters(&page.select("body"));
    let most = |which: &str| page.select(which).iter().find(|one| letters(one) * 2 > all);
    let Some(article) = most("article").or_else(|| most("main, [role=main]")) else { return };
    let is_headline = |one: &Selection| {
        let words = one_line(&one.text());
        !words.is_empty() && title.contains(&words)
    };
    let outside = match article.select("h1").exists() {
        true => None,
        false => page.select("h1").iter().find(is_headline),
    };
    let headline = outside.map(|one| one.html().to_string()).unwrap_or_default();
    let markup = headline + &article.html();
    page.select("body").set_html(markup);
}

fn letters(node: &Selection) -> usize {
    node.text().chars().filter(|c| !c.is_whitespace()).count()
}
