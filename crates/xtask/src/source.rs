//! What of a Rust source is code, and what of that code is only for tests.

use std::ops::Range;

/// What begins the condition of an item.
const CONDITION: &str = "#[cfg(";

/// The features that only tests, and what is made for them, are built with.
const FOR_TESTS: [&str; 3] = ["\"fixture\"", "\"conformance\"", "\"teaching\""];

/// A source without its comments and without what stands in its literals.
pub(crate) struct Source {
    bare: String,
}

/// How many lines of a source have code on them: no blank lines, no comments.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lines {
    pub(crate) code: usize,
    /// Those of items that only tests have.
    pub(crate) tests: usize,
}

impl Source {
    pub(crate) fn new(text: &str) -> Self {
        Self { bare: bare(text) }
    }

    pub(crate) fn lines(&self) -> Lines {
        let for_tests: Vec<Range<usize>> = self.test_items().collect();
        let mut lines = Lines::default();
        let mut start = 0;
        for line in self.bare.split('\n') {
            if let Some(first) = line.find(|c: char| !c.is_whitespace()) {
                let at = start + first;
                let tests = for_tests.iter().any(|item| item.contains(&at));
                *(if tests { &mut lines.tests } else { &mut lines.code }) += 1;
            }
            start += line.len() + 1;
        }
        lines
    }

    /// The modules that only tests have; their files are only for tests too.
    pub(crate) fn test_modules(&self) -> impl Iterator<Item = &str> {
        self.test_items().filter_map(|item| {
            self.bare[item].lines().find_map(|line| {
                let (before, name) = line.trim_start().split_once("mod ")?;
                let name = name.split(|c: char| !c.is_alphanumeric() && c != '_').next();
                name.filter(|_| before.is_empty() || before.starts_with("pub"))
            })
        })
    }

    fn test_items(&self) -> impl Iterator<Item = Range<usize>> {
        let found = self.bare.match_indices(CONDITION);
        let found =
            found.filter(|(at, begin)| is_for_tests(inside(&self.bare[at + begin.len()..])));
        found.map(|(start, _)| start..start + item(&self.bare[start..]))
    }
}

/// Whether only tests meet a condition.
fn is_for_tests(predicate: &str) -> bool {
    let predicate = predicate.trim();
    if let Some(parts) = predicate.strip_prefix("any(") {
        return parts_of(parts).iter().all(|part| is_for_tests(part));
    }
    if let Some(parts) = predicate.strip_prefix("all(") {
        return parts_of(parts).iter().any(|part| is_for_tests(part));
    }
    let feature = predicate.strip_prefix("feature").map(|rest| rest.trim_start_matches([' ', '=']));
    predicate == "test" || feature.is_some_and(|name| FOR_TESTS.contains(&name))
}

/// The parts between the commas that stand before a closing parenthesis.
fn parts_of(text: &str) -> Vec<&str> {
    let mut open = 0_usize;
    let comma = |c| {
        open = open + usize::from(c == '(') - usize::from(c == ')');
        c == ',' && open == 0
    };
    inside(text).split(comma).filter(|part| !part.trim().is_empty()).collect()
}

