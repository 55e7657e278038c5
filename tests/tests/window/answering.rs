//! From the first question to a grant, and from a reason to its clause.

use journeys::Person;

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
