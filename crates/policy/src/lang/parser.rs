//! Pieces to tree: every operand is read, then whatever binds tightly enough to what follows.

use crate::Text;

use std::ops::Range;

use super::{
    ast::{Arm, Ast, Kind},
    lexer::{Piece, Token, lex},
    mistake::{Code, Mistake},
    operator::{LOOSEST, NEGATION, NOT, Operator, Power},
};

/// How many levels an expression may have: far more than can be read, far fewer than the stack holds.
const MOST_LEVELS: usize = 100;

const KEYWORDS: [&str; 9] = ["if", "then", "else", "or", "and", "not", "in", "overlaps", "match"];

/// Reads an expression, or says why it is none.
pub fn parse(text: &str) -> Result<Ast, Vec<Mistake>> {
    let mut parser = Parser { tokens: lex(text)?, at: 0, level: 0 };
    parser.whole().map_err(|it| vec![it])
}

struct Parser<'a> {
    // Invariant: ends with `Piece::End`, and `at` never goes beyond it.
    tokens: Vec<Token<'a>>,
    at: usize,
    level: usize,
}

type Parsed = Result<Ast, Mistake>;

impl<'a> Parser<'a> {
    fn whole(&mut self) -> Parsed {
        let ast = self.expression(LOOSEST)?;
        match self.peek() {
            Piece::End => Ok(ast),
            _ => Err(self.unexpected("an operator or the end")),
        }
    }

    /// Reads an expression as far as operators bind at least as tightly as `least`.
    fn expression(&mut self, least: Power) -> Parsed {
        if self.level == MOST_LEVELS {
            return Err(too_deep(self.span()));
        }
        self.level += 1;
        let ast = self.operations(least);
        self.level -= 1;
        ast
    }

    fn operations(&mut self, least: Power) -> Parsed {
        let mut left = self.operand(least)?;
        while let Some(operator) = self.operator().filter(|it| it.power() >= least) {
            self.at += operator.sign().split(' ').count();
            let right = self.expression(operator.power() + 1)?;
            let span = left.span.start..right.span.end;
            left = node(Kind::Binary(operator, Box::new(left), Box::new(right)), span)?;
            if !operator.chains() {
                self.refuse_chain(operator)?;
            }
        }
        Ok(left)
    }

    /// The operator that comes next.
    fn operator(&self) -> Option<Operator> {
        let sign = match *self.peek() {
            Piece::Sign(sign) => sign,
            Piece::Word("not") if self.tokens.get(self.at + 1)?.piece == Piece::Word("in") => "not in",
            Piece::Word(word) => word,
            Piece::Number(_) | Piece::Date(_) | Piece::Quoted(_) | Piece::End => return None,
        };
        Operator::ALL.into_iter().find(|it| it.sign() == sign)
    }

    fn refuse_chain(&self, before: Operator) -> Result<(), Mistake> {
        match self.operator().filter(|it| it.power() == before.power()) {
            None => Ok(()),
            Some(after) => {
                let message = format!("`{before}` and `{after}` cannot be chained");
                let hint = Text::new(
                    "用 `and` 连接两个比较，或写 `x in low..=high`",
                    "join two comparisons with `and`, or ask `x in low..=high`",
                );
                Err(Mistake::new(self.span(), Code::ChainedComparison, message).hint(hint))
            }
        }
    }

    /// What stands before the first operator.
    fn operand(&mut self, least: Power) -> Parsed {
        let start = self.span().start;
        match *self.peek() {
            Piece::Word("if") => {
                self.refuse_bare("if", LOOSEST, least)?;
                self.conditional()
            }
            Piece::Word("not") => {
                self.refuse_bare("not", NOT, least)?;
                self.at += 1;
                let inner = self.expression(NOT)?;
                let span = start..inner.span.end;
                node(Kind::Not(Box::new(inner)), span)
            }
            Piece::Sign("-") => {
                self.at += 1;
                let inner = self.expression(NEGATION)?;
                let span = start..inner.span.end;
                node(Kind::Negated(Box::new(inner)), span)
            }
            _ => self.atom(),
        }
    }

    /// A loose operand of a tight operator would take the rest of the text with it.
    fn refuse_bare(&self, word: &str, power: Power, least: Power) -> Result<(), Mistake> {
        if power >= least {
            return Ok(());
        }
        let message = format!("`{word}` needs parentheses here");
        Err(Mistake::new(self.span(), Code::NeedsParentheses, message)
            .hint(Text::new(format!("请写成 `({word} …)`"), format!("write `({word} …)`"))))
    }

    /// `if test then value else otherwise`
    fn conditional(&mut self) -> Parsed {
        let start = self.take("if")?.start;
        let test = Box::new(self.expression(LOOSEST)?);
        self.take("then")?;
        let then = Box::new(self.expression(LOOSEST)?);
        self.take("else")?;
        let otherwise = Box::new(self.expression(LOOSEST)?);
        let span = start..otherwise.span.end;
        node(Kind::If { test, then, otherwise }, span)
    }

    fn atom(&mut self) -> Parsed {
        let span = self.span();
        let kind = match self.peek().clone() {
            Piece::Number(number) => Kind::Number(number),
            Piece::Date(date) => Kind::Date(date),
            Piece::Quoted(id) => Kind::Quoted(id),
            Piece::Word("true") => Kind::Truth(true),
            Piece::Word("false") => Kind::Truth(false),
            Piece::Word("match") => return self.choice(),
            Piece::Word(word) if !KEYWORDS.contains(&word) => match self.tokens[self.at + 1].piece {
                Piece::Sign("(") => return self.call(word),
                _ => Kind::Name(word.to_owned()),
            },
            Piece::Sign("(") => return self.parenthesised(),
            Piece::Sign("[") => {
                self.at += 1;
                let items = self.separated("]")?;
                let end = self.take("]")?.end;
                return node(Kind::List(items), span.start..end);
            }
            Piece::Word(_) | Piece::Sign(_) | Piece::End => return Err(self.unexpected("a value")),
        };
        self.at += 1;
        node(kind, span)
    }

