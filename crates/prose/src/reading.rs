//! One walk over the Markdown that gathers clauses, HTML and remarks.
//!
//! Only at the end of a clause can its anchor be seen, and the tag that will carry it is written by then: the
//! reading remembers where in the tag the id goes ([`Reading::slot`]).

use std::{collections::BTreeSet, ops::Range};

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use crate::{
    Clause, ClauseKind, Remark, RemarkKind, anchor,
    html::{self, EXTERNAL, ID_PREFIX},
};

/// Reads the whole text.
pub(crate) fn read(markdown: &str) -> (Vec<Clause>, String, Vec<Remark>) {
    let mut reading = Reading { source: markdown, ..Reading::default() };
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter();
    for (event, span) in TextMergeWithOffset::new(events) {
        reading.take(event, span);
    }
    reading.end_clause();
    reading.resolve_links();
    (reading.clauses, html::sanitize(&reading.html), reading.remarks)
}

#[derive(Default)]
struct Reading<'a> {
    source: &'a str,
    clauses: Vec<Clause>,
    html: String,
    remarks: Vec<Remark>,
    anchors: BTreeSet<String>,
    /// The headings that what follows stands under, highest first.
    headings: Vec<usize>,
    /// What the next clause is, and where in `html` its id goes; none where no anchor may stand.
    slot: Option<(ClauseKind, usize)>,
    open: Option<OpenClause>,
    /// For each open link whether its tag was written.
    links: Vec<bool>,
    /// Links into this text, to be checked once all anchors are known.
    inner_links: Vec<InnerLink>,
    in_table_head: bool,
    in_code_block: bool,
}

/// The clause being gathered.
struct OpenClause {
    kind: ClauseKind,
    slot: Option<usize>,
    text: String,
    span: Range<usize>,
    /// The run of text it ends with so far; none after any other mark.
    tail: Option<Tail>,
    /// A line ended; whether that is a space depends on what the next one begins with.
    line_ended: bool,
}

struct Tail {
    span: Range<usize>,
    text_at: usize,
    html_at: usize,
}

