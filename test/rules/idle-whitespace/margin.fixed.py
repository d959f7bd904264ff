def answer(client, question):
    # finds 3 lines below (info): of blanks that no model needs
    return client.messages.create(
        model="claude-sonnet-4-5",
        system="""   You are the office of a harbour.

Answer the captains in one sentence.
    - Name the berth.
    - Name the quay.

        """,
        messages=[{"role": "user", "content": question}],
    )
