//! What is kept on disk: profiles and answers in an encrypted SQLite file.
