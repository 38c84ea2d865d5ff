"""From cells to values: dates, numbers, discounts and the words that ledgers use."""
