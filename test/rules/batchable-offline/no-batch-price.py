from openai import OpenAI

client = OpenAI()

if __name__ == "__main__":
    for berth in ["north quay", "south quay"]:
        client.chat.completions.create(
            model="harbour-assistant-2",
            messages=[
                {"role": "system", "content": "Describe a berth of the harbour in one sentence."},
                {"role": "user", "content": berth},
            ],
        )
