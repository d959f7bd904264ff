from openai import OpenAI

client = OpenAI()


def capped(question):
    return client.chat.completions.create(
        model="gpt-4.1",
        max_completion_tokens=400,
        messages=[
            {"role": "system", "content": "You are the harbour master. Explain every rule in great detail."},
            {"role": "user", "content": question},
        ],
    )


def limited(question):
    return client.chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": "You are the pilot. Explain each tide in great detail, in five sentences."},
            {"role": "user", "content": question},
        ],
    )


def denied(question):
    return client.chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": "You are the lock keeper. Never explain the locks in great detail."},
            {"role": "user", "content": question},
        ],
    )


def unseen(question, **settings):
    return client.chat.completions.create(
        model="gpt-4.1",
        messages=[
            {"role": "system", "content": "You are the diver. Describe the wrecks as detailed as possible."},
            {"role": "user", "content": question},
        ],
        **settings,
    )
