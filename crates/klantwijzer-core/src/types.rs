//! The four customer types of Derrick Philippe Gosselin.

use serde::{Deserialize, Serialize};

/// A customer type [klanttype]: value now against potential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerType {
    /// High value, high potential [strategisch]: most value now and later.
    Strategic,
    /// High value, low potential [groot]: maintain.
    Large,
    /// Low value, high potential [ontwikkeling]: grow by upsell or deepsell.
    Development,
    /// Low value, low potential [transactioneel]: as few as possible.
    Transactional,
}

impl CustomerType {
    /// Every type, from the one that deserves most attention on.
    pub const ALL: [Self; 4] =
        [Self::Strategic, Self::Large, Self::Development, Self::Transactional];

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

    /// The word for the type in plugin manifests, JSON and commands.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strategic => "strategic",
            Self::Large => "large",
            Self::Development => "development",
            Self::Transactional => "transactional",
        }
    }

    /// The type with this [`CustomerType::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }
}
