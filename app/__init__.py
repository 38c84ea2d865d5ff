"""客户盘点: from a firm's Excel ledgers to the printed monthly customer review."""

__version__ = "0.1.0"
