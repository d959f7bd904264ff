use chrono::Utc;
use std::env;

const NAME: &str = "Hearth & Crumb";

pub fn greeting_prompt(bread: &str, customer: &str) -> String {
    format!(
        "You work at {NAME}. Today is {}.
Recommend {bread} to {customer}, write {{braces}} as they are. The shop is {shop}.",
        Utc::now().to_rfc3339(),
        shop = env::var("SHOP").unwrap_or_default(),
    )
}

pub fn tone_prompt(formal: bool) -> String {
    let tone = if formal {
        "Write formally, please."
    } else {
        "Write like a friend."
    };
    format!("You answer letters. {tone} Sign with your name.")
}
