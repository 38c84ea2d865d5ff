"""The pages of the review wizard and the views of finished reviews."""
