//! A tree of meaning whose type is only known once it is read.

use std::fmt;

use crate::{Day, Pick, Picks, Quantity, Test};

/// A tree of any type.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Typed {
    Test(Test),
    Quantity(Quantity),
    Day(Day),
    Pick(Pick),
    Picks(Picks),
}

/// The types of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Test,
    Quantity,
    Day,
    Pick,
    Picks,
}

impl Typed {
    pub(super) fn kind(&self) -> Type {
        match self {
            Typed::Test(_) => Type::Test,
            Typed::Quantity(_) => Type::Quantity,
            Typed::Day(_) => Type::Day,
            Typed::Pick(_) => Type::Pick,
            Typed::Picks(_) => Type::Picks,
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Type::Test => "a yes or no",
            Type::Quantity => "a number",
            Type::Day => "a date",
            Type::Pick => "one option",
            Type::Picks => "a set of options",
        })
    }
}

/// A tree of one type.
pub(super) trait Meant: Sized {
    const TYPE: Type;

    /// The tree, if it is of this type.
    fn of(typed: Typed) -> Option<Self>;
}

macro_rules! meant {
    ($($tree:ident)*) => {$(
        impl Meant for $tree {
            const TYPE: Type = Type::$tree;

            fn of(typed: Typed) -> Option<$tree> {
                if let Typed::$tree(tree) = typed { Some(tree) } else { None }
            }
        }

        impl From<$tree> for Typed {
            fn from(tree: $tree) -> Typed {
                Typed::$tree(tree)
            }
        }
    )*};
}

meant!(Test Quantity Day Pick Picks);
