//! What holds of every text and of every tree.

use policy::{
    Date, Number,
    lang::{Arm, Ast, Context, Kind, Operator, check_derived, check_test, parse},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::world::{HIRES, scope};

/// Pieces that stand in rules, so that random texts come near to being some.
const PIECES: [&str; 44] = [
    "if",
    "then",
    "else",
    "or",
    "and",
    "not",
    "in",
    "overlaps",
    "match",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ",",
    "=>",
    "==",
    "<=",
    ">",
    "..=",
    "+",
    "-",
    "*",
    "/",
    "1",
    "2.5",
    "2024-01-31",
    "'company'",
    "'green'",
    "true",
    "form",
    "tags",
    "headcount",
    "rent",
    "registered",
    "as_of",
    "hires",
    "graduate",
    "count(",
    "max(",
    "months(",
    "m",
    "= ＝",
];

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        drop(parse(&text));
    }

    #[test]
    fn no_row_of_pieces_makes_it_panic(pieces in vec(select(&PIECES[..]), 0..24)) {
        let text = pieces.join(" ");
        match parse(&text) {
            Ok(ast) => {
                prop_assert_eq!(parse(&ast.to_string()).unwrap(), ast.clone());
                let context = Context { entry: Some(HIRES), counted: true };
                drop(check_derived(&ast, &mut scope(), context));
            }
            Err(mistakes) => {
                prop_assert!(!mistakes.is_empty());
                for it in mistakes {
                    prop_assert!(text.get(it.span.clone()).is_some(), "{it:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_printed_reads_the_same(ast in trees()) {
        let printed = ast.to_string();
        let again = parse(&printed).unwrap_or_else(|it| panic!("{printed}: {it:?}"));
        prop_assert_eq!(&again, &ast, "{}", &printed);
        prop_assert_eq!(again.to_string(), printed);
    }

    #[test]
    fn checking_random_trees_gives_a_meaning_or_a_mistake(ast in trees()) {
        if let Err(mistakes) = check_test(&ast, &scope(), Context::default()) {
            prop_assert!(!mistakes.is_empty());
        }
    }
}

/// Any tree that can be written.
fn trees() -> impl Strategy<Value = Ast> {
    let leaf = prop_oneof![
        (0_i64..5000, 0_u32..3).prop_map(|(digits, places)| Kind::Number(scaled(digits, places))),
        select(vec!["company", "green", "grant"]).prop_map(|it| Kind::Quoted(it.parse().unwrap())),
        any::<bool>().prop_map(Kind::Truth),
        (1_i64..=9999, 1_i64..=12, 1_i64..=28).prop_map(|(y, m, d)| Kind::Date(Date::new(y, m, d).unwrap())),
        select(vec!["headcount", "registered", "as_of", "form", "tags", "hires", "m", "n"])
            .prop_map(|it| Kind::Name(it.to_owned())),
    ];
    leaf.prop_map(ast).prop_recursive(6, 60, 4, |inner| branches(inner.boxed()).prop_map(ast))
}

fn branches(inner: BoxedStrategy<Ast>) -> impl Strategy<Value = Kind> {
    let boxed = inner.clone().prop_map(Box::new);
    let arm = (inner.clone(), inner.clone()).prop_map(|(test, value)| Arm { test, value });
    prop_oneof![
        vec(inner.clone(), 0..3).prop_map(Kind::List),
        boxed.clone().prop_map(Kind::Not),
        boxed.clone().prop_map(Kind::Negated),
        (select(&Operator::ALL[..]), boxed.clone(), boxed.clone())
            .prop_map(|(op, a, b)| Kind::Binary(op, a, b)),
        (boxed.clone(), boxed.clone(), boxed.clone()).prop_map(|(test, then, otherwise)| Kind::If {
            test,
            then,
            otherwise
        }),
        (vec(arm, 1..3), option::of(boxed.clone()))
            .prop_map(|(arms, otherwise)| Kind::Match { arms, otherwise }),
        (select(vec!["count", "max", "round", "had", "strange"]), vec(inner, 0..4))
            .prop_map(|(name, arguments)| Kind::Call { name: name.to_owned(), arguments }),
        (boxed.clone(), boxed.clone(), boxed).prop_map(|(from, to, value)| Kind::Months { from, to, value }),
    ]
}

fn ast(kind: Kind) -> Ast {
    Ast::new(kind, 0..0)
}

fn scaled(digits: i64, places: u32) -> Number {
    Number::from(digits).over(Number::from(10_i64.pow(places))).unwrap()
}
