"""The doctor's findings for people: as text, as Markdown, as one page of HTML with pictures of the pages."""
