from openai import OpenAI

client = OpenAI()


def ask(text):
    return client.chat.completions.create(model="gpt-4.1", messages=[{"role": "user", "content": text}])


def cut(path):
    log = open(path).read()[-20_000:]
    return ask(f"What happened in the harbour today? The log:\n{log}")


def checked(path):
    chart = open(path).read()
    if len(chart) > 20_000:
        raise ValueError("the chart is too long")
    return ask(f"Which berths does the chart of the harbour show?\n{chart}")


def own():
    with open("rules.txt") as file:
        text = file.read()
    return ask(f"Which rules does the harbour have?\n{text}")


def talk(history):
    recent = history[-10:]
    return ask(f"Sum up what the harbour master was asked:\n{str(recent)}")
