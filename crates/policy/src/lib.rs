//! The nouns: ids, facts, dates, money, conditions, the language of rules, the catalog.
