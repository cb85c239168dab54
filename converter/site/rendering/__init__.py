"""Who makes which pages of a large site, and what a preview need not make again."""
