//! Dated figures, tables of rates and other policies: what is named in a call rather than by itself.

use super::{Checker, names::read_table};
use crate::{
    Id, ParamDay, ParameterRef, PolicyId, Quantity, Text,
    lang::{
        ast::{Ast, Kind},
        mistake::{Code, did_you_mean},
        scope::Thing,
    },
};

/// A parameter by what it holds.
enum Parameter {
    Figure(ParameterRef),
    Table(ParameterRef),
}

impl Checker<'_> {
    /// A dated number, on a day or on the day of assessment.
    pub(super) fn figure(&mut self, name: &Ast, day: Option<&Ast>) -> Option<Quantity> {
        let found = match self.parameter(name) {
            Some(Parameter::Table(_)) => {
                let hint = read_table(&name.to_string());
                let message = format!("`{name}` is a table of rates, not one figure");
                self.wrong(name, Code::WrongParameter, message, hint)
            }
            Some(Parameter::Figure(found)) => Some(found),
            None => None,
        };
        let day = match day {
            Some(day) => ParamDay::On(Box::new(self.expect(day)?)),
            None => {
                self.uses.as_of = true;
                ParamDay::AsOf
            }
        };
        Some(Quantity::Parameter(found?, day))
    }

    /// A table of rates, as it is on the day of assessment, and what is looked up in it.
    pub(super) fn table(
        &mut self,
        name: &Ast,
        x: &Ast,
        meaning: fn(ParameterRef, Box<Quantity>) -> Quantity,
    ) -> Option<Quantity> {
        self.uses.as_of = true;
        let found = match self.parameter(name) {
            Some(Parameter::Figure(_)) => {
                let message = format!("`{name}` is one figure, not a table of rates");
                self.wrong(
                    name,
                    Code::WrongParameter,
                    message,
                    Text::new(format!("请写 `param({name})`"), format!("write `param({name})`")),
                )
            }
            Some(Parameter::Table(found)) => Some(found),
            None => None,
        };
        let x = self.expect(x)?;
        Some(meaning(found?, Box::new(x)))
    }

    fn parameter(&mut self, ast: &Ast) -> Option<Parameter> {
        let Kind::Name(name) = &ast.kind else {
            return self.wrong(ast, Code::UnknownParameter, "the name of a parameter is needed here", None);
        };
        let scope = self.scope;
        let (found, at) = match scope.find(name) {
            Some(Thing::Figure(at)) => (Parameter::Figure(*at), at),
            Some(Thing::Table(at)) => (Parameter::Table(*at), at),
            Some(Thing::Broken) => return self.broken(ast, name),
            Some(Thing::Fact(..) | Thing::Derived(..) | Thing::List(_)) | None => {
                let parameters =
                    scope.names().filter(|it| matches!(it.1, Thing::Figure(_) | Thing::Table(_)));
                let hint = did_you_mean(name, parameters.map(|it| it.0));
                return self.wrong(
                    ast,
                    Code::UnknownParameter,
                    format!("no parameter is called `{name}`"),
                    hint,
                );
            }
        };
        self.uses.parameters.insert(*at);
        Some(found)
    }

    /// A policy of the pack. What it says of an enterprise hangs on the day of assessment.
    pub(super) fn policy(&mut self, ast: &Ast) -> Option<PolicyId> {
        let id = self.id(ast, "a policy")?;
        if self.scope.amounts(id.as_str()).is_none() {
            let hint = did_you_mean(id.as_str(), self.scope.policies());
            return self.wrong(ast, Code::UnknownPolicy, format!("no policy is called `{id}`"), hint);
        }
        let policy: PolicyId = id.as_str().parse().expect("ids of policies are spelled like all ids");
        self.uses.as_of = true;
        self.uses.policies.insert(policy.clone());
        Some(policy)
    }

    /// `amount('policy', 'amount')`
    pub(super) fn amount(&mut self, policy: &Ast, amount: &Ast) -> Option<Quantity> {
        let policy = self.policy(policy);
        let id = self.id(amount, "an amount");
        let (policy, id) = (policy?, id?);
        match self.scope.amounts(policy.as_str()).flatten() {
            Some(amounts) if !amounts.contains(&id) => {
                let hint = did_you_mean(id.as_str(), amounts.iter().map(Id::as_str));
                let message = format!("the policy `{policy}` has no amount `{id}`");
                self.wrong(amount, Code::UnknownAmount, message, hint)
            }
            Some(_) | None => Some(Quantity::Amount(policy, id)),
        }
    }

    fn id(&mut self, ast: &Ast, of: &str) -> Option<Id> {
        match &ast.kind {
            Kind::Quoted(id) => Some(id.clone()),
            _ => {
                let message = format!("the id of {of} in quotes is needed here");
                self.wrong(ast, Code::WrongArguments, message, None)
            }
        }
    }
}
