from openai import OpenAI

SYSTEM = {"role": "system", "content": "You are the harbour master. Answer in one sentence."}


def answer(question, model):
    ask = {"role": "user", "content": question}
    OpenAI().chat.completions.create(model=model, messages=[SYSTEM, ask])
    return OpenAI().chat.completions.create(model="gpt-4.1", messages=[SYSTEM, ask])
