"""What the page of a classification is made of: its form, the facts on it, and what follows from them."""
