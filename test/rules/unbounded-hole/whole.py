import json
from openai import OpenAI

client = OpenAI()


def ask(text):
    return client.chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": text}])


def log_of(path):
    with open(path) as file:
        log = file.read()
    # finds 1 line below (info): `log` is a whole file
    return ask(f"What happened in the harbour today? The log:\n{log}")


def talk(history):
    # finds 1 line below (info): is a whole conversation
    return ask(f"Sum up what the harbour master was asked:\n{json.dumps(history)}")
