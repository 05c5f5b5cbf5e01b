//! Conditions of the blocks of a readme: `$(tag) == 'package-2021-06' && !$(python)`.
//!
//! In: the text after ```` ```yaml ````.
//! Out: a [`Condition`], which holds or not for a tag and some flags.
//! Never: fails on what it does not know: that is `None`, and the caller says so.
//!
//! The grammar is the part of AutoRest's that readmes use, `&&` before `||`:
//!
//! ```text
//! either     = both { "||" both }
//! both       = comparison { "&&" comparison }
//! comparison = unary [ ( "==" | "===" | "!=" | "!==" ) unary ]
//! unary      = { "!" } ( "(" either ")" | "$(" name ")" | text | word )
//! ```

/// What the variables of a condition stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    /// `$(tag)`.
    pub tag: Option<String>,
    /// Names that are true: `$(package-locks)`. All others are not set.
    pub flags: Vec<String>,
}

/// A condition that was understood.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Condition {
    /// `$(name)`.
    Variable(String),
    /// `'text'`.
    Text(String),
    /// `!a`.
    Not(Box<Self>),
    /// `a == b`.
    Equal(Box<Self>, Box<Self>),
    /// `a && b`.
    Both(Box<Self>, Box<Self>),
    /// `a || b`.
    Either(Box<Self>, Box<Self>),
}

impl Condition {
    /// Reads a condition; `None` when it is not of the grammar. No text at all is `Some(None)`: it always holds.
    pub fn parse(text: &str) -> Option<Option<Self>> {
        let tokens = tokens(text)?;
        if tokens.is_empty() {
            return Some(None);
        }
        let mut parser = Parser {
            tokens: &tokens,
            depth: 0,
        };
        let condition = parser.either()?;
        parser.tokens.is_empty().then_some(Some(condition))
    }

    /// Whether it holds. What is not set, the empty text and `false` do not.
    pub fn holds(&self, settings: &Settings) -> bool {
        match self {
            Self::Not(inner) => !inner.holds(settings),
            Self::Equal(a, b) => a.value(settings) == b.value(settings),
            Self::Both(a, b) => a.holds(settings) && b.holds(settings),
            Self::Either(a, b) => a.holds(settings) || b.holds(settings),
            Self::Variable(_) | Self::Text(_) => self
                .value(settings)
                .is_some_and(|value| !value.is_empty() && value != "false"),
        }
    }

    /// The tags it compares with, and the names of its flags, in order.
    pub fn mentions(&self) -> Mentions {
        let mut mentions = Mentions::default();
        self.collect(&mut mentions);
        mentions
    }

    fn value(&self, settings: &Settings) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Variable(name) if name == "tag" => settings.tag.clone(),
            Self::Variable(name) => settings.flags.contains(name).then(|| "true".to_owned()),
            _ => Some(self.holds(settings).to_string()),
        }
    }

    fn collect(&self, mentions: &mut Mentions) {
        match self {
            Self::Variable(name) if name == "tag" => {}
            Self::Variable(name) => mentions.flags.push(name.clone()),
            Self::Text(_) => {}
            Self::Not(inner) => inner.collect(mentions),
            Self::Equal(a, b) => match (a.as_ref(), b.as_ref()) {
                (Self::Variable(name), Self::Text(tag))
                | (Self::Text(tag), Self::Variable(name))
                    if name == "tag" =>
                {
                    mentions.tags.push(tag.clone());
                }
                _ => {
                    a.collect(mentions);
                    b.collect(mentions);
                }
            },
            Self::Both(a, b) | Self::Either(a, b) => {
                a.collect(mentions);
                b.collect(mentions);
            }
        }
    }
}

/// What a condition asks about.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Mentions {
    /// Texts that `$(tag)` is compared with.
    pub tags: Vec<String>,
    /// Other variables.
    pub flags: Vec<String>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Token {
    Variable(String),
    Text(String),
    Equal,
    NotEqual,
    And,
    Or,
    Not,
    Open,
    Close,
}

/// Operators, the longer before those that they begin with.
const OPERATORS: [(&str, Token); 9] = [
    ("===", Token::Equal),
    ("!==", Token::NotEqual),
    ("==", Token::Equal),
    ("!=", Token::NotEqual),
    ("&&", Token::And),
    ("||", Token::Or),
    ("!", Token::Not),
    ("(", Token::Open),
    (")", Token::Close),
];

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let operator = OPERATORS
            .iter()
            .find_map(|(sign, token)| Some((token, rest.strip_prefix(sign)?)));
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/")?.1;
        } else if let Some(variable) = rest.strip_prefix("$(") {
            let (name, after) = variable.split_once(')')?;
            tokens.push(Token::Variable(name.trim().to_owned()));
            rest = after;
        } else if let Some((token, after)) = operator {
            tokens.push(token.clone());
            rest = after;
        } else if matches!(first, '\'' | '"') {
            let (text, after) = rest.strip_prefix(first)?.split_once(first)?;
            tokens.push(Token::Text(text.to_owned()));
            rest = after;
        } else {
            let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
            let after = rest.trim_start_matches(is_word);
            let word = rest.strip_suffix(after).filter(|word| !word.is_empty())?;
            tokens.push(Token::Text(word.to_owned()));
            rest = after;
        }
        rest = rest.trim_start();
    }
    Some(tokens)
}

