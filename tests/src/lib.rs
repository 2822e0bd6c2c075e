//! Whole-program tests of Klantwijzer: see `program`.
