//! Scores a file of sentences in the form of `data/sentences.tsv`: each that is
//! not understood as it says, and how many are.

use klantwijzer_ask::evaluation::{evaluate, parsed};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let score = evaluate(&parsed(&std::fs::read_to_string(&path)?));
        for miss in &score.misses {
            println!("{}\n    expected {}\n    found    {}", miss.text, miss.expected, miss.found);
        }
        println!(
            "{path}: {} of {} right, {} unclear, {} confidently wrong",
            score.right, score.total, score.unclear, score.wrong_confident
        );
    }
    Ok(())
}
