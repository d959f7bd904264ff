from anthropic import Anthropic
from openai import OpenAI
from handbook import HANDBOOK

client = Anthropic()


def short(question):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system="You are the harbour master.",
        messages=[{"role": "user", "content": question}],
    )


def automatic(question):
    return OpenAI().chat.completions.create(
        model="gpt-4.1",
        messages=[{"role": "system", "content": HANDBOOK}, {"role": "user", "content": question}],
    )


def unseen(question, options):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=400,
        system=HANDBOOK,
        messages=[{"role": "user", "content": question}],
        **options,
    )


def marked_history(history):
    return client.messages.create(
        model="claude-sonnet-4-5", max_tokens=400, system=HANDBOOK, messages=[*history]
    )
