PLAIN_PROMPT = 'You are a baker. Answer in one sentence.'
ESCAPES_PROMPT = "You say 'good morning'.\n\tThen you list the breads: \u00e9clair, \u{1F950}.\\"
LINES_PROMPT = <<~PROMPT
  You are a baker.
  Answer in "one" sentence.
PROMPT
JOINED_LINES_PROMPT = "You are a baker \
who answers in one sentence."
