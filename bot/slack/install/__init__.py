"""The desk in many workspaces: installed over OAuth, each with its own sealed token, until it is removed again."""
