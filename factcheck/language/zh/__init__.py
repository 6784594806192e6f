"""What the program knows of Chinese."""
