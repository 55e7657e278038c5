//! What may be added to what: unlike kinds of money never are.

use policy::AmountKind;

/// Kinds of amounts that add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purse {
    /// Money that comes, or comes back.
    Grants,
    /// Tax not paid.
    TaxRelief,
    /// Interest paid by others.
    Interest,
    /// Money lent.
    Loans,
    /// What is worth so much and is no money.
    Services,
}

impl Purse {
    /// Every one, in the order in which they are told.
    pub const ALL: [Purse; 5] =
        [Purse::Grants, Purse::TaxRelief, Purse::Interest, Purse::Loans, Purse::Services];

    /// The one that a kind of amount belongs to.
    pub fn of(kind: AmountKind) -> Purse {
        match kind {
            AmountKind::Grant | AmountKind::Reimbursement => Purse::Grants,
            AmountKind::TaxRelief => Purse::TaxRelief,
            AmountKind::InterestSubsidy => Purse::Interest,
            AmountKind::Loan => Purse::Loans,
            AmountKind::Service => Purse::Services,
        }
    }

    /// Whether it makes one richer: a loan is given back.
    pub(crate) fn comes_to_hand(self) -> bool {
        match self {
            Purse::Grants | Purse::TaxRelief | Purse::Interest => true,
            Purse::Loans | Purse::Services => false,
        }
    }
}
