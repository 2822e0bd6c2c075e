//! The set of sentences is understood well enough.

use klantwijzer_ask::evaluation::{evaluate, evaluate_follow_ups, follow_ups, sentences};

#[test]
fn the_sentences_are_understood() {
    let all = sentences();
    let mut sets: Vec<&str> = all.iter().map(|sentence| sentence.set.as_str()).collect();
    sets.sort_unstable();
    sets.dedup();
    for set in sets {
        let score = evaluate(all.iter().filter(|sentence| sentence.set == set));
        for miss in &score.misses {
            println!("{}\n    expected {}\n    found    {}", miss.text, miss.expected, miss.found);
        }
        println!(
            "{set}: {} of {} right, {} unclear, {} confidently wrong",
            score.right, score.total, score.unclear, score.wrong_confident
        );
    }
    let score = evaluate(&all);
    assert!(score.total >= 300, "{} sentences", score.total);
    assert!(score.right_share() >= 0.95, "{} of {} right", score.right, score.total);
    assert!(score.wrong_share() <= 0.01, "{} confidently wrong", score.wrong_confident);
}

#[test]
fn the_follow_ups_are_understood() {
    let all = follow_ups();
    let score = evaluate_follow_ups(&all);
    for miss in &score.misses {
        println!("{}\n    expected {}\n    found    {}", miss.text, miss.expected, miss.found);
    }
    println!(
        "follow-ups: {} of {} right, {} unclear, {} confidently wrong",
        score.right, score.total, score.unclear, score.wrong_confident
    );
    assert!(score.total >= 60, "{} follow-ups", score.total);
    assert!(score.right_share() >= 0.95, "{} of {} right", score.right, score.total);
    assert!(score.wrong_share() <= 0.01, "{} confidently wrong", score.wrong_confident);
}
