//! The four customer types of Derrick Philippe Gosselin.

use crate::named;

named! {
    /// A customer type [klanttype]: value now against potential. From the one that
    /// deserves most attention on.
    enum CustomerType {
        /// High value, high potential [strategisch]: most value now and later.
        Strategic "strategic";
        /// High value, low potential [groot]: maintain.
        Large "large";
        /// Low value, high potential [ontwikkeling]: grow by upsell or deepsell.
        Development "development";
        /// Low value, low potential [transactioneel]: as few as possible.
        Transactional "transactional";
    }
}

impl CustomerType {
    /// The type of a customer by the two axes.
    pub const fn of(high_value: bool, high_potential: bool) -> Self {
        match (high_value, high_potential) {
            (true, true) => Self::Strategic,
            (true, false) => Self::Large,
            (false, true) => Self::Development,
            (false, false) => Self::Transactional,
        }
    }

    /// Whether value is high in this type.
    pub const fn high_value(self) -> bool {
        matches!(self, Self::Strategic | Self::Large)
    }

    /// Whether potential is high in this type.
    pub const fn high_potential(self) -> bool {
        matches!(self, Self::Strategic | Self::Development)
    }
}
