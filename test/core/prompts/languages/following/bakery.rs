use crate::texts::{self, closing, FALLBACK as fallback, HOUSE_STYLE as style};

pub fn harbour_prompt() -> String {
    format!("You are a baker. {style} {} {} {fallback}", texts::PLACES.harbour, closing())
}
