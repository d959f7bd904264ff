pub const HOUSE_STYLE: &str = "You write short sentences.";

pub struct Places {
    pub harbour: &'static str,
    pub market: &'static str,
}

pub const PLACES: Places = Places {
    harbour: "You sell at the harbour.",
    market: "You sell at the market.",
};

pub fn closing() -> &'static str {
    "You never promise a time."
}

pub const FALLBACK: &str = "You are the default baker of the house.";
