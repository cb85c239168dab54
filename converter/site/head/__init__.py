"""What each page says of itself: its report, its publisher, its provenance, its meta tags, the scripts it may run."""
