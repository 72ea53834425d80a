"""Words to Query: the offline interpreter, thread follow-ups, and a model where one is configured."""
