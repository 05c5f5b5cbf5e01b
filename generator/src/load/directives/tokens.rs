//! The text of a script → its tokens.
//!
//! In: JavaScript, as far as directives need it.
//! Out: words, constants, regular expressions and signs, without blanks and comments.
//! Never: understands them.

/// One token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name or keyword.
    Word(String),
    /// A text in quotes, without them.
    Text(String),
    /// A number as it is written.
    Number(String),
    /// `/pattern/flags`.
    Pattern { pattern: String, flags: String },
    /// Any other character.
    Sign(char),
}

/// A token, and whether a line ends before it: that may end a statement, too.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) starts_line: bool,
}

/// Takes a script apart; the reason when a text or a pattern has no end.
pub(super) fn tokens(script: &str) -> Result<Vec<Placed>, String> {
    let mut rest = Rest {
        characters: script.chars().collect(),
        next: 0,
    };
    let mut tokens = Vec::new();
    let mut starts_line = true;
    while let Some(c) = rest.take() {
        let token = match c {
            '\n' | '\r' => {
                starts_line = true;
                continue;
            }
            c if c.is_whitespace() => continue,
            '/' if rest.peek() == Some('/') => {
                rest.take_while(|c| c != '\n');
                continue;
            }
            '/' if rest.peek() == Some('*') => {
                rest.comment()?;
                continue;
            }
            '/' => rest.pattern()?,
            '"' | '\'' | '`' => Token::Text(rest.text(c)?),
            c if c.is_ascii_digit() => {
                let more = |c: char| c.is_ascii_alphanumeric() || c == '.';
                Token::Number(format!("{c}{}", rest.take_while(more)))
            }
            c if is_word(c) => Token::Word(format!("{c}{}", rest.take_while(is_word))),
            c => Token::Sign(c),
        };
        tokens.push(Placed { token, starts_line });
        starts_line = false;
    }
    Ok(tokens)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

struct Rest {
    characters: Vec<char>,
    next: usize,
}

impl Rest {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.next).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.next += 1;
        Some(c)
    }

    fn take_while(&mut self, is_more: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.peek().filter(|c| is_more(*c)) {
            taken.push(c);
            self.next += 1;
        }
        taken
    }

    fn comment(&mut self) -> Result<(), String> {
        self.take();
        loop {
            match self.take() {
                Some('*') if self.peek() == Some('/') => {
                    self.take();
                    return Ok(());
                }
                Some(_) => {}
                None => return Err("a comment has no end".to_owned()),
            }
        }
    }

    /// The rest of a regular expression. In brackets a slash does not end it.
    fn pattern(&mut self) -> Result<Token, String> {
        let mut pattern = String::new();
        let mut in_brackets = false;
        loop {
            let c = self.take().filter(|c| *c != '\n');
            match c.ok_or("a regular expression has no end")? {
                '/' if !in_brackets => break,
                '\\' => {
                    let escaped = self.take().unwrap_or('\\');
                    // A slash is escaped for the script's sake alone.
                    if escaped != '/' {
                        pattern.push('\\');
                    }
                    pattern.push(escaped);
                    continue;
                }
                '[' => {
                    in_brackets = true;
                    pattern.push('[');
                }
                ']' => {
                    in_brackets = false;
                    pattern.push(']');
                }
                c => pattern.push(c),
            }
        }
        let flags = self.take_while(|c| c.is_ascii_alphabetic());
        Ok(Token::Pattern { pattern, flags })
    }

    /// The rest of a text in quotes.
    fn text(&mut self, quote: char) -> Result<String, String> {
        let mut text = String::new();
        loop {
            match self.take().ok_or("a text has no end")? {
                c if c == quote => return Ok(text),
                '\n' if quote != '`' => return Err("a text has no end".to_owned()),
                '$' if quote == '`' && self.peek() == Some('{') => {
                    return Err("a text is put together".to_owned());
                }
                '\\' => self.escape(&mut text)?,
                c => text.push(c),
            }
        }
    }

    fn escape(&mut self, text: &mut String) -> Result<(), String> {
        let unknown = || "an escape in a text is not understood".to_owned();
        let c = match self.take().ok_or_else(unknown)? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '\n' => return Ok(()),
            'u' => {
                let digits: String = (0..4).filter_map(|_| self.take()).collect();
                let code = u32::from_str_radix(&digits, 16).map_err(|_| unknown())?;
                char::from_u32(code).ok_or_else(unknown)?
            }
            c if c.is_ascii_alphanumeric() => return Err(unknown()),
            c => c,
        };
        text.push(c);
        Ok(())
    }
}
