//! From the first question to a grant, and from a reason to its clause.

use journeys::{Person, Start, Window};
use tempfile::TempDir;

use crate::at_first_question;

const GRANT: &str = "first-time-founder-grant";

#[tokio::test]
async fn a_graduate_with_a_first_company_sees_the_grant_and_the_clause_it_rests_on() {
    let (window, _data) = at_first_question().await;
    let asked = Person::read("chen-xiao").answer_all(&window).await;
    println!("陈晓 was asked {asked} questions");
    window.see("all-answered").await;

    let row = format!("result-row-{GRANT}");
    assert_eq!(window.attr(&row, "data-verdict").await, "eligible");
    window.wait_text(&row, "8,000").await;

    window.press_in(&row, "button").await;
    window.wait_text("verdict", "可以申请").await;
    window.wait_text("amount-grant", "8,000").await;
    assert_eq!(window.attr("condition-first-venture", "data-outcome").await, "met");

    window.press("cite-first-venture").await;
    window.see("reader").await;
    window.wait("the clause in sight", CLAUSE_IN_SIGHT).await;
    assert!(window.text("margin-first-venture").await.starts_with("符合"));
    window.close().await;
}

const CLAUSE_IN_SIGHT: &str = "const clause = document.getElementById('clause-first');
    if (clause === null) return false;
    const { top, bottom } = clause.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight";

#[tokio::test]
async fn of_two_people_hired_one_sees_who_counts() {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start::new(data.path())).await;
    // The question comes early where others were answered; here it is asked for at once.
    let ask = "window.__TAURI_INTERNALS__.invoke('ask', { subject: { kind: 'list', list: 'hires' } })";
    window.ask_later(&format!("{ask}.then(arguments[0])")).await;
    window.press("begin").await;

    let hired = [("2026-03-02", "2000-04-08", "yes"), ("2026-03-02", "1990-04-08", "no")];
    for (n, (hired_on, born_on, graduate)) in hired.into_iter().enumerate() {
        window.press("entry-add").await;
        window.see("entry-form").await;
        date(&window, "hired_on", hired_on).await;
        date(&window, "born_on", born_on).await;
        window.press_in("field-graduate", &format!("input[value={graduate}]")).await;
        for group in GROUPS {
            window.press_in(&format!("field-{group}"), "input[value=no]").await;
        }
        window.press("entry-save").await;
        window.see(&format!("entry-e{}", n + 1)).await;
    }
    window.press("continue").await;
    window.see("told-hires").await;
    window.wait_text("told-hires", "2").await;

    let page = window.command("sitting").await;
    assert!(page["results"].as_array().is_some_and(|it| !it.is_empty()));
    window.press_in("result-row-one-off-hiring-subsidy", "button").await;
    window.see("standings").await;
    window.see("standing-e1").await;
    assert_eq!(window.attr("standing-e2", "data-outcome").await, "unmet");
    assert_ne!(window.attr("standing-e1", "data-outcome").await, "unmet");
    window.close().await;
}

/// Whoever belongs to none of these counts only as a graduate.
const GROUPS: [&str; 5] =
    ["registered_unemployed", "recognised_hard_to_employ", "xiebao", "rural_surplus_worker", "demobilised"];

/// Fills in a date of an entry's form.
async fn date(window: &Window, fact: &str, date: &str) {
    window.see(&format!("field-{fact}")).await;
    for (part, field) in date.split('-').zip(["date-year", "date-month", "date-day"]) {
        window.fill_in(&format!("field-{fact}"), &format!("[data-testid={field}]"), part).await;
    }
}
