"""What the bot hears. Each module registers its own; none does more than take the thing in or open a view."""
