"""What the program knows of English."""
