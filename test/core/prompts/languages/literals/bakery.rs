pub const PLAIN_PROMPT: &str = "You are a baker. Answer in one sentence.";
pub const ESCAPES_PROMPT: &str =
    "You say 'good morning'.\n\tThen you list the breads: \u{e9}clair, \u{1F950}.\\";
pub const LINES_PROMPT: &str = r#"You are a baker.
Answer in "one" sentence.
"#;
pub const JOINED_LINES_PROMPT: &str = "You are a baker \
    who answers in one sentence.";
