//! What is read from a text: clauses, contents, page, passages, remarks.

use expect_test::{Expect, expect};
use prose::{ClauseKind, Document};

#[test]
fn clauses_are_found_down_to_the_list_item() {
    check(
        include_str!("texts/first-time-founder-grant.zh.md"),
        expect![[r#"
        h2 #what: 这是什么
        p < 这是什么: 第一次在上海办企业或小店，做满一年，并且至少给一个人缴满六个月社保，市里一次性补 8,000 元。钱打到创办人自己的社保卡里。
        h2 #who: 给谁
        p < 给谁: 登记那天的法定代表人或负责人，是下面两种人之一：
        item #graduate < 给谁: 本市户籍、毕业两年以内的高校毕业生，学历能在学信网查到；
        item #hard-to-employ < 给谁: 本市户籍、经人社部门认定的就业困难人员。
        h2 #conditions: 条件
        item #first < 条件: 在本市第一次办小微企业、个体工商户、农民合作社或民办非企业单位，由本人任法定代表人或负责人；
        item #one-year < 条件: 登记后经营满一年；
        item #insured < 条件: 至少为一个人缴满六个月职工社会保险；缴费单位、用工登记单位和申请单位是同一家。
        h2 #amount: 多少
        p < 多少: 8,000 元，一次。同一个负责人只能领一次。
        h2 #when: 什么时候
        p < 什么时候: 条件都满足之后，到登记满 18 个月那天为止。过了就不能再申请。
        h2 #how: 带什么，到哪里
        p < 带什么，到哪里: 可以在市人社局自助经办系统里办，也可以到登记地所在区的就业促进中心创业指导窗口。社保卡要先开通金融功能。
        h2 #open: 没有查到的
        p < 没有查到的: 这一版通知从 2023 年哪一天开始、到哪一天为止，没有查到。最近一次见到它仍在实施是 2024 年 11 月，申请前请打 12333 问一句。
        <h2 id="clause-what">这是什么</h2><p>第一次在上海办企业或小店，做满一年，并且至少给一个人缴满六个月社保，市里一次性补 8,000 元。钱打到创办人自己的社保卡里。</p><h2 id="clause-who">给谁</h2><p>登记那天的法定代表人或负责人，是下面两种人之一：</p><ul><li id="clause-graduate">本市户籍、毕业两年以内的高校毕业生，学历能在学信网查到；</li><li id="clause-hard-to-employ">本市户籍、经人社部门认定的就业困难人员。</li></ul><h2 id="clause-conditions">条件</h2><ol><li id="clause-first">在本市第一次办小微企业、个体工商户、农民合作社或民办非企业单位，由本人任法定代表人或负责人；</li><li id="clause-one-year">登记后经营满一年；</li><li id="clause-insured">至少为一个人缴满六个月职工社会保险；缴费单位、用工登记单位和申请单位是同一家。</li></ol><h2 id="clause-amount">多少</h2><p>8,000 元，一次。同一个负责人只能领一次。</p><h2 id="clause-when">什么时候</h2><p>条件都满足之后，到登记满 18 个月那天为止。过了就不能再申请。</p><h2 id="clause-how">带什么，到哪里</h2><p>可以在市人社局自助经办系统里办，也可以到登记地所在区的就业促进中心创业指导窗口。社保卡要先开通金融功能。</p><h2 id="clause-open">没有查到的</h2><p>这一版通知从 2023 年哪一天开始、到哪一天为止，没有查到。最近一次见到它仍在实施是 2024 年 11 月，申请前请打 12333 问一句。</p>
    "#]],
    );
}

#[test]
fn the_other_language_has_the_same_shape() {
    check(
        include_str!("texts/one-off-hiring-subsidy.en.md"),
        expect![[r#"
        h2 #what: What it is
        p < What it is: CNY 2,000 for each new graduate, recent graduate without a first job, or registered unemployed person hired in 2024. Employers do not apply.
        h2 #who: For whom
        p < For whom: Enterprises, social organisations, sole traders and similar employers in Shanghai.
        h2 #people: Who counts
        p < Who counts: People hired in 2024 who, on being hired, were one of these:
        item #class-of-2024 < Who counts: a graduate of 2024 of a Shanghai school;
        item #recent-graduate < Who counts: a graduate who left school at most two years before and had never been employed, of a Shanghai school or with Shanghai hukou;
        item #unemployed < Who counts: a person registered unemployed in Shanghai for three months;
        item #young-unemployed < Who counts: a person registered unemployed in Shanghai, aged 16 to 24.
        h2 #terms: Also
        p < Also: A labour contract of one year or more, and social insurance paid as prescribed.
        h2 #amount: How much
        p < How much: CNY 2,000 per person, once. A person counts once only, even with another employer, and not at all if used for the one-off expansion subsidy.
        h2 #how: How it comes
        p < How it comes: Nobody applies. The office matches its records each month and pays to the unit's insurance account.
        <h2 id="clause-what">What it is</h2><p>CNY 2,000 for each new graduate, recent graduate without a first job, or registered unemployed person hired in 2024. Employers do not apply.</p><h2 id="clause-who">For whom</h2><p>Enterprises, social organisations, sole traders and similar employers in Shanghai.</p><h2 id="clause-people">Who counts</h2><p>People hired in 2024 who, on being hired, were one of these:</p><ul><li id="clause-class-of-2024">a graduate of 2024 of a Shanghai school;</li><li id="clause-recent-graduate">a graduate who left school at most two years before and had never been employed, of a Shanghai school or with Shanghai hukou;</li><li id="clause-unemployed">a person registered unemployed in Shanghai for three months;</li><li id="clause-young-unemployed">a person registered unemployed in Shanghai, aged 16 to 24.</li></ul><h2 id="clause-terms">Also</h2><p>A labour contract of one year or more, and social insurance paid as prescribed.</p><h2 id="clause-amount">How much</h2><p>CNY 2,000 per person, once. A person counts once only, even with another employer, and not at all if used for the one-off expansion subsidy.</p><h2 id="clause-how">How it comes</h2><p>Nobody applies. The office matches its records each month and pays to the unit's insurance account.</p>
    "#]],
    );
}

#[test]
fn every_span_covers_its_clause() {
    for text in [
        include_str!("texts/first-time-founder-grant.zh.md"),
        include_str!("texts/one-off-hiring-subsidy.en.md"),
    ] {
        let (document, remarks) = Document::parse(text);
        assert_eq!(remarks, []);
        for clause in document.clauses() {
            let anchor = clause.anchor.as_ref().map(|it| format!("{{#{it}}}")).unwrap_or_default();
            assert!(text[clause.span.clone()].contains(&clause.text), "{clause:?}");
            assert!(text[clause.span.clone()].ends_with(&anchor), "{clause:?}");
        }
    }
}

#[test]
fn contents_are_the_anchored_headings_of_level_two() {
    let (document, _) =
        Document::parse("# T {#t}\n\n## One {#one}\n\n## Two\n\n### Three {#three}\n\n## Four {#four}");
    let contents: Vec<_> = document.contents().map(|it| it.text.as_str()).collect();
    assert_eq!(contents, ["One", "Four"]);
    let three = document.clause("three").unwrap();
    assert_eq!(document.heading_of(three).map(|it| it.text.as_str()), Some("Two"));
}

#[test]
fn loose_items_nested_items_and_quotes_keep_their_anchors() {
    check(
        "- one {#one}\n\n  more {#more}\n- two {#two}\n  - inner {#inner}\n\n> quoted {#quoted}\n\n1. *last* {#last}",
        expect![[r#"
            item #one: one
            p #more: more
            item #two: two
            item #inner: inner
            p #quoted: quoted
            item #last: last
            <ul><li><p id="clause-one">one</p><p id="clause-more">more</p></li><li><p id="clause-two">two</p><ul><li id="clause-inner">inner</li></ul></li></ul><blockquote><p id="clause-quoted">quoted</p></blockquote><ol><li id="clause-last"><em>last</em></li></ol>
        "#]],
    );
}

#[test]
fn an_anchor_may_stand_on_the_next_line() {
    check(
        "第一行\n第二行\n{#both}\n\nfirst\nsecond {#plain}",
        expect![[r#"
        p #both: 第一行第二行
        p #plain: first second
        <p id="clause-both">第一行第二行</p><p id="clause-plain">first second</p>
    "#]],
    );
}

#[test]
fn tables_and_code_are_clauses_without_anchors() {
    check(
        "| a | b |\n|---|---|\n| 1 | 2 {#no} |\n\n    code {#no}\n",
        expect![[r#"
            p: a b
            p: 1 2 {#no}
            p: code {#no}
            <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2 {#no}</td></tr></tbody></table><pre>code {#no}
            </pre>
            28..33 not an anchor: write `{#a-b-1}` at the very end of a heading, paragraph or list item
        "#]],
    );
}

#[test]
fn links_lead_out_by_https_or_to_a_clause() {
    check(
        "See [the office](https://example.org/a?b=1&c=2), [below](#how), [nowhere](#none), [file](a.md). {#see}\n\n## How {#how}",
        expect![[r##"
            p #see: See the office, below, nowhere, file.
            h2 #how: How
            <p id="clause-see">See <a href="https://example.org/a?b=1&amp;c=2" rel="external noopener noreferrer">the office</a>, <a href="#clause-how">below</a>, <a>nowhere</a>, file.</p><h2 id="clause-how">How</h2>
            64..80 `#none` is neither an https address nor a clause of this text
            82..94 `a.md` is neither an https address nor a clause of this text
        "##]],
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    check(
        "## One {#one}\n\ntwo {#one}\n\nthree {#Not_One}\n\nfour {#in} the middle\n\nfive <b>bold</b> ![logo](https://example.org/x.png)\n\nsix \\{#escaped}\n\n<div>\nseven\n</div>\n",
        expect![[r#"
            h2 #one: One
            p < One: two
            p < One: three {#Not_One}
            p < One: four {#in} the middle
            p < One: five <b>bold</b> logo
            p < One: six {#escaped}
            p < One: <div>
            seven
            </div>
            <h2 id="clause-one">One</h2><p>two</p><p>three {#Not_One}</p><p>four {#in} the middle</p><p>five &lt;b&gt;bold&lt;/b&gt; logo</p><p>six {#escaped}</p><p>&lt;div&gt;
            seven
            &lt;/div&gt;
            </p>
            19..25 the anchor `one` is used twice
            33..43 not an anchor: write `{#a-b-1}` at the very end of a heading, paragraph or list item
            50..55 not an anchor: write `{#a-b-1}` at the very end of a heading, paragraph or list item
            73..76 HTML is not part of our Markdown and is shown as text
            80..84 HTML is not part of our Markdown and is shown as text
            85..119 images are not shown, only their description
            138..157 HTML is not part of our Markdown and is shown as text
        "#]],
    );
}

/// Shows clauses, page and remarks of a text.
#[track_caller]
fn check(markdown: &str, expect: Expect) {
    let (document, remarks) = Document::parse(markdown);
    let mut shown = String::new();
    for clause in document.clauses() {
        let kind = match clause.kind {
            ClauseKind::Heading(level) => format!("h{level}"),
            ClauseKind::Paragraph => "p".to_owned(),
            ClauseKind::Item => "item".to_owned(),
        };
        let anchor = clause.anchor.as_ref().map(|it| format!(" #{it}")).unwrap_or_default();
        let under = document.heading_of(clause).map(|it| format!(" < {}", it.text)).unwrap_or_default();
        shown += &format!("{kind}{anchor}{under}: {}\n", clause.text);
    }
    shown += &format!("{}\n", document.html().trim_end());
    for remark in remarks {
        shown += &format!("{:?} {}\n", remark.span, remark.kind);
    }
    expect.assert_eq(&shown);
}
