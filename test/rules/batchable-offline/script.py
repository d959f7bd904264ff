from openai import OpenAI

client = OpenAI()


def describe(berths):
    for berth in berths:
        client.chat.completions.create(  # finds (info): nobody waits while this script goes through `berths`
            model="gpt-4.1-mini",
            messages=[
                {"role": "system", "content": "Describe a berth of the harbour in one sentence."},
                {"role": "user", "content": berth},
            ],
        )


if __name__ == "__main__":
    describe(open("berths.txt").readlines())
