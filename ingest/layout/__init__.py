"""From glyphs and ruling lines to lines, paragraphs and table rows."""