    /// The tree forgets parentheses, but its place includes them.
    fn parenthesised(&mut self) -> Parsed {
        let start = self.take("(")?.start;
        let mut inner = self.expression(LOOSEST)?;
        let end = self.take(")")?.end;
        inner.span = start..end;
        Ok(inner)
    }

    /// Expressions up to the closing sign, which is left to be taken; a comma may follow the last.
    fn separated(&mut self, close: &str) -> Result<Vec<Ast>, Mistake> {
        let mut items = Vec::new();
        while !self.is_next(close) {
            items.push(self.expression(LOOSEST)?);
            if !self.is_next(",") {
                break;
            }
            self.at += 1;
        }
        Ok(items)
    }

    fn call(&mut self, name: &str) -> Parsed {
        let start = self.take(name)?.start;
        self.take("(")?;
        let kind = match name {
            "months" => self.months()?,
            _ => Kind::Call { name: name.to_owned(), arguments: self.separated(")")? },
        };
        let end = self.take(")")?.end;
        node(kind, start..end)
    }

    /// The arguments of `months`.
    fn months(&mut self) -> Result<Kind, Mistake> {
        let written = "`months(from, to, m => VALUE)`";
        let form = |it: Mistake| it.hint(Text::new(format!("写作 {written}"), format!("written {written}")));
        let from = Box::new(self.expression(LOOSEST)?);
        self.take(",").map_err(form)?;
        let to = Box::new(self.expression(LOOSEST)?);
        self.take(",").map_err(form)?;
        self.take("m").map_err(form)?;
        self.take("=>").map_err(form)?;
        let value = Box::new(self.expression(LOOSEST)?);
        Ok(Kind::Months { from, to, value })
    }

    /// `match { test => value, …, else => otherwise }`
    fn choice(&mut self) -> Parsed {
        let start = self.take("match")?.start;
        self.take("{")?;
        let mut arms = vec![self.arm()?];
        let mut otherwise = None;
        while self.is_next(",") && otherwise.is_none() {
            self.at += 1;
            if self.is_next("else") {
                self.at += 1;
                self.take("=>")?;
                otherwise = Some(Box::new(self.expression(LOOSEST)?));
            } else if !self.is_next("}") {
                arms.push(self.arm()?);
            }
        }
        if self.is_next(",") {
            self.at += 1;
        }
        let end = self.take("}")?.end;
        node(Kind::Match { arms, otherwise }, start..end)
    }

    fn arm(&mut self) -> Result<Arm, Mistake> {
        let test = self.expression(LOOSEST)?;
        self.take("=>")?;
        let value = self.expression(LOOSEST)?;
        Ok(Arm { test, value })
    }

    fn peek(&self) -> &Piece<'a> {
        &self.tokens[self.at].piece
    }

    fn span(&self) -> Range<usize> {
        self.tokens[self.at].span.clone()
    }

    fn is_next(&self, text: &str) -> bool {
        match self.peek() {
            Piece::Word(word) => *word == text,
            Piece::Sign(sign) => *sign == text,
            Piece::Number(_) | Piece::Date(_) | Piece::Quoted(_) | Piece::End => false,
        }
    }

    /// Goes past the word or sign and says where it stood.
    fn take(&mut self, text: &str) -> Result<Range<usize>, Mistake> {
        if !self.is_next(text) {
            return Err(self.unexpected(&format!("`{text}`")));
        }
        let span = self.span();
        self.at += 1;
        Ok(span)
    }

    fn unexpected(&self, wanted: &str) -> Mistake {
        let found = match self.peek() {
            Piece::Number(number) => format!("`{number}`"),
            Piece::Date(date) => format!("`{date}`"),
            Piece::Quoted(id) => format!("`'{id}'`"),
            Piece::Word(word) => format!("`{word}`"),
            Piece::Sign(sign) => format!("`{sign}`"),
            Piece::End => "the end".to_owned(),
        };
        let hint = match self.peek() {
            Piece::Sign("=>") => Some(("“不小于”写作 `>=`", "“at least” is written `>=`")),
            Piece::Word("AND" | "OR" | "NOT" | "IN") => Some((
                "`and`、`or`、`not`、`in` 用小写字母",
                "write `and`, `or`, `not`, `in` in small letters",
            )),
            Piece::Word("is") => Some(("“等于”写作 `==`", "equality is written `==`")),
            _ => None,
        };
        let message = format!("{wanted} is expected here, not {found}");
        Mistake::new(self.span(), Code::Syntax, message).hint(hint.map(|(zh, en)| Text::new(zh, en)))
    }
}

fn node(kind: Kind, span: Range<usize>) -> Parsed {
    let ast = Ast::new(kind, span);
    if ast.height() <= MOST_LEVELS { Ok(ast) } else { Err(too_deep(ast.span)) }
}

fn too_deep(span: Range<usize>) -> Mistake {
    let message = format!("the expression is nested more than {MOST_LEVELS} levels deep");
    let hint = Text::new(
        "把其中几部分写成派生情况，或改用 `match`、`in` 和列表",
        "make derived facts of its parts, or use `match`, `in` and lists",
    );
    Mistake::new(span, Code::TooDeep, message).hint(hint)
}
