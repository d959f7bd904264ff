import litellm
from handbook import HANDBOOK


def answer(question):
    return litellm.completion(
        model="anthropic/claude-sonnet-4-5",
        max_tokens=400,
        messages=[
            {"role": "system", "content": HANDBOOK},  # finds (warning): are the same in every call and never marked
            {"role": "user", "content": question},
        ],
    )
