"""The page of schemes in services: every scheme side by side, what it says, who is near another class, and why."""
