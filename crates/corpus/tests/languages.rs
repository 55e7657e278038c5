//! Words that are not in their language, and clauses that only one language names.

mod support;

use expect_test::expect;
use support::check_remarks;

#[test]
fn words_that_were_not_translated() {
    check_remarks(
        r#"
//- papers/papers.toml
[[paper]]
id = "licence"
zh = "Licence"
en = "Licence"
form = { zh = "a copy", en = "复印件，加盖公章" }
//- grants/rent/2025/zh.md
## 给谁 {#who}
At most ten people.

多的不行。
//- grants/rent/2025/en.md
## For whom (给谁) {#who}
不超过十人。

多的不行。
"#,
        expect![[r#"
            warning[untranslated]: the English words are Chinese
              --> grants/rent/2025/en.md:2:1
              | 不超过十人。
              | ^^^^^^^^^^^^
              = translate them; an official name may follow in brackets or quotes

            warning[copied-over]: the words are the same in both languages
              --> grants/rent/2025/en.md:4:1
              | 多的不行。
              | ^^^^^^^^^^
              = translate them

            warning[untranslated]: the Chinese words have no Chinese character in them
              --> grants/rent/2025/zh.md:2:1
              | At most ten people.
              | ^^^^^^^^^^^^^^^^^^^
              = translate them; a name may stand in Latin letters beside its Chinese

            warning[copied-over]: the words are the same in both languages
              --> papers/papers.toml:4:6
              | en = "Licence"
              |      ^^^^^^^^^
              = translate them, or leave one out until they are

            warning[untranslated]: the Chinese words have no Chinese character in them
              --> papers/papers.toml:5:15
              | form = { zh = "a copy", en = "复印件，加盖公章" }
              |               ^^^^^^^^
              = translate them; a name may stand in Latin letters beside its Chinese
        "#]],
    );
}

#[test]
fn names_and_numbers_need_no_translation() {
    check_remarks(
        r#"
//- papers/papers.toml
[[paper]]
id = "licence"
zh = "执照"
en = "Licence, from 一网通办 (“营业执照，副本”), by 沪府规〔2024〕1号"
form = { zh = "A4", en = "A4" }
"#,
        expect![[""]],
    );
}

#[test]
fn clauses_named_in_one_language_only() {
    check_remarks(
        r#"
//- grants/rent/2025/zh.md
## 给谁 {#who}
不超过十人。 {#ten}
//- grants/rent/2025/en.md
## For whom {#who}
At most ten people.

See [what](#nowhere) it pays. {#pays}
"#,
        expect![[r#"
            warning[other-anchors]: `grants/rent/2025/zh.md` has no clause called `pays`
              --> grants/rent/2025/en.md:4:1
              | See [what](#nowhere) it pays. {#pays}
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = name the same clause there, or take the name away here

            warning[bad-link]: `#nowhere` is neither an https address nor a clause of this text
              --> grants/rent/2025/en.md:4:5
              | See [what](#nowhere) it pays. {#pays}
              |     ^^^^^^^^^^^^^^^^

            warning[other-anchors]: `grants/rent/2025/en.md` has no clause called `ten`
              --> grants/rent/2025/zh.md:2:1
              | 不超过十人。 {#ten}
              | ^^^^^^^^^^^^^^^^^^^
              = name the same clause there, or take the name away here
        "#]],
    );
}
