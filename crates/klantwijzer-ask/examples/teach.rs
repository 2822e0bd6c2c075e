//! Writes `data/learned.txt`: the weights that the sentences in `data/` give.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/learned.txt");
    std::fs::write(path, klantwijzer_ask::learn())
}
