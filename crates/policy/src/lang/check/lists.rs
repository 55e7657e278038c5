//! Functions over the entries of a list and over the months of a time.

use super::{Checker, Meant};
use crate::{
    ListRef, Quantity, Text,
    lang::{
        ast::{Ast, Kind},
        mistake::{Code, did_you_mean},
        scope::Thing,
    },
};

impl Checker<'_> {
    /// A list by its name.
    pub(super) fn list(&mut self, ast: &Ast) -> Option<ListRef> {
        let Kind::Name(name) = &ast.kind else {
            return self.wrong(ast, Code::UnknownList, "the name of a list is needed here", None);
        };
        let scope = self.scope;
        match scope.find(name) {
            Some(Thing::List(list)) => {
                self.uses.lists.insert(*list);
                Some(*list)
            }
            Some(Thing::Broken) => self.broken(ast, name),
            Some(Thing::Fact(..) | Thing::Derived(..) | Thing::Figure(_) | Thing::Table(_)) | None => {
                let lists = scope.names().filter(|it| matches!(it.1, Thing::List(_)));
                let hint = match name.as_str() {
                    "had" => {
                        Some(Text::new("问某一项政策：`had('policy')`", "ask of one policy: `had('policy')`"))
                    }
                    _ => did_you_mean(name, lists.map(|it| it.0)),
                };
                self.wrong(ast, Code::UnknownList, format!("no list is called `{name}`"), hint)
            }
        }
    }

    /// What is asked of each entry of a list: its facts and those of the enterprise are in reach.
    pub(super) fn of_each_entry<T: Meant>(&mut self, list: Option<ListRef>, ast: &Ast) -> Option<Box<T>> {
        let outside = self.context.entry;
        // Of an unknown list nothing is known that could be asked.
        self.context.entry = Some(list?);
        self.in_list = true;
        let read = self.expect(ast);
        self.in_list = false;
        self.context.entry = outside;
        read.map(Box::new)
    }

    /// Entries of entries have no names: the list functions do not nest.
    pub(super) fn refuse_nested_list(&mut self, ast: &Ast) -> Option<()> {
        if !self.in_list {
            return Some(());
        }
        let hint = Text::new("把里面那个写成派生情况", "make a derived fact of the inner one");
        self.wrong(ast, Code::NestedList, "a function over a list stands within another", hint)
    }

    /// `months(from, to, m => value)`
    pub(super) fn months(&mut self, ast: &Ast, from: &Ast, to: &Ast, value: &Ast) -> Option<Quantity> {
        if self.in_months {
            let hint = Text::new("把里面那个写成派生情况", "make a derived fact of the inner one");
            return self.wrong(ast, Code::NestedMonths, "`months` stands within `months`", hint);
        }
        let ends = self.both(from, to);
        self.in_months = true;
        let value = self.expect(value);
        self.in_months = false;
        let ((from, to), value) = (ends?, value?);
        Some(Quantity::Months(from, to, Box::new(value)))
    }
}