struct InnerLink {
    anchor: String,
    span: Range<usize>,
    /// The range of ` href="…"` in `html`.
    written: Range<usize>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, span),
            Event::Code(code) => {
                self.html.push_str("<code>");
                self.words(&code, span);
                self.html.push_str("</code>");
            }
            // Remarked where the block begins, not for each of its lines.
            Event::Html(raw) => self.words(&raw, span),
            Event::InlineHtml(raw) => {
                self.remark(RemarkKind::RawHtml, span.clone());
                self.words(&raw, span);
            }
            Event::SoftBreak => {
                let clause = self.clause(span);
                clause.line_ended = true;
                clause.tail = None;
            }
            Event::HardBreak => {
                self.words("\n", span);
                self.html.push_str("<br>");
            }
            Event::Rule => {
                self.end_clause();
                self.html.push_str("<hr>");
            }
            // Their syntax is not switched on.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                let kind = match self.slot {
                    // An item's own anchor may stand at the end of its first paragraph.
                    Some((ClauseKind::Item, _)) => ClauseKind::Item,
                    Some(_) | None => ClauseKind::Paragraph,
                };
                self.open_block("p", Some(kind));
            }
            Tag::Heading { level, .. } => {
                self.open_block(heading_tag(level), Some(ClauseKind::Heading(level as u8)));
            }
            Tag::Item => self.open_block("li", Some(ClauseKind::Item)),
            Tag::BlockQuote(_) => self.open_block("blockquote", None),
            Tag::List(None) => self.open_block("ul", None),
            Tag::List(Some(first)) => {
                self.open_block("ol", None);
                if first != 1 {
                    let inside = self.html.len() - ">".len();
                    self.html.insert_str(inside, &format!(" start=\"{first}\""));
                }
            }
            Tag::CodeBlock(_) => {
                self.open_block("pre", None);
                self.in_code_block = true;
            }
            Tag::HtmlBlock => {
                self.remark(RemarkKind::RawHtml, span);
                self.open_block("p", None);
            }
            Tag::Table(_) => self.open_block("table", None),
            Tag::TableHead => {
                self.open_block("thead", None);
                self.html.push_str("<tr>");
                self.in_table_head = true;
            }
            Tag::TableRow => self.open_block("tr", None),
            Tag::TableCell => self.html.push_str(if self.in_table_head { "<th>" } else { "<td>" }),
            Tag::Emphasis => self.inline("<em>", span),
            Tag::Strong => self.inline("<strong>", span),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url, span),
            Tag::Image { .. } => self.remark(RemarkKind::Image, span),
            // Their syntax is not switched on.
            Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.close_block("</p>"),
            TagEnd::Heading(level) => self.close_block(&format!("</{}>", heading_tag(level))),
            TagEnd::Item => self.close_block("</li>"),
            TagEnd::BlockQuote(_) => self.close_block("</blockquote>"),
            TagEnd::List(true) => self.close_block("</ol>"),
            TagEnd::List(false) => self.close_block("</ul>"),
            TagEnd::CodeBlock => {
                self.in_code_block = false;
                self.close_block("</pre>");
            }
            TagEnd::Table => self.close_block("</tbody></table>"),
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.close_block("</tr></thead><tbody>");
            }
            TagEnd::TableRow => self.close_block("</tr>"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.end_inline("</em>"),
            TagEnd::Strong => self.end_inline("</strong>"),
            TagEnd::Link => {
                let written = self.links.pop().unwrap_or(false);
                self.end_inline(if written { "</a>" } else { "" });
            }
            TagEnd::Image => self.end_inline(""),
            TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Begins a block; `clause` says what its words are, if they may have an anchor.
    fn open_block(&mut self, tag: &str, clause: Option<ClauseKind>) {
        self.end_clause();
        self.html.push('<');
        self.html.push_str(tag);
        self.slot = clause.map(|kind| (kind, self.html.len()));
        self.html.push('>');
    }

    fn close_block(&mut self, tag: &str) {
        self.end_clause();
        self.slot = None;
        self.html.push_str(tag);
    }

    fn inline(&mut self, tag: &str, span: Range<usize>) {
        self.clause(span).tail = None;
        self.html.push_str(tag);
    }

    fn end_inline(&mut self, tag: &str) {
        self.html.push_str(tag);
        if let Some(clause) = &mut self.open {
            clause.tail = None;
        }
    }

    fn end_cell(&mut self) {
        self.html.push_str(if self.in_table_head { "</th>" } else { "</td>" });
        if let Some(clause) = &mut self.open {
            clause.text.push(' ');
            clause.tail = None;
        }
    }

    fn open_link(&mut self, address: &CowStr<'_>, span: Range<usize>) {
        let external = address.get(..8).is_some_and(|it| it.eq_ignore_ascii_case("https://"));
        let inner = address.strip_prefix('#');
        self.links.push(external || inner.is_some());
        if external {
            self.inline("<a href=\"", span);
            html::push_escaped(&mut self.html, address);
            self.html.push_str(&format!("\" rel=\"{EXTERNAL}\">"));
        } else if let Some(anchor) = inner {
            self.inline("<a", span.clone());
            let start = self.html.len();
            self.html.push_str(&format!(" href=\"#{ID_PREFIX}"));
            html::push_escaped(&mut self.html, anchor);
            self.html.push('"');
            let written = start..self.html.len();
            self.inner_links.push(InnerLink { anchor: anchor.to_owned(), span, written });
            self.html.push('>');
        } else {
            self.remark(RemarkKind::Link(address.to_string()), span);
        }
    }

    fn text(&mut self, text: &str, span: Range<usize>) {
        if self.in_code_block {
            return self.words(text, span);
        }
        let text_at = self.clause(span.clone()).text.len();
        let html_at = self.html.len();
        self.words(text, span.clone());
        self.clause(span.clone()).tail = Some(Tail { span: span.clone(), text_at, html_at });
        // An anchor that turns out to be one when the clause ends takes its remark back.
        let bad = anchor::meant(self.source, span).map(|span| Remark { kind: RemarkKind::BadAnchor, span });
        self.remarks.extend(bad);
    }

    /// Adds words to the clause and to the page.
    fn words(&mut self, words: &str, span: Range<usize>) {
        let clause = self.clause(span);
        clause.tail = None;
        let needs_space = clause.line_ended && !joins(clause.text.chars().next_back(), words.chars().next());
        clause.line_ended = false;
        if needs_space {
            clause.text.push(' ');
        }
        clause.text.push_str(words);
        if needs_space {
            self.html.push(' ');
        }
        html::push_escaped(&mut self.html, words);
    }

    /// The clause that words at `span` belong to.
    fn clause(&mut self, span: Range<usize>) -> &mut OpenClause {
        let slot = &mut self.slot;
        let clause = self.open.get_or_insert_with(|| {
            let (kind, slot) = slot.take().unzip();
            OpenClause {
                kind: kind.unwrap_or(ClauseKind::Paragraph),
                slot,
                text: String::new(),
                span: span.clone(),
                tail: None,
                line_ended: false,
            }
        });
        clause.span.end = clause.span.end.max(span.end);
        clause
    }

    fn end_clause(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        let anchor = open.tail.take().and_then(|tail| self.name(&mut open, tail));
        let index = self.clauses.len();
        let under = match open.kind {
            ClauseKind::Heading(level) => {
                self.headings
                    .retain(|it| matches!(self.clauses[*it].kind, ClauseKind::Heading(it) if it < level));
                let above = self.headings.last().copied();
                self.headings.push(index);
                above
            }
            ClauseKind::Paragraph | ClauseKind::Item => self.headings.last().copied(),
        };
        let text = open.text.trim().to_owned();
        self.clauses.push(Clause { anchor, kind: open.kind, text, span: open.span, under });
    }

    /// Takes the anchor, if there is one, out of words and page and puts it into the tag.
    fn name(&mut self, open: &mut OpenClause, tail: Tail) -> Option<String> {
        let slot = open.slot?;
        let found = anchor::at_end(self.source, tail.span)?;
        let written = &self.source[found.clone()];
        // Entities may make the text look different from its source; then it is not what we think it is.
        let words = open.text[tail.text_at..].trim_end().strip_suffix(written)?.trim_end().to_owned();
        let anchor = written[2..written.len() - 1].to_owned();

        open.text.truncate(tail.text_at);
        open.text.push_str(&words);
        self.html.truncate(tail.html_at);
        html::push_escaped(&mut self.html, &words);
        self.remarks.retain(|it| it.kind != RemarkKind::BadAnchor || it.span != found);

        if !self.anchors.insert(anchor.clone()) {
            self.remark(RemarkKind::DuplicateAnchor(anchor), found);
            return None;
        }
        self.put(slot, &format!(" id=\"{ID_PREFIX}{anchor}\""));
        Some(anchor)
    }

    /// Writes into what is written already.
    fn put(&mut self, at: usize, attribute: &str) {
        self.html.insert_str(at, attribute);
        for link in self.inner_links.iter_mut().filter(|it| at <= it.written.start) {
            link.written.start += attribute.len();
            link.written.end += attribute.len();
        }
    }

    /// Links to clauses that are not there become plain words.
    fn resolve_links(&mut self) {
        // From the end, so that the places of earlier ones stay right.
        for link in std::mem::take(&mut self.inner_links).into_iter().rev() {
            if !self.anchors.contains(&link.anchor) {
                self.html.replace_range(link.written, "");
                self.remark(RemarkKind::Link(format!("#{}", link.anchor)), link.span);
            }
        }
        self.remarks.sort_by_key(|it| it.span.start);
    }

    fn remark(&mut self, kind: RemarkKind, span: Range<usize>) {
        self.remarks.push(Remark { kind, span });
    }
}

fn heading_tag(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}

/// Chinese has no space where a line ends.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    before.zip(after).is_none_or(|(before, after)| is_chinese(before) && is_chinese(after))
}

/// Characters and punctuation of Chinese text.
fn is_chinese(char: char) -> bool {
    matches!(char, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