/// More parentheses and negations than any condition has; they are read by recursion.
const DEEPEST: usize = 32;

struct Parser<'a> {
    tokens: &'a [Token],
    depth: usize,
}

impl Parser<'_> {
    fn either(&mut self) -> Option<Condition> {
        let mut left = self.both()?;
        while self.skip(&Token::Or) {
            left = Condition::Either(left.into(), self.both()?.into());
        }
        Some(left)
    }

    fn both(&mut self) -> Option<Condition> {
        let mut left = self.comparison()?;
        while self.skip(&Token::And) {
            left = Condition::Both(left.into(), self.comparison()?.into());
        }
        Some(left)
    }

    fn comparison(&mut self) -> Option<Condition> {
        let left = self.unary()?;
        if self.skip(&Token::Equal) {
            return Some(Condition::Equal(left.into(), self.unary()?.into()));
        }
        if self.skip(&Token::NotEqual) {
            let equal = Condition::Equal(left.into(), self.unary()?.into());
            return Some(Condition::Not(equal.into()));
        }
        Some(left)
    }

    fn unary(&mut self) -> Option<Condition> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        let condition = match first {
            Token::Not => Condition::Not(self.unary()?.into()),
            Token::Variable(name) => Condition::Variable(name.clone()),
            Token::Text(text) => Condition::Text(text.clone()),
            Token::Open => {
                let inner = self.either()?;
                self.skip(&Token::Close).then_some(inner)?
            }
            _ => return None,
        };
        self.depth -= 1;
        Some(condition)
    }

    fn skip(&mut self, token: &Token) -> bool {
        match self.tokens.split_first() {
            Some((first, rest)) if first == token => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Condition, Settings};

    /// For each condition: does it hold for tag `a` with flag `on`?
    #[test]
    fn conditions_hold_or_not() {
        let settings = Settings {
            tag: Some("a".to_owned()),
            flags: vec!["on".to_owned()],
        };
        let cases = [
            ("", true),
            ("   /* a comment */ ", true),
            ("$(tag) == 'a'", true),
            ("$(tag)=='a'", true),
            ("$(tag) == \"a\"", true),
            ("'a' == $(tag)", true),
            ("$(tag) == 'a' /* autogenerated */", true),
            ("$(tag) == 'b'", false),
            ("$(tag) != 'b'", true),
            ("$(tag) === 'a' && $(tag) !== 'b'", true),
            ("$(on)", true),
            ("$(off)", false),
            ("!$(off)", true),
            ("!!$(off)", false),
            ("$(on) == true", true),
            ("$(off) == false", false),
            ("$(off) == 'create'", false),
            ("$(off) && $(mode) == 'create'", false),
            ("$(tag) == 'b' || $(tag) == 'a'", true),
            ("$(off) && $(off) || $(on)", true),
            ("$(on) || $(off) && $(off)", true),
            ("($(on) || $(off)) && $(off)", false),
            ("($(go) && !$(track2)) || $(csharp) || $(validation)", false),
            ("!$(python) && !$(go) && $(tag) == 'a'", true),
            ("!($(on) && $(tag) == 'a')", false),
            ("$(tag)", true),
            ("false", false),
            ("!($(on) == $(on))", false),
        ];
        for (text, expected) in cases {
            let condition = Condition::parse(text).unwrap_or_else(|| panic!("{text}"));
            let holds = condition.is_none_or(|condition| condition.holds(&settings));
            assert_eq!(holds, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_condition_is_said_so() {
        let deep = format!("{}$(a){}", "(".repeat(1000), ")".repeat(1000));
        let negations = "!".repeat(100_000) + "$(a)";
        for text in [
            "$(tag) ==",
            "== 'a'",
            "$(tag",
            "'a",
            "($(a)",
            "$(a))",
            "$(a) $(b)",
            "a & b",
            "/* open",
            "&&",
            &deep,
            &negations,
        ] {
            let shown: String = text.chars().take(20).collect();
            assert_eq!(Condition::parse(text), None, "{shown}");
        }
    }

    #[test]
    fn tags_and_flags_are_listed_in_order() {
        let condition = Condition::parse("$(tag) == 'b' && $(java) || ('a' == $(tag) && !$(go))");
        let mentions = condition.flatten().map(|condition| condition.mentions());
        let mentions = mentions.unwrap_or_default();
        assert_eq!(mentions.tags, ["b", "a"]);
        assert_eq!(mentions.flags, ["java", "go"]);
    }
}
