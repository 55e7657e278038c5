//! Finding a policy in either language, and reading it.

use crate::at_first_question;

#[tokio::test]
async fn a_passage_found_in_chinese_opens_marked_and_the_words_are_kept() {
    find_and_open("开办公司补贴").await;
}

#[tokio::test]
async fn a_passage_found_in_english_opens_marked_and_the_words_are_kept() {
    find_and_open("grant for first company").await;
}

async fn find_and_open(words: &str) {
    let (window, _data) = at_first_question().await;
    window.press("rail-policies").await;
    window.fill("search", words).await;
    window
        .wait("a passage with marks", "return document.querySelector('[data-testid=hit] mark') !== null")
        .await;
    let hit =
        "[...document.querySelectorAll('[data-testid=hit]')].find(it => it.querySelector('.kind') === null)";
    let policy = window
        .ask(&format!("const hit = {hit}; hit.querySelector('button').click(); return hit.dataset.id"))
        .await;
    assert!(policy.is_string(), "{words}: {policy}");

    window.see("reader").await;
    window.wait_text("query", words).await;
    window.press("go-back").await;
    window.see("found").await;
    let kept = window.see("search").await.prop("value").await.expect("a field has a value");
    assert_eq!(kept.as_deref(), Some(words));
    window.close().await;
}

#[tokio::test]
async fn a_policy_whose_time_is_over_looks_like_it() {
    let (window, _data) = at_first_question().await;
    let shelf = window.command("shelf").await;
    let over = ["expired", "superseded"];
    let policies =
        shelf.as_array().into_iter().flatten().flat_map(|it| it["policies"].as_array().into_iter().flatten());
    let expired = policies
        .filter(|it| over.contains(&it["status"]["value"].as_str().unwrap_or_default()))
        .find_map(|it| it["policy"].as_str())
        .expect("the pack has a policy whose newest edition is over");
    window.press("rail-policies").await;
    window.press(&format!("shelf-{expired}")).await;
    assert!(over.contains(&window.attr("reader", "data-status").await.as_str()));
    assert!(over.contains(&window.attr("status-banner", "data-status").await.as_str()));
    window.close().await;
}

#[tokio::test]
async fn a_list_is_found_by_search_and_by_palette_and_opens() {
    let (window, _data) = at_first_question().await;
    let question = "document.querySelector('[data-subject=hires]') !== null";
    window.press("rail-policies").await;
    window.fill("search", "招用了哪些人").await;
    let hit = "document.querySelector('[data-testid=hit][data-id=hires] button')";
    window.wait("the list among the hits", &format!("return {hit} !== null")).await;
    window.ask(&format!("{hit}.click(); return true")).await;
    window.wait("the list", &format!("return {question}")).await;

    window.press("rail-start").await;
    window.ctrl("k").await;
    window.fill("palette-box", "people hired").await;
    let option = "[...document.querySelectorAll('[data-testid=palette-option]')].find(it => it.textContent.includes('问题'))";
    window.wait("the list in the palette", &format!("return {option} !== undefined")).await;
    window.ask(&format!("{option}.click(); return true")).await;
    window.wait("the list", &format!("return {question}")).await;
    window.close().await;
}
