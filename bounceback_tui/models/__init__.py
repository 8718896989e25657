"""Tables of the journal, one file per noun, and the words they are made of."""
