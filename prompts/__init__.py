"""The semantic model and the prompts, as data files; see `bot.semantic`."""
