from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


@app.post("/berths")
def describe(berths: list[str]):
    return [
        client.chat.completions.create(
            model="gpt-4.1-mini",
            messages=[
                {"role": "system", "content": "Describe a berth of the harbour in one sentence."},
                {"role": "user", "content": berth},
            ],
        )
        for berth in berths
    ]


if __name__ == "__main__":
    describe(["north", "south"])
