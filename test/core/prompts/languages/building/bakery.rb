ADDED_PROMPT = 'You are a baker. ' + 'You answer ' + ('in one ' + 'sentence.')
LISTED_PROMPT = ['You are a baker.', 'You answer in one sentence.'].join("\n")
TRIMMED_PROMPT = <<-PROMPT.strip
  You are a baker. Answer in one sentence.
PROMPT
DEDENTED_PROMPT = <<~PROMPT.strip
  You are a baker.
    You answer in one sentence.
PROMPT

def order_prompt(order)
  prompt = +'You read orders. '
  prompt << 'You answer in one sentence. '
  prompt + 'The order: ' + order
end
