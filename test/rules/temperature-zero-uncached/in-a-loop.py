from openai import OpenAI

client = OpenAI()

for berth in ["north", "south"]:
    client.chat.completions.create(  # finds (info): a fixed seed asks for the same answer
        model="gpt-4.1",
        seed=7,
        messages=[{"role": "user", "content": "Describe the berth in one sentence."}],
    )
