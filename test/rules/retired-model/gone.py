from anthropic import Anthropic


def answer(question):
    return Anthropic().messages.create(  # finds (warning): claude-3-opus-20240229 was switched off on 2026-01-05
        model="claude-3-opus-20240229",
        max_tokens=400,
        system="You are the harbour master. Answer in one sentence.",
        messages=[{"role": "user", "content": question}],
    )
