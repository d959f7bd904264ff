from anthropic import Anthropic


def answer(question):
    return Anthropic().messages.create(
        model="claude-opus-4-5",
        max_tokens=400,
        system=[
            {
                "type": "text",
                "text": "You are the harbour master. Answer in one sentence.",
                "cache_control": {"type": "ephemeral"},  # finds (warning): keeps no prefix of fewer than 4,096 tokens
            }
        ],
        messages=[{"role": "user", "content": question}],
    )
