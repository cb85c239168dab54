"""English beside Chinese: the memory of translations, terms, the numbers of both, drafts by machine, and what is said by rule."""
