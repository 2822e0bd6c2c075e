//! Memory that the host and a worker share.

use std::io;
use std::mem::size_of;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::slice;

use memmap2::{MmapOptions, MmapRaw};
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, ftruncate, memfd_create};

/// How columns lie in a block of memory. Columns that all begin at the same
/// place of a page compete for the same cache lines: the odd part of the stride
/// staggers them, and keeps them aligned to 64 bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    rows: usize,
    columns: usize,
}

impl Layout {
    const PAGE: usize = 4096;
    const STAGGER: usize = 576;

    pub(crate) fn new(rows: usize, columns: usize) -> Self {
        Self { rows, columns }
    }

    fn stride(self) -> usize {
        (self.rows * size_of::<f64>()).next_multiple_of(Self::PAGE) + Self::STAGGER
    }

    pub(crate) fn bytes(self) -> usize {
        self.stride() * self.columns
    }
}

/// Which side writes a block of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writer {
    Host,
    Worker,
}

/// A block of shared memory, mapped into this process.
#[derive(Debug)]
pub(crate) struct Shared {
    file: OwnedFd,
    map: MmapRaw,
    writable: bool,
}

impl Shared {
    /// A new block of at least `bytes`, for the host. It cannot shrink, which
    /// would kill whoever reads it; what the host writes, nobody else can.
    pub(crate) fn create(bytes: usize, writer: Writer) -> io::Result<Self> {
        let bytes = bytes.next_multiple_of(1 << 21);
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        let file = memfd_create("klantwijzer-columns", flags)?;
        ftruncate(&file, bytes as u64)?;
        let shared = Self::open(file, bytes, writer == Writer::Host)?;
        let mut seals = SealFlags::SHRINK | SealFlags::GROW;
        if writer == Writer::Host {
            seals |= SealFlags::FUTURE_WRITE;
        }
        fcntl_add_seals(&shared.file, seals | SealFlags::SEAL)?;
        Ok(shared)
    }

    /// Maps a block that the other side made.
    pub(crate) fn open(file: OwnedFd, bytes: usize, writable: bool) -> io::Result<Self> {
        let mut options = MmapOptions::new();
        options.len(bytes);
        let map =
            if writable { options.map_raw(&file)? } else { options.map_raw_read_only(&file)? };
        Ok(Self { file, map, writable })
    }

    pub(crate) fn file(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }

    pub(crate) fn bytes(&self) -> usize {
        self.map.len()
    }

    /// The start of a column; `None` when it does not lie in the block.
    pub(crate) fn start(&self, layout: Layout, column: usize) -> Option<*mut f64> {
        let fits = column < layout.columns && layout.bytes() <= self.bytes();
        // A block of no rows has columns too, though nothing stands in them.
        fits.then(|| self.map.as_mut_ptr().wrapping_add(layout.stride() * column).cast())
    }

    /// A column to read; empty when it does not lie in the block.
    ///
    /// The other side can write what it owns at any time. A worker writes scores
    /// only between a question and its answer; one that does so later changes
    /// numbers that are taken as hostile anyway, and every bit pattern is a
    /// number.
    pub(crate) fn column(&self, layout: Layout, column: usize) -> &[f64] {
        let Some(start) = self.start(layout, column) else {
            return &[];
        };
        // SAFETY: `start` saw that the column lies within the map, which lives
        // as long as the borrow. The map begins at a page and the stride is a
        // multiple of 64, so the column is aligned.
        unsafe { slice::from_raw_parts(start, layout.rows) }
    }

    /// The columns to write; none when they do not lie in the block or it is
    /// the other side's.
    pub(crate) fn columns_mut(&mut self, layout: Layout) -> Vec<&mut [f64]> {
        if !self.writable {
            return Vec::new();
        }
        (0..layout.columns)
            .filter_map(|column| self.start(layout, column))
            // SAFETY: as in `column`; columns do not overlap because the stride
            // is no less than a column, and `self` is borrowed for writing. The
            // map is writable.
            .map(|start| unsafe { slice::from_raw_parts_mut(start, layout.rows) })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, Shared, Writer};

    #[test]
    fn columns_are_staggered_aligned_and_apart() {
        for rows in [0, 1, 511, 512, 513, 100_000] {
            let layout = Layout::new(rows, 5);
            let mut block = Shared::create(layout.bytes(), Writer::Host).unwrap();
            for (number, column) in block.columns_mut(layout).into_iter().enumerate() {
                assert_eq!(column.as_ptr().addr() % 64, 0);
                assert_eq!(column.as_ptr().addr() % 4096, number * 576 % 4096);
                column.fill(number as f64);
            }
            for number in 0..5 {
                let column = block.column(layout, number);
                assert_eq!(column.len(), rows);
                assert!(column.iter().all(|cell| (cell - number as f64).abs() < 0.1));
            }
            assert!(block.column(layout, 5).is_empty());
        }
    }

    #[test]
    fn what_the_host_writes_nobody_else_can() {
        let layout = Layout::new(10, 2);
        let host = Shared::create(layout.bytes(), Writer::Host).unwrap();
        let same = || host.file().try_clone_to_owned().unwrap();
        assert!(Shared::open(same(), host.bytes(), true).is_err());
        let mut worker = Shared::open(same(), host.bytes(), false).unwrap();
        assert!(worker.columns_mut(layout).is_empty());
    }

    #[test]
    fn a_block_cannot_be_cut_short() {
        let block = Shared::create(4096, Writer::Worker).unwrap();
        assert!(rustix::fs::ftruncate(block.file(), 0).is_err());
    }

    #[test]
    fn a_layout_larger_than_the_block_has_no_columns() {
        let block = Shared::create(4096, Writer::Worker).unwrap();
        let layout = Layout::new(1 << 20, 3);
        assert!(block.column(layout, 0).is_empty());
    }
}
