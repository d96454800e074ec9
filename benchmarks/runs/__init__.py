"""Running the generators and measuring what they take."""
