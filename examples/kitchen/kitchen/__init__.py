"""What the bakehouse asks of language models: forecasts, labels, delivery notes, recipes."""
