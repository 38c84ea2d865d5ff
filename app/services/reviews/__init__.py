"""The review (盘点) as an object: drafted, walked through, frozen, signed, listed and compared."""