/// What stands before the parenthesis that closes one opened before the text.
fn inside(text: &str) -> &str {
    let mut open = 1_usize;
    let end = text.find(|c| {
        open = open + usize::from(c == '(') - usize::from(c == ')');
        open == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// The length of an item with its attributes: up to its last brace or its semicolon.
fn item(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            // What the item stands in ends here.
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && matches!(c, '}' | ';') {
            return at + 1;
        }
    }
    text.len()
}

/// Leaves comments out and puts quotes in the place of what stands in literals, but for the names of
/// features for tests. Lines stay lines.
fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let comment = comment(rest);
        let of_word = bare.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if comment > 0 {
            bare.extend(rest[..comment].chars().filter(|c| *c == '\n'));
            rest = &rest[comment..];
        } else if let Some(length) = literal(rest, of_word) {
            let literal = &rest[..length];
            if FOR_TESTS.contains(&literal) {
                bare.push_str(literal);
            } else {
                bare.extend(literal.chars().map(|c| if c.is_whitespace() { c } else { '"' }));
            }
            rest = &rest[length..];
        } else {
            bare.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    bare
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if !text.starts_with("/*") {
        return 0;
    }
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        let step = if rest.starts_with(b"/*") {
            depth += 1;
            2
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            2
        } else {
            1
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of the string or character that a text begins with. In the middle of a word no
/// prefix begins, but a quote does.
fn literal(text: &str, of_word: bool) -> Option<usize> {
    if let Some(inside) = text.strip_prefix('"') {
        return Some(1 + closing(inside, '"'));
    }
    if let Some(inside) = text.strip_prefix('\'') {
        let mut characters = inside.chars();
        let (first, second) = (characters.next()?, characters.next()?);
        // A lifetime has no quote behind it.
        return (first == '\\' || second == '\'').then(|| 1 + closing(inside, '\''));
    }
    let raw = ["r", "br", "cr"].iter().find_map(|prefix| text.strip_prefix(prefix));
    let raw = raw.filter(|_| !of_word)?;
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let inside = raw[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
    Some(text.len() - inside.len() + length)
}

/// The length up to and with the quote that ends a literal.
fn closing(inside: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    inside.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> (usize, usize) {
        let Lines { code, tests } = Source::new(text).lines();
        (code, tests)
    }

    #[test]
    fn blank_lines_and_comments_are_no_code() {
        assert_eq!(lines(""), (0, 0));
        assert_eq!(
            lines("//! A page.\n\nfn a() {} // and more\n  /// Doc\n\t\nfn b() {}\n"),
            (2, 0)
        );
        assert_eq!(lines("/* one\n /* two */\n still */ fn a() {}\n/* end"), (1, 0));
    }

    #[test]
    fn what_looks_like_a_comment_in_a_literal_is_code() {
        assert_eq!(
            lines("let a = \"/*\";\nlet b = '\"';\nlet c = \"*/ // \\\"/*\";\nd();"),
            (4, 0)
        );
        assert_eq!(lines("let a = r#\"\n\" // in it\n\n\"#;\n// out of it"), (3, 0));
        assert_eq!(
            lines("let a = br\"\\\";\n// out\nlet b = '\\'';\nlet r = b'\\\\'; // out\n"),
            (3, 0)
        );
    }

    #[test]
    fn a_lifetime_and_a_raw_name_begin_no_literal() {
        assert_eq!(lines("fn a<'a>(b: &'a str, r#in: &'a str) {\n// out\n}"), (2, 0));
        assert_eq!(lines("for_r(r, 'r');\n// out\nlet bar\"\" = 1;"), (2, 0));
    }

    #[test]
    fn items_for_tests_are_counted_apart() {
        let text = "use a;\n#[cfg(test)]\nuse b::{c, d};\nfn e() {}\n#[cfg(test)]\n\
                    #[allow(x[1])]\nmod tests {\n    // why\n    fn f() { \"}\"; }\n}\nfn g() {}\n";
        assert_eq!(lines(text), (3, 7));
        assert_eq!(lines("fn a() {\n    #[cfg(test)]\n    b();\n    c();\n}\n"), (3, 2));
    }

    #[test]
    fn what_only_tests_are_built_with_is_for_tests() {
        for (condition, for_tests) in [
            ("test", true),
            ("feature = \"fixture\"", true),
            ("any(test, feature = \"conformance\")", true),
            ("all(unix, any(test, feature = \"teaching\"))", true),
            ("any(test, feature = \"discord\")", false),
            ("not(test)", false),
            ("feature = \"test\"", false),
        ] {
            let text = format!("#[cfg({condition})]\npub mod a;\nfn b() {{}}\n");
            assert_eq!(lines(&text), if for_tests { (1, 2) } else { (3, 0) }, "{condition}");
            let modules = Source::new(&text).test_modules().count();
            assert_eq!(modules, usize::from(for_tests), "{condition}");
        }
    }

    #[test]
    fn files_of_modules_for_tests_are_named() {
        let text = "mod a;\n#[cfg(test)]\nmod b;\n#[cfg(test)]\npub(crate) mod c_2 {}\n\
                    #[cfg(test)]\nuse mod_d::e;\n// #[cfg(test)] mod f;\n";
        let source = Source::new(text);
        assert_eq!(source.test_modules().collect::<Vec<_>>(), ["b", "c_2"]);
    }
}
