//! A whole book through a review and into answers, with a small sector that
//! scores in process.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails loudly")]

// What a reviewed book answers.
mod answers;
// What holds of every book.
mod properties;
// The book with an answer to every question.
mod fixture;
// What is lacking, and whom notes are about.
mod told;
