from openai import OpenAI


def answer(question):
    return OpenAI().chat.completions.create(
        model="test-model",
        messages=[{"role": "system", "content": "You are the harbour master."}, {"role": "user", "content": question}],
    )
