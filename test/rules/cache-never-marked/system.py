from anthropic import Anthropic
from handbook import HANDBOOK


def answer(question):
    return Anthropic().messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=HANDBOOK,  # finds (warning): are the same in every call and never marked for the cache: $
        messages=[{"role": "user", "content": question}],
    )
