use indoc::indoc;

pub const ADDED_PROMPT: &str = concat!("You are a baker. ", "You answer ", concat!("in one ", "sentence."));

pub fn listed_prompt() -> String {
    ["You are a baker.", "You answer in one sentence."].join("\n")
}

pub fn trimmed_prompt() -> &'static str {
    r#"
  You are a baker. Answer in one sentence.
"#
    .trim()
}

pub fn dedented_prompt() -> &'static str {
    indoc! {"
        You are a baker.
          You answer in one sentence.
    "}
    .trim()
}

pub fn order_prompt(order: &str) -> String {
    let mut prompt = String::from("You read orders. ");
    prompt.push_str("You answer in one sentence. ");
    prompt + "The order: " + order
}
